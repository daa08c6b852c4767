import { explainSelect, pathList, type SandboxInput } from "../engine/index.ts";
import { fail, type Problem } from "../errors/index.ts";
import { leadId } from "../leads/index.ts";
import type { Hit } from "../rules/index.ts";
import type { NodeProgress, RuleOutcome } from "../run/index.ts";
import type { Workspace } from "../workspace/index.ts";
import type { Definitions } from "./definitions.ts";
import { runRuleAside } from "./rule-aside.ts";

/** A table that a rule read, and how many rows it had. */
export interface ReadTable {
	name: string;
	kind: "dataset" | "model" | "list";
	title: string;
	rows: number;
}

/** What a rule finds on the data that are loaded. */
export interface RuleTrial {
	asOf: string;
	snapshot: number;
	outcome: RuleOutcome;
	inputs: ReadTable[];
	/** One per lead key, suppressed ones included, with the number that its lead has or would have. */
	hits: (Hit & { lead: string })[];
	/** DuckDB's plan, when it was asked for. */
	plan: string | undefined;
	definitions: Definitions;
	problems: Problem[];
}

function kindOf(
	name: string,
	{ set }: Definitions,
): { kind: ReadTable["kind"]; title: string } {
	const dataset = set.datasets.get(name);
	if (dataset !== undefined) return { kind: "dataset", title: dataset.title };
	const model = set.models.get(name);
	if (model !== undefined) return { kind: "model", title: model.header.title };
	return { kind: "list", title: set.lists.get(name)?.title ?? "" };
}

/**
 * Runs one rule, whatever its status, on the current snapshot. Models that it stands on are made where
 * they are missing; its own result is made afresh and thrown away, and the lead log is left alone.
 * Fails with run-missing when nothing was loaded, rule-unknown when there is no such rule.
 */
export async function tryRule(options: {
	workspace: Workspace;
	id: string;
	asOf?: string | undefined;
	plan: boolean;
	onProgress: (event: NodeProgress) => void;
	signal: AbortSignal;
}): Promise<RuleTrial> {
	const { id } = options;
	return runRuleAside({ ...options, fresh: true }, async (aside) => {
		const { asOf, definitions, selection, snapshot, engine, result, siteKey } =
			aside;
		const outcome = result.outcomes[0];
		if (outcome === undefined) return fail("rule-unknown", {}, { id });
		const job = result.jobs.get(id);
		const rowsOf = async ({ files }: SandboxInput): Promise<number> =>
			files.length === 0
				? 0
				: Number(
						(
							await engine.query(
								`SELECT count(*) AS n FROM read_parquet(${pathList(files)})`,
							)
						).rows[0]?.n,
					);
		const inputs: ReadTable[] = [];
		for (const input of job?.inputs ?? [])
			inputs.push({
				name: input.name,
				...kindOf(input.name, definitions),
				rows: await rowsOf(input),
			});
		return {
			asOf,
			snapshot: snapshot.n,
			outcome,
			inputs,
			hits: (result.hits.get(id) ?? []).map((hit) => ({
				...hit,
				lead: leadId(siteKey, id, hit.key),
			})),
			plan:
				options.plan && job !== undefined
					? await explainSelect(job)
					: undefined,
			definitions,
			problems: [
				...definitions.problems,
				...selection.problems,
				...result.problems,
			],
		};
	});
}
