import { originalOf } from "../../corrections/index.ts";
import type { Dataset } from "../../datasets/index.ts";
import { type Engine, literal, pathLiteral } from "../../engine/index.ts";
import { type FindingCode, findings } from "../../ingest/index.ts";
import type { Part, SnapshotPart, Store } from "../../store/index.ts";

/** A part of the snapshot with its manifest. */
export interface FormPart {
	line: SnapshotPart;
	part: Part;
	dataset: Dataset | undefined;
}

/**
 * waiting: in quarantine; doubtful: loaded, with a value that could not be used;
 * corrected: people corrected it, and nothing is wrong any more.
 */
export type FormState = "waiting" | "doubtful" | "corrected";

/** A row of a form: what stands at the address now, and why it is listed. */
export interface FormRow {
	row: number;
	/** Digest of the text that the file has there (originalOf). */
	original: string;
	state: FormState;
	/** In words; empty where nothing is wrong any more. */
	reason: string;
	/** Positions, from 1, of the cells that a reason speaks of. */
	faulty: ReadonlySet<number>;
	/** As corrected, where it was; otherwise as the file has it. */
	cells: (string | null)[];
}

/** A form holds no more rows of a part: beyond that a department exports the table again. */
const MOST_ROWS = 20_000;
/** Loaded rows come after those that are not; of them fewer are worth anybody's evening. */
const MOST_DOUBTFUL = 2_000;

/** Findings after which a loaded row lacks what it is compared by, and which its papers can settle. */
const doubts: readonly FindingCode[] = [
	"citizen-id-length",
	"citizen-id-date",
	"citizen-id-check",
	"citizen-id-masked",
	"uscc-check",
	"uscc-shape",
	"date-unreadable",
	"money-unreadable",
	"area-unreadable",
];

function reasonWords(code: string): string {
	return findings[code as FindingCode]?.title ?? code;
}

/** How many rows of a part there are to look at, in quarantine and beside it. */
export function doubtfulIn({ part }: FormPart): number {
	return part.quality
		.filter(({ code }) => (doubts as readonly string[]).includes(code))
		.reduce((sum, { rows }) => sum + rows, 0);
}

/** Whether a part has rows for a form. */
export function hasFormRows(item: FormPart): boolean {
	const { counts, corrections } = item.part;
	return (
		counts.quarantined > 0 || corrections !== undefined || doubtfulIn(item) > 0
	);
}

interface Finding {
	row: number;
	columns: string[];
	code: string;
	waiting: boolean;
}

/** What was found in the first rows that have findings of a kind, in the order of the file. */
async function findingsIn(
	engine: Engine,
	file: string,
	code: "reason" | "code",
	where: string,
	most: number,
): Promise<Finding[]> {
	const from = `read_parquet(${pathLiteral(file)}) WHERE ${where}`;
	const { rows } = await engine.query(
		`SELECT _row, column_name, ${code} AS code FROM ${from} AND _row IN (SELECT DISTINCT _row FROM ${from} ORDER BY _row LIMIT ${most}) ORDER BY _row, column_name, code`,
	);
	return rows.map((row) => ({
		row: Number(row._row),
		columns: String(row.column_name)
			.split(",")
			.filter((name) => name !== ""),
		code: String(row.code),
		waiting: code === "reason",
	}));
}

/** The findings of a part that people may settle. */
async function settleable(
	item: FormPart,
	store: Store,
	engine: Engine,
): Promise<Finding[]> {
	const { key, counts } = item.part;
	const found: Finding[] = [];
	if (counts.quarantined > 0)
		found.push(
			...(await findingsIn(
				engine,
				store.companionPath("quarantine", key),
				"reason",
				"true",
				MOST_ROWS,
			)),
		);
	if (doubtfulIn(item) > 0)
		found.push(
			...(await findingsIn(
				engine,
				store.companionPath("quality", key),
				"code",
				`code IN (${doubts.map(literal).join(", ")})`,
				MOST_DOUBTFUL,
			)),
		);
	return found;
}

/** The rows of a part that people may correct, in the order of the file, and those that they have corrected. */
export async function formRows(
	item: FormPart,
	store: Store,
	engine: Engine,
): Promise<FormRow[]> {
	const { part, dataset } = item;
	const corrected = new Map(
		(await store.correctedRows(engine, part)).map(({ row, cells }) => [
			row,
			cells,
		]),
	);
	const positionOf = new Map(
		part.mapping.map(({ column, position }) => [column, position]),
	);
	const titleOf = new Map(
		dataset?.columns.map(({ name, title }) => [name, title]),
	);
	const found = new Map<number, Finding[]>();
	for (const finding of await settleable(item, store, engine))
		found.set(finding.row, [...(found.get(finding.row) ?? []), finding]);
	const raw = await store.rawRows(engine, part, [
		...new Set([...found.keys(), ...corrected.keys()]),
	]);
	return raw.map(({ row, cells, rest }) => {
		const findings = found.get(row) ?? [];
		return {
			row,
			original: originalOf(part.headings, cells, rest),
			state:
				findings.length === 0
					? "corrected"
					: findings.some(({ waiting }) => waiting)
						? "waiting"
						: "doubtful",
			reason: findings
				.map(({ columns, code }) => {
					const titles = columns.map((name) => titleOf.get(name) ?? name);
					const words = reasonWords(code);
					return titles.length === 0 ? words : `${titles.join("、")}：${words}`;
				})
				.join("；"),
			faulty: new Set(
				findings.flatMap(({ columns }) =>
					columns.flatMap((name) => positionOf.get(name) ?? []),
				),
			),
			cells: corrected.get(row) ?? cells,
		};
	});
}
