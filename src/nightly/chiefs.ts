import { type Engine, pathLiteral } from "../engine/index.ts";
import type { Chief } from "../report/index.ts";
import type { Store } from "../store/index.ts";

/** The model that says who headed which unit; it is made for the reports. */
export const CHIEFS = "unit_chief";

/**
 * Reads who headed which unit and when.
 * @param models fingerprints of the models that a run made
 * @returns [] where the model could not be made
 */
export async function readChiefs(
	models: Readonly<Record<string, string>>,
	store: Store,
	engine: Engine,
): Promise<Chief[]> {
	const key = models[CHIEFS];
	if (key === undefined) return [];
	const { rows } = await engine.query(
		`SELECT spelling, person_name, post, CAST(valid_from AS VARCHAR) AS valid_from, CAST(valid_to AS VARCHAR) AS valid_to
		FROM read_parquet(${pathLiteral(store.resultPath("models", CHIEFS, key))})
		ORDER BY spelling, valid_from, valid_to, post, person_id`,
	);
	return rows.map((row) => ({
		unit: String(row.spelling),
		name: row.person_name === null ? null : String(row.person_name),
		post: String(row.post),
		from: String(row.valid_from),
		to: String(row.valid_to),
	}));
}
