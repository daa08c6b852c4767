import { join } from "node:path";
import type { Engine } from "../../engine/index.ts";
import type { Part, StagedPart } from "../../store/index.ts";
import { copy, counts, one } from "./job.ts";

/** The findings of a table, counted. */
export interface Findings {
	/** Records that have a fatal one. */
	quarantined: number;
	/** The same by reason. */
	reasons: Map<string, number>;
}

/** Counts the fatal findings in the table `found`. @param some whether it has any finding */
export async function countFatal(
	engine: Engine,
	some: boolean,
): Promise<Findings> {
	if (!some) return { quarantined: 0, reasons: new Map() };
	const { n } = await one(
		engine,
		"SELECT count(DISTINCT _row) AS n FROM found WHERE fatal",
	);
	return {
		quarantined: Number(n),
		reasons:
			Number(n) === 0
				? new Map()
				: await counts(
						engine,
						"SELECT code AS k, count(DISTINCT _row) AS n FROM found WHERE fatal GROUP BY code",
					),
	};
}

const NOTED = "NOT fatal AND _row NOT IN (SELECT _row FROM found WHERE fatal)";

/**
 * Writes the table `found` as the part's companions: quarantine, and what is to be said of values
 * that were loaded.
 * @param some whether the table has any row
 * @param corrected a SELECT of the rows that people corrected
 * @returns their files, and the numbers of findings by column
 */
export async function writeCompanions(
	engine: Engine,
	scratch: string,
	some: boolean,
	quarantined: number,
	corrected: string | undefined,
): Promise<{
	files: Omit<StagedPart["companions"], "raw">;
	quality: Part["quality"];
}> {
	const files: Omit<StagedPart["companions"], "raw"> = {};
	if (quarantined > 0) {
		files.quarantine = join(scratch, "quarantine.parquet");
		await copy(
			engine,
			"SELECT _row, column_name, code AS reason, raw FROM found WHERE fatal ORDER BY _row, column_name, reason",
			files.quarantine,
		);
	}
	if (corrected !== undefined) {
		files.corrections = join(scratch, "corrections.parquet");
		await copy(engine, corrected, files.corrections);
	}
	if (!some) return { files, quality: [] };
	const { rows } = await engine.query(
		`SELECT column_name AS c, code AS k, count(*) AS n FROM found WHERE ${NOTED} GROUP BY ALL ORDER BY c, k`,
	);
	if (rows.length > 0) {
		files.quality = join(scratch, "quality.parquet");
		await copy(
			engine,
			`SELECT _row, column_name, code FROM found WHERE ${NOTED} ORDER BY _row, column_name, code`,
			files.quality,
		);
	}
	return {
		files,
		quality: rows.map((row) => ({
			column: String(row.c),
			code: String(row.k),
			rows: Number(row.n),
		})),
	};
}
