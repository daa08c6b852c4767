import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DuckDBConnection } from "@duckdb/node-api";
import { loadDatasets } from "../../src/datasets/index.ts";
import { localNodes, type SandboxInput } from "../../src/engine/index.ts";
import { loadLists } from "../../src/lists/index.ts";
import {
	bindParameters,
	defaultParameters,
	type LoadedModel,
	loadRules,
	type RuleSet,
} from "../../src/rules/index.ts";
import type { Learnt } from "./em.ts";
import { levels } from "./table.ts";

const rules = fileURLToPath(new URL("../../rules", import.meta.url));

/** The product's rules, from which the scorer is taken as it ships. */
export function shippedRules(): RuleSet {
	const { lists } = loadLists([join(rules, "lists")]);
	const { datasets } = loadDatasets([join(rules, "datasets")], lists);
	return loadRules([rules], datasets, lists).set;
}

/** The one relation and the one bond that records of one person have. */
const BOND = "('B', -200, 200, '*')";

/** What the scorer reads, by table. A record is a claim, and every other record may be the one who is meant. */
function tables({ weights }: Learnt): Record<string, string> {
	const values = [
		...weights.map(
			({ feature, level, m, u }) =>
				`('${feature}', '*', '${level}', ${Math.max(m, 1e-6).toFixed(9)}, ${Math.max(u, 1e-6).toFixed(9)})`,
		),
		"('birth', '*', 'none', 1, 1)",
		...["tie", "fellow", "place", "employer"].map(
			(feature) => `('${feature}', '*', 'unknown', 1, 1)`,
		),
	].join(", ");
	return {
		relative_claim: `SELECT CAST(n AS VARCHAR) AS claim, CAST(n AS VARCHAR) AS person_id, name AS person_name, 'B' AS path, name AS member_name,
			CAST(sex AS BIGINT) AS sex FROM rec WHERE name IS NOT NULL`,
		relative_name: `SELECT CAST(n AS VARCHAR) AS claim, name AS member_name, key AS name_key, CAST(sex AS BIGINT) AS sex,
			CASE WHEN birth IS NOT NULL THEN strftime(birth, '%Y') END AS birth_year FROM rec JOIN (SELECT n, key FROM spelling UNION ALL SELECT n, '*' FROM rec) USING (n) WHERE name IS NOT NULL`,
		// Under the keys of misspellings a record finds itself: it is not counted there.
		relative_namesake: `SELECT key AS name_key, CAST(sex AS BIGINT) AS sex, CAST(year(birth) AS BIGINT) AS birth_year,
			CAST(count(*) - CASE WHEN count(*) FILTER (name = key) = 0 AND key <> '*' THEN 1 ELSE 0 END AS BIGINT) AS persons
			FROM rec JOIN (SELECT n, key FROM spelling UNION ALL SELECT n, '*' FROM rec) USING (n) WHERE name IS NOT NULL GROUP BY key, sex, year(birth)`,
		relative_candidate: `SELECT CAST(pair.a AS VARCHAR) AS claim, CAST(pair.b AS VARCHAR) AS kin_id, b.name AS kin_name, name_level, ${levels.birth} AS birth_level,
			'unknown' AS tie_level, 'unknown' AS fellow_level, ${levels.place} AS place_level, ${levels.employer} AS employer_level,
			CAST(NULL AS VARCHAR) AS verdict, '' AS evidence FROM pair JOIN rec a ON a.n = pair.a JOIN rec b ON b.n = pair.b`,
		relative_weight: `SELECT feature, bond, level, CAST(m AS DECIMAL(18,9)) AS m, CAST(u AS DECIMAL(18,9)) AS u FROM (VALUES ${values}) AS w(feature, bond, level, m, u)`,
		relative_bond: `SELECT path, CAST(min_years AS BIGINT) AS min_years, CAST(max_years AS BIGINT) AS max_years, bond FROM (VALUES ${BOND}) AS b(path, min_years, max_years, bond)`,
	};
}

/**
 * Runs the shipped models relative_score and relative_resolved over the table.
 * @returns paths of what they made
 */
export async function scoreWithProduct(
	db: DuckDBConnection,
	learnt: Learnt,
	folder: string,
): Promise<{ score: string; resolved: string }> {
	const set = shippedRules();
	const files = new Map<string, string>();
	for (const [name, sql] of Object.entries(tables(learnt))) {
		const file = join(folder, `${name}.parquet`);
		await db.run(`COPY (${sql}) TO '${file}' (FORMAT parquet)`);
		files.set(name, file);
	}
	const nodes = localNodes();
	const run = async (name: string, override: Record<string, string>) => {
		const model = set.models.get(name);
		if (model === undefined) throw new Error(`no model ${name}`);
		const parameters = defaultParameters(model, "2026-06-30");
		for (const [parameter, value] of Object.entries(override)) {
			const type = model.parameters[parameter]?.type;
			if (type !== undefined) parameters.set(parameter, { type, value });
		}
		const file = join(folder, `${name}.parquet`);
		await nodes.make(
			{
				sql: bindParameters(model.sql, parameters),
				inputs: inputsOf(model, set, files),
				limits: { memory: "6GB", threads: 2, spillDir: folder },
				timeoutMs: 1_800_000,
			},
			file,
		);
		files.set(name, file);
		return file;
	};
	const score = await run("relative_score", {
		register_share: learnt.share.toFixed(4),
	});
	return { score, resolved: await run("relative_resolved", {}) };
}

/** What a model reads, from files by table. */
export function inputsOf(
	model: LoadedModel,
	set: RuleSet,
	files: ReadonlyMap<string, string>,
): SandboxInput[] {
	return model.inputs.map((input) => {
		const name =
			"model" in input ? input.model : "list" in input ? input.list : "";
		const declared =
			set.models.get(name)?.header.columns ?? set.lists.get(name)?.columns;
		const file = files.get(name);
		if (file === undefined || declared === undefined)
			throw new Error(`${model.name} reads ${name}, which nobody laid in`);
		return {
			name,
			columns: input.columns.map((column) => ({
				name: column,
				type: (declared.find((item) => item.name === column)?.type ??
					"VARCHAR") as SandboxInput["columns"][number]["type"],
			})),
			files: [file],
		};
	});
}
