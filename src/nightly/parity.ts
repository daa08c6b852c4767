import { canonicalJson, compareCodePoints, sha256 } from "../base/index.ts";
import type { ColumnKind } from "../datasets/index.ts";
import {
	type Column,
	type Engine,
	type EngineName,
	engineNames,
	identifier,
	type NodeEngine,
	pathLiteral,
	type QueryResult,
	type Value,
} from "../engine/index.ts";
import { fail, type Problem } from "../errors/index.ts";
import { maskValue } from "../privacy/index.ts";
import type { RuleSet } from "../rules/index.ts";
import type { NodeProgress, RunResult } from "../run/index.ts";
import { Store } from "../store/index.ts";
import { lockStore, type Workspace } from "../workspace/index.ts";
import { runAside } from "./aside.ts";
import { loadDefinitions, selectRules } from "./definitions.ts";
import { openEngine } from "./engine.ts";
import { maskedColumns } from "./masked-columns.ts";

/** Digits of a DOUBLE that are compared. */
const DOUBLE_DIGITS = 12;

/** How many differing rows of a node are kept for show. */
const SHOWN = 5;

/** What a node made on one engine. */
interface Side {
	rows: number;
	/** sha256 of its canonical rows; undefined when it did not run. */
	digest: string | undefined;
	/** Why it did not run. */
	reason: string | undefined;
}

export interface NodeParity {
	name: string;
	kind: "model" | "rule";
	same: boolean;
	here: Side;
	there: Side;
	/** The first rows that only one side has, masked. */
	onlyHere: Record<string, string>[];
	onlyThere: Record<string, string>[];
	/** The SQL as it was asked, where the sides differ. */
	sql: string | undefined;
}

export interface Parity {
	asOf: string;
	snapshot: number;
	engines: { here: string; there: string };
	nodes: NodeParity[];
	problems: Problem[];
}

/** The rows of a node, each as a text that is the same on every engine, in the order of the texts. */
function canonical({ columns, rows }: QueryResult): string[] {
	const names = columns.map(({ name }) => name);
	return rows
		.map((row) =>
			canonicalJson(
				names.map((name) => {
					const value = row[name] ?? null;
					// Each engine adds in its own order: the last bits of a sum differ, also from run to run.
					return typeof value === "number" && !Number.isInteger(value)
						? Number.isFinite(value)
							? value.toPrecision(DOUBLE_DIGITS)
							: String(value)
						: value;
				}),
			),
		)
		.sort(compareCodePoints);
}

/** What a run made of a node: its canonical rows, or why there are none. */
type Made =
	| { lines: string[]; columns: string[]; sql: string }
	| { reason: string };

/** Reads every result of a run back, while its engine still holds them. */
async function readResults(
	result: RunResult,
	set: RuleSet,
	host: Engine,
	nodes: NodeEngine,
): Promise<Map<string, Made>> {
	const found = new Map<string, Made>();
	for (const [name, file] of result.files) {
		const job = result.jobs.get(name);
		if (job === undefined) continue;
		const model = set.models.get(name);
		const rows =
			model === undefined
				? await host.query(`SELECT * FROM read_parquet(${pathLiteral(file)})`)
				: await nodes.select({
						...job,
						sql: `SELECT * FROM ${identifier(name)}`,
						inputs: [
							{
								name,
								columns: model.header.columns.map((column) => ({
									name: column.name,
									type: column.type as Column["type"],
								})),
								files: [file],
							},
						],
					});
		found.set(name, {
			lines: canonical(rows),
			columns: rows.columns.map((column) => column.name),
			sql: job.sql,
		});
	}
	for (const { id, status, reason } of result.outcomes)
		if (status !== "ran") found.set(id, { reason: reason?.text ?? status });
	return found;
}

/** Rows that one side has and the other has not, as often as they are more. */
function without(
	lines: readonly string[],
	others: readonly string[],
): string[] {
	const count = new Map<string, number>();
	for (const line of others) count.set(line, (count.get(line) ?? 0) + 1);
	return lines.filter((line) => {
		const left = count.get(line) ?? 0;
		count.set(line, left - 1);
		return left <= 0;
	});
}

