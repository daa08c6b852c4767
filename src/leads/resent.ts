import type { Dataset } from "../datasets/index.ts";
import { type Engine, identifier, pathLiteral } from "../engine/index.ts";
import { keyHash, partColumns, rowHash, type Store } from "../store/index.ts";
import { type EvidenceSource, split } from "./evidence.ts";
import type { EvidenceRow, Lead, ResentRow } from "./schema.ts";

/** What finding the rows of sent-again sources needs. */
export interface ResentContext {
	sources: readonly EvidenceSource[];
	store: Store;
	engine: Engine;
	datasets: ReadonlyMap<string, Dataset>;
}

/** Which of some rows of a part that is no longer current are gone or changed in the parts that stand for its source. */
async function compareOld(
	src: string,
	rows: ReadonlySet<number>,
	context: ResentContext,
): Promise<Map<number, Pick<ResentRow, "change" | "columns">>> {
	const { store, engine, sources, datasets } = context;
	const found = new Map<number, Pick<ResentRow, "change" | "columns">>();
	const line = store.partBySrc(src);
	const old =
		line === undefined ? undefined : store.part(line.dataset, line.key);
	if (line === undefined || old === undefined) return found;
	const now = sources
		.filter(
			(item) =>
				item.line.source === line.source && item.line.dataset === line.dataset,
		)
		.map((item) => store.partPath(item.line.dataset, item.line.key));
	const before = store.partPath(line.dataset, line.key);
	const [first] = now;
	if (first === undefined) return found;
	const later = await partColumns(engine, first);
	const columns = [...(await partColumns(engine, before)).keys()].filter(
		(name) => later.has(name),
	);
	const key = datasets.get(line.dataset)?.natural_key ?? [];
	const named = key.length > 0 && key.every((name) => columns.includes(name));
	const k = keyHash(named ? key : []);
	const texts = columns
		.map((name, i) => `CAST(${identifier(name)} AS VARCHAR) AS v${i}`)
		.join(", ");
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE resent AS SELECT _row, ${rowHash(columns)} AS h, ${k} AS k, ${texts} FROM read_parquet(${pathLiteral(before)}) WHERE _row IN (${[...rows].sort((a, b) => a - b).join(", ")})`,
	);
	const from = `read_parquet([${now.map(pathLiteral).join(", ")}], union_by_name = true)`;
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE standing AS SELECT * FROM (SELECT _src, _row, ${rowHash(columns)} AS h, ${k} AS k, ${texts} FROM ${from}) AS n WHERE h IN (SELECT h FROM resent) OR k IN (SELECT k FROM resent WHERE k IS NOT NULL)`,
	);
	const differing = columns
		.map((_, i) => `CASE WHEN r.v${i} IS DISTINCT FROM s.v${i} THEN ${i} END`)
		.join(", ");
	const result = await engine.query(
		`SELECT r._row AS _row, s._row IS NULL AS gone, array_to_string(list_filter([${differing}], x -> x IS NOT NULL), ',') AS differing FROM resent AS r LEFT JOIN (SELECT * FROM standing QUALIFY row_number() OVER (PARTITION BY k ORDER BY _src, _row) = 1) AS s ON s.k = r.k WHERE r.h NOT IN (SELECT h FROM standing)`,
	);
	for (const row of result.rows)
		found.set(
			Number(row._row),
			row.gone === true
				? { change: "removed", columns: [] }
				: {
						change: "changed",
						columns: String(row.differing ?? "")
							.split(",")
							.filter((text) => text !== "")
							.map((at) => columns[Number(at)] ?? ""),
					},
		);
	await engine.execute("DROP TABLE resent");
	await engine.execute("DROP TABLE standing");
	return found;
}

/**
 * Finds evidence of leads that is gone or changed because its source was sent again (重报变动): rows of a
 * part that no longer stands, whose source does, and that the parts of now do not have as they were.
 * A row that only moved is no finding.
 * @returns by lead id, only leads that stand
 */
export async function resentEvidence(
	leads: Iterable<Lead>,
	context: ResentContext,
): Promise<Map<string, ResentRow[]>> {
	const current = new Set(context.sources.map(({ line }) => line.src));
	const present = new Set(context.sources.map(({ line }) => line.source));
	const concerned: { lead: Lead; rows: EvidenceRow[] }[] = [];
	const wanted = new Map<string, Set<number>>();
	for (const lead of leads) {
		if (lead.standing === "gone") continue;
		const rows = lead.evidence.filter(
			(row) => present.has(row.source) && !current.has(split(row.address).src),
		);
		if (rows.length === 0) continue;
		concerned.push({ lead, rows });
		for (const { address } of rows) {
			const { src, row } = split(address);
			wanted.set(src, (wanted.get(src) ?? new Set<number>()).add(row));
		}
	}
	const changes = new Map<string, Pick<ResentRow, "change" | "columns">>();
	for (const [src, rows] of wanted)
		for (const [row, change] of await compareOld(src, rows, context))
			changes.set(`${src}#${row}`, change);
	const result = new Map<string, ResentRow[]>();
	for (const { lead, rows } of concerned) {
		const found = rows.flatMap(
			({ title, address, source, dataset, file, sheet, row }) => {
				const change = changes.get(address);
				return change === undefined
					? []
					: [
							{
								title,
								address,
								source,
								dataset,
								file,
								...(sheet === undefined ? {} : { sheet }),
								row,
								...change,
							},
						];
			},
		);
		if (found.length > 0) result.set(lead.id, found);
	}
	return result;
}
