import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Measured, measure } from "./measure.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Yardstick extends Measured {
	load: number;
	/** How many it loaded. */
	rows: number;
	comparisons: { name: string; seconds: number; rows: number }[];
}

/** The hand-written program, on all files or on those that changed. */
export async function yardstick(
	sources: string,
	store: string,
	changed: readonly string[] = [],
): Promise<Yardstick> {
	const ran = await measure([
		"--import",
		"tsx",
		join(root, "scripts/bench/yardstick.ts"),
		sources,
		store,
		...changed,
	]);
	if (ran.code !== 0) throw new Error(ran.err);
	return { ...ran, ...JSON.parse(ran.out) };
}

export interface NodeTime {
	kind: "rule" | "model";
	name: string;
	seconds: number;
	unchanged: boolean;
}
export interface BiduiRun extends Measured {
	nodes: NodeTime[];
	/** Leads of each rule. */
	leads: Record<string, number>;
}

/** The real binary; the seconds of each rule and model are in its log. */
export async function bidui(
	workspace: string,
	command: "load" | "run",
	rules: readonly string[] = [],
	asOf?: string,
): Promise<BiduiRun> {
	const ran = await measure([
		join(root, "bin/bidui.mjs"),
		command,
		"--workspace",
		workspace,
		"--json",
		...(rules.length > 0 ? ["--rules", rules.join(",")] : []),
		...(asOf === undefined ? [] : ["--as-of", asOf]),
	]);
	// 3: a source was refused or a rule failed. The figures are still those of what ran.
	if (ran.code === 3) console.error(ran.err.slice(ran.err.indexOf("错误[")));
	else if (ran.code !== 0) throw new Error(`bidui ${command}: ${ran.err}`);
	const printed: { rules?: { id: string; status: string; leads: number }[] } =
		JSON.parse(ran.out);
	const bad = printed.rules?.filter(({ status }) => status !== "ran") ?? [];
	for (const { id, status } of bad) console.error(`${id}: ${status}`);
	return {
		...ran,
		nodes: nodesOf(workspace),
		leads: Object.fromEntries(
			(printed.rules ?? []).map(({ id, leads }) => [id, leads]),
		),
	};
}

/** The last log of the workspace, one JSON object a line. */
function nodesOf(workspace: string): NodeTime[] {
	const logs = join(workspace, "logs");
	const last = readdirSync(logs).sort().at(-1);
	if (last === undefined) return [];
	return readFileSync(join(logs, last), "utf8")
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line))
		.filter(({ type }) => type === "node-done")
		.map(({ kind, name, ms, status }) => ({
			kind,
			name,
			seconds: ms / 1000,
			unchanged: status === "unchanged",
		}));
}