function rowOf(
	line: string,
	columns: readonly string[],
	kinds: ReadonlyMap<string, ColumnKind>,
): NodeParity["onlyHere"][number] {
	const values = JSON.parse(line) as Value[];
	return Object.fromEntries(
		columns.map((name, i) => [
			name,
			maskValue(kinds.get(name) ?? "text", values[i]),
		]),
	);
}

function sideOf(made: Made | undefined): Side {
	if (made === undefined)
		return { rows: 0, digest: undefined, reason: "没有运行" };
	if ("reason" in made)
		return { rows: 0, digest: undefined, reason: made.reason };
	return {
		rows: made.lines.length,
		digest: sha256(made.lines.join("\n")),
		reason: undefined,
	};
}

function compare(
	name: string,
	kind: NodeParity["kind"],
	here: Made | undefined,
	there: Made | undefined,
	kinds: ReadonlyMap<string, ColumnKind>,
): NodeParity {
	const sides = { here: sideOf(here), there: sideOf(there) };
	const same = sides.here.digest === sides.there.digest;
	const rows = (
		one: Made | undefined,
		other: Made | undefined,
	): NodeParity["onlyHere"] => {
		if (same || one === undefined || "reason" in one) return [];
		const others = other === undefined || "reason" in other ? [] : other.lines;
		return without(one.lines, others)
			.slice(0, SHOWN)
			.map((line) => rowOf(line, one.columns, kinds));
	};
	return {
		name,
		kind,
		same,
		...sides,
		onlyHere: rows(here, there),
		onlyThere: rows(there, here),
		sql: same || here === undefined || "reason" in here ? undefined : here.sql,
	};
}

/**
 * Runs models and rules on the engine of this machine and on another, and compares what each node made,
 * row by row. Nothing of it is kept; the lead log and the runs are left alone.
 * A node that neither engine could run for want of data counts as the same.
 * Fails with run-missing when nothing was loaded, and as openEngine does.
 */
export async function compareEngines(options: {
	workspace: Workspace;
	engine: EngineName;
	/** Rule ids or packs; none means those of bidui.yaml. */
	rules: readonly string[];
	asOf?: string | undefined;
	onProgress: (event: NodeProgress) => void;
	signal: AbortSignal;
}): Promise<Parity> {
	const { workspace } = options;
	const asOf = options.asOf ?? workspace.config.as_of;
	const unlock = lockStore(workspace.store);
	try {
		const store = new Store(workspace.store);
		const snapshot = store.currentSnapshot();
		if (snapshot === undefined)
			return fail("run-missing", { file: workspace.root });
		const definitions = loadDefinitions(workspace);
		const { set } = definitions;
		const selection = await selectRules(
			definitions,
			workspace,
			options.rules,
			asOf,
		);
		const run = (name: EngineName) =>
			runAside(
				{
					set,
					rules: selection.rules,
					barred: selection.barred,
					workspace,
					store,
					snapshot,
					asOf,
					fresh: new Set(selection.rules),
					onProgress: options.onProgress,
					signal: options.signal,
				},
				async (result, host, nodes) => ({
					version: nodes.version,
					made: await readResults(result, set, host, nodes),
					problems: result.problems,
				}),
				(host) =>
					openEngine({ workspace, name, snapshot, store, definitions, host }),
			);
		const here = await run(engineNames[0]);
		const there = await run(options.engine);
		const kinds = maskedColumns(set.datasets);
		const names = [...new Set([...here.made.keys(), ...there.made.keys()])];
		return {
			asOf,
			snapshot: snapshot.n,
			engines: { here: here.version, there: there.version },
			nodes: names
				.sort(compareCodePoints)
				.map((name) =>
					compare(
						name,
						set.models.has(name) ? "model" : "rule",
						here.made.get(name),
						there.made.get(name),
						kinds,
					),
				),
			problems: [...selection.problems, ...there.problems],
		};
	} finally {
		unlock();
	}
}
