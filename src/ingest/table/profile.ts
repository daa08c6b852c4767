import { literal, type Row } from "../../engine/index.ts";
import { problem } from "../../errors/index.ts";
import { damageCheck } from "../checks/damage.ts";
import { zerosLook } from "../checks/zeros.ts";
import { plainForms } from "../normalise/index.ts";
import { isCard, luhnHolds } from "../normalise/numbers.ts";
import { Refusal } from "../refusal.ts";
import type { Mapped } from "./columns.ts";
import { one, type TableJob } from "./job.ts";

/** Facts about the data rows that decide how they are read; columns by name. */
export interface Profile {
	/** Shares that are percents. */
	percents: Set<string>;
	/** Positions of the fill_down columns that have blank cells. */
	blank: number[];
	/** Columns that Excel has damaged and the workspace accepts so, with the evidence. */
	accepted: Map<string, { evidence: string; pattern: string }>;
	/** Accounts of which most card numbers have a right check digit. */
	luhn: Set<string>;
	/** Columns of numbers in front of which zeros may have been lost, with their usual length. */
	usual: Map<string, number>;
	/** No cell needs cleaning. */
	plain: Set<string>;
	/** Data rows. */
	rows: number;
	/** Cells that are not blank, of the columns with a plain form. */
	present: Map<string, number>;
}

/** Records that are looked at to see whether check digits and lengths mean anything in a column. */
const SAMPLE = 20_000;
/** With fewer cards nothing can be said. */
const LEAST_CARDS = 20;

/** Aggregates that tell the account columns in which card numbers hold under Luhn for the most part, but not all. */
function luhnLook(mapped: readonly Mapped[]): {
	expressions: string[];
	read(row: Row): Set<string>;
} {
	const accounts = mapped.filter(({ column }) => column.kind === "account");
	return {
		expressions: accounts.flatMap(({ index, position }) => {
			const card = `CASE WHEN _row <= ${SAMPLE} THEN ${isCard(`c${position}`)} ELSE false END`;
			return [
				`count(*) FILTER (${card}) AS cards${index}`,
				`count(*) FILTER (CASE WHEN ${card} THEN NOT ${luhnHolds(`c${position}`)} ELSE false END) AS failing${index}`,
			];
		}),
		read: (row) =>
			new Set(
				accounts
					.filter(({ index }) => {
						const cards = Number(row[`cards${index}`]);
						const failing = Number(row[`failing${index}`]);
						return cards >= LEAST_CARDS && failing > 0 && failing * 2 < cards;
					})
					.map(({ column }) => column.name),
			),
	};
}

/** Looks at the data rows once. Refuses columns that Excel has damaged and nobody accepts. */
export async function profile(
	job: TableJob,
	mapped: readonly Mapped[],
	rows: string,
): Promise<Profile> {
	const { dataset, engine, at } = job;
	const cells = new Map(
		mapped.map((item) => [item.column.name, `c${item.position}`]),
	);
	const damage = damageCheck(dataset, cells, "rows");
	const ratios = mapped.filter(({ column }) => column.kind === "ratio");
	const fills = mapped.filter(({ column }) => column.fill_down);
	const forms = mapped.filter(
		({ column }) => plainForms[column.kind] !== undefined,
	);
	const cards = luhnLook(mapped);
	const zeros = zerosLook(mapped, `_row <= ${SAMPLE}`);
	const expressions = [
		"count(*) AS n",
		...damage.expressions,
		...cards.expressions,
		...zeros.expressions,
		...forms.map(({ index, position }) => `count(c${position}) AS n${index}`),
		...forms.map(
			({ column, index, position }) =>
				`bool_and(regexp_full_match(c${position}, ${literal(plainForms[column.kind] ?? "")})) AS f${index}`,
		),
		...ratios.map(
			({ index, position }) =>
				`max(try_cast(trim(c${position}) AS DOUBLE)) AS p${index}`,
		),
		...fills.map(
			({ index, position }) =>
				`count(*) FILTER (c${position} IS NULL) AS b${index}`,
		),
	];
	const row = await one(
		engine,
		`SELECT ${expressions.join(", ")} FROM ${rows}`,
	);
	const suspected = damage.read(row);
	const names = new Set(suspected.map(({ column }) => column.name));
	const closer = damageCheck(
		dataset,
		new Map([...cells].filter(([name]) => names.has(name))),
		"values",
	);
	const damaged =
		suspected.length === 0
			? []
			: closer.read(
					await one(
						engine,
						`SELECT ${closer.expressions.join(", ")} FROM ${rows}`,
					),
				);
	const accepts = new Set(job.source.accept_damaged);
	const refused = damaged.filter(({ column }) => !accepts.has(column.name));
	if (refused.length > 0)
		throw new Refusal(
			refused.map(({ column, evidence }) =>
				problem(
					"column-damaged",
					{ ...at, field: column.title },
					{ column: column.title, name: column.name, evidence },
				),
			),
		);
	const accepted = new Map(
		damaged.map(({ column, evidence, pattern }) => [
			column.name,
			{ evidence, pattern },
		]),
	);
	const luhn = cards.read(row);
	const usual = zeros.read(row);
	return {
		accepted,
		luhn,
		usual,
		percents: new Set(
			ratios
				.filter(({ index }) => Number(row[`p${index}`] ?? 0) > 1)
				.map(({ column }) => column.name),
		),
		blank: fills
			.filter(({ index }) => Number(row[`b${index}`] ?? 0) > 0)
			.map(({ position }) => position),
		plain: new Set(
			forms
				.filter(
					({ column, index }) =>
						row[`f${index}`] !== false &&
						!accepted.has(column.name) &&
						!luhn.has(column.name) &&
						!usual.has(column.name),
				)
				.map(({ column }) => column.name),
		),
		rows: Number(row.n),
		present: new Map(
			forms.map(({ column, index }) => [column.name, Number(row[`n${index}`])]),
		),
	};
}
