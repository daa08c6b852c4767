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
import { severityWords } from "../../rules/index.ts";
import type { HitView, LeadView, ReportModel } from "../model.ts";
import { centsOf } from "../words/format.ts";
import { listWords, statusWords } from "../words/vocabulary.ts";

interface Column<Row> {
	name: string;
	type: DataType;
	value: (row: Row) => unknown;
}

const texts = () => new List(new Field("item", new Utf8(), false));

function day(text: string | null): Date | null {
	return text === null ? null : new Date(`${text}T00:00:00Z`);
}

function yuan(amount: string | null): number | null {
	const cents = amount === null ? null : centsOf(amount);
	return cents === null ? null : Number(cents) / 100;
}

/** The columns of leads.arrow; names are for notebooks, values are for readers and masked. */
const leadColumns: readonly Column<LeadView>[] = [
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
	{ name: "chiefs_then", type: texts(), value: (lead) => lead.chiefs },
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
		value: (lead) => yuan(lead.amount),
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

/** The columns of hits.arrow: what rules returned, before leads and ranking. */
const hitColumns: readonly Column<HitView>[] = [
	{ name: "lead", type: new Utf8(), value: (hit) => hit.lead },
	{ name: "rule", type: new Utf8(), value: (hit) => hit.rule },
	{ name: "rule_version", type: new Int32(), value: (hit) => hit.ruleVersion },
	{ name: "class", type: new Utf8(), value: (hit) => hit.packName },
	{ name: "set_aside", type: new Utf8(), value: (hit) => hit.suppressed },
	{
		name: "set_aside_why",
		type: new Utf8(),
		value: (hit) => hit.suppressedTitle,
	},
	{ name: "strength", type: new Utf8(), value: (hit) => hit.strength },
	{
		name: "severity",
		type: new Utf8(),
		value: (hit) => severityWords[hit.severity],
	},
	{ name: "subjects", type: texts(), value: (hit) => hit.subjects },
	{ name: "unit", type: new Utf8(), value: (hit) => hit.unit },
	{
		name: "amount_yuan",
		type: new Float64(),
		value: (hit) => yuan(hit.amount),
	},
	{ name: "from", type: new DateDay(), value: (hit) => day(hit.from) },
	{ name: "to", type: new DateDay(), value: (hit) => day(hit.to) },
	{ name: "evidence", type: texts(), value: (hit) => hit.evidence },
];

function arrowFile<Row>(
	columns: readonly Column<Row>[],
	rows: readonly Row[],
): Uint8Array {
	const vectors: Record<string, Vector> = {};
	for (const column of columns)
		vectors[column.name] = vectorFromArray(rows.map(column.value), column.type);
	return tableToIPC(new Table(vectors), "file");
}

/** The leads as an Arrow file, for notebooks. */
export function leadsArrow(model: ReportModel): Uint8Array {
	return arrowFile(leadColumns, model.leads);
}

/** Every hit as an Arrow file, those set aside included. */
export function hitsArrow(model: ReportModel): Uint8Array {
	return arrowFile(hitColumns, model.hits);
}
