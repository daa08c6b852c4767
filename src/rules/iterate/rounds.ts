import { identifier } from "../../engine/index.ts";
import { type Problem, problem } from "../../errors/index.ts";
import type { LoadedModel, RuleNode } from "../load/node.ts";

/** What a step and a stop may read beside the declared inputs: the rows of the last round, and all so far. */
export const [LATEST, REACHED] = ["latest", "reached"] as const;
export const iterateTables = [LATEST, REACHED] as const;

/** Where the rounds of a model run: it keeps the rows of each and lays them out for the next. */
export interface RoundRunner {
	/**
	 * Runs a SELECT and keeps its rows as one more round.
	 * @returns how many there are
	 */
	round(sql: string): Promise<number>;
	/** Runs a SELECT of one BOOLEAN. */
	ask(sql: string): Promise<boolean>;
}

/** The SELECTs of a model with its parameters bound. */
export interface BoundPieces {
	seed: string;
	step: string;
	stop: string | undefined;
}

/** The pieces of a node after its parameters are bound; undefined when it is one SELECT. */
export function boundPieces(
	node: RuleNode,
	bind: (sql: string) => string,
): BoundPieces | undefined {
	if (node.kind !== "model" || node.iterate === undefined) return undefined;
	const { seed, step, stop } = node.iterate;
	return {
		seed: bind(seed.sql),
		step: bind(step.sql),
		stop: stop === undefined ? undefined : bind(stop.sql),
	};
}

function list(names: readonly string[], table?: string): string {
	return names
		.map((name) =>
			table === undefined ? identifier(name) : `${table}.${identifier(name)}`,
		)
		.join(", ");
}

/** The rows of a SELECT whose key was not reached before; of rows with one key the first in order of all columns. */
function freshRows(model: LoadedModel, sql: string, first: boolean): string {
	const columns = model.header.columns.map(({ name }) => name);
	const key = model.header.iterate?.key;
	if (key === undefined)
		return first
			? `SELECT DISTINCT ${list(columns)} FROM (\n${sql}\n) AS made`
			: `SELECT ${list(columns)} FROM (\n${sql}\n) AS made EXCEPT SELECT ${list(columns)} FROM ${REACHED}`;
	const seen = key
		.map(
			(name) =>
				`old.${identifier(name)} IS NOT DISTINCT FROM made.${identifier(name)}`,
		)
		.join(" AND ");
	const unseen = first
		? ""
		: ` WHERE NOT EXISTS (SELECT 1 FROM ${REACHED} AS old WHERE ${seen})`;
	return `SELECT ${list(columns)} FROM (SELECT ${list(columns, "made")}, row_number() OVER (PARTITION BY ${list(key, "made")} ORDER BY ${list(columns, "made")}) AS turn_of_key FROM (\n${sql}\n) AS made${unseen}) AS turned WHERE turn_of_key = 1`;
}

/**
 * Drives a model of kind iterate: the seed, then the step on what the last round brought, until a round
 * brings nothing new, the stop says so or the maximum is reached. Every round is one SELECT, so that
 * an engine without recursion does as well, and a key that was reached is not taken again, so that
 * a circle ends.
 * @returns why the model failed; undefined when its rows are complete
 */
export async function runRounds(
	model: LoadedModel,
	pieces: BoundPieces,
	runner: RoundRunner,
): Promise<Problem | undefined> {
	const settings = model.header.iterate;
	if (settings === undefined) return undefined;
	const at = { file: model.file, line: model.place.line };
	const { maximum, max_rows: maxRows } = settings;
	let rows = await runner.round(freshRows(model, pieces.seed, true));
	const step = freshRows(model, pieces.step, false);
	for (let round = 1, fresh = rows; fresh > 0; round++) {
		if (rows > maxRows)
			return problem("rule-limit", at, {
				node: model.name,
				reason: `结果超过 ${maxRows} 行（iterate.max_rows）`,
			});
		if (pieces.stop !== undefined && (await runner.ask(pieces.stop))) break;
		if (round > maximum && settings.at_maximum === "stop") break;
		fresh = await runner.round(step);
		if (round > maximum && fresh > 0)
			return problem("model-unfinished", at, { node: model.name, maximum });
		rows += fresh;
	}
	return undefined;
}
