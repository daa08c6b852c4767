import {
	Bool,
	type DataType,
	DateDay,
	Field,
	Float64,
	Int32,
	List,
	Table,
	tableToIPC,
	Utf8,
	type Vector,
	vectorFromArray,
} from "apache-arrow";
import type { LeadView, ReportModel } from "../model.ts";
import { centsOf } from "../words/format.ts";
import { listWords, severityWords, statusWords } from "../words/vocabulary.ts";

interface Column {
	name: string;
	type: DataType;
	value: (lead: LeadView) => unknown;
}

const texts = () => new List(new Field("item", new Utf8(), false));

function day(text: string | null): Date | null {
	return text === null ? null : new Date(`${text}T00:00:00Z`);
}

/** The columns of leads.arrow; names are for notebooks, values are for readers and masked. */
const columns: readonly Column[] = [
	{ name: "id", type: new Utf8(), value: (lead) => lead.id },
	{ name: "rule", type: new Utf8(), value: (lead) => lead.rule },
	{ name: "rule_version", type: new Int32(), value: (l) => l.ruleVersion },
	{ name: "title", type: new Utf8(), value: (lead) => lead.displayName },
	{ name: "class", type: new Utf8(), value: (lead) => lead.packName },
	{
		name: "severity",
		type: new Utf8(),
		value: (lead) => severityWords[lead.severity],
	},
	{
		name: "status",
		type: new Utf8(),
		value: (lead) => statusWords[lead.status],
	},
	{ name: "list", type: new Utf8(), value: (lead) => listWords[lead.list] },
	{ name: "rank", type: new Int32(), value: (lead) => lead.rank },
	{ name: "strength", type: new Utf8(), value: (lead) => lead.strength },
	{ name: "group", type: new Utf8(), value: (lead) => lead.groupName },
	{ name: "unit", type: new Utf8(), value: (lead) => lead.unit },
	{ name: "region", type: new Utf8(), value: (lead) => lead.region },
	{
		name: "subjects",
		type: texts(),
		value: (lead) =>
			lead.subjects.map(({ role, name, key }) =>
				`${role}：${name} ${key}`.trim(),
			),
	},
	{ name: "sentence", type: new Utf8(), value: (lead) => lead.sentence },
	{
		name: "amount_yuan",
		type: new Float64(),
		value: (lead) => {
			const cents = lead.amount === null ? null : centsOf(lead.amount);
			return cents === null ? null : Number(cents) / 100;
		},
	},
	{ name: "from", type: new DateDay(), value: (lead) => day(lead.from) },
	{ name: "to", type: new DateDay(), value: (lead) => day(lead.to) },
	{ name: "since", type: new DateDay(), value: (lead) => day(lead.since) },
	{
		name: "evidence",
		type: texts(),
		value: (lead) =>
			lead.evidence.map((row) =>
				[row.file, row.sheet ?? "", row.row].join("|"),
			),
	},
	{ name: "has_path", type: new Bool(), value: (lead) => lead.path.length > 0 },
];

/** The leads as an Arrow file, for notebooks. */
export function leadsArrow(model: ReportModel): Uint8Array {
	const vectors: Record<string, Vector> = {};
	for (const column of columns)
		vectors[column.name] = vectorFromArray(
			model.leads.map(column.value),
			column.type,
		);
	return tableToIPC(new Table(vectors), "file");
}
