import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Measured, measure } from "./measure.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a step took: seconds, seconds of the processor, the most memory held in MB. */
export interface Cost {
	seconds: number;
	cpu?: number;
	mb?: number;
}

/** What steps one after the other took. */
export function together(parts: readonly Cost[]): Cost {
	return {
		seconds: parts.reduce((total, { seconds }) => total + seconds, 0),
		cpu: parts.reduce((total, { cpu }) => total + (cpu ?? 0), 0),
		mb: Math.max(0, ...parts.map(({ mb }) => mb ?? 0)),
	};
}

export interface Yardstick {
	load: Cost;
	/** How many it loaded. */
	rows: number;
	comparisons: (Cost & { name: string; rows: number })[];
}

/** The hand-written program, on all files, or in a night on those that came. */
export async function yardstick(
	sources: string,
	store: string,
	changed?: readonly string[],
): Promise<Yardstick> {
	const ran = await measure([
		"--import",
		"tsx",
		join(root, "scripts/bench/yardstick.ts"),
		sources,
		store,
		...(changed === undefined ? [] : ["--night", ...changed]),
	]);
	if (ran.code !== 0) throw new Error(ran.err);
	return JSON.parse(ran.out);
}

export interface NodeTime {
	kind: "rule" | "model";
	name: string;
	seconds: number;
	unchanged: boolean;
}

export interface BiduiRun {
	/** The whole process. */
	whole: Cost;
	/** From the start of the first model or rule to the end of the last. */
	rules: Cost;
	nodes: NodeTime[];
	/** Fingerprint of each rule's hits; undefined where it did not run. */
	keys: Record<string, string | undefined>;
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
	const printed: { rules?: { id: string; status: string }[] } = JSON.parse(
		ran.out,
	);
	const bad = printed.rules?.filter(({ status }) => status !== "ran") ?? [];
	for (const { id, status } of bad) console.error(`${id}: ${status}`);
	return {
		whole: cost(ran),
		...nodesOf(workspace),
		keys: command === "run" ? keysOf(workspace) : {},
	};
}

function cost({ seconds, cpu, peakMb }: Measured): Cost {
	return {
		seconds,
		...(cpu === undefined ? {} : { cpu }),
		...(peakMb === undefined ? {} : { mb: peakMb }),
	};
}

/** The last log of the workspace, one JSON object a line. */
function nodesOf(workspace: string): Pick<BiduiRun, "nodes" | "rules"> {
	const logs = join(workspace, "logs");
	const lines = linesOf(logs, ".ndjson");
	const starts = lines.filter(({ type }) => type === "node-start");
	const ends = lines.filter(({ type }) => type === "node-done");
	const at = (line: Record<string, string> | undefined) =>
		Date.parse(line?.time ?? "");
	return {
		rules: {
			seconds: ends.length === 0 ? 0 : (at(ends.at(-1)) - at(starts[0])) / 1000,
		},
		nodes: ends.map(({ kind, name, ms, status }) => ({
			kind: kind as NodeTime["kind"],
			name: String(name),
			seconds: Number(ms) / 1000,
			unchanged: status === "unchanged",
		})),
	};
}

/** What the manifest of the last run says: its first line is of the commit, the second the run. */
function keysOf(workspace: string): BiduiRun["keys"] {
	const runs = linesOf(join(workspace, "store", "runs"), ".ndjson");
	const outcomes = (runs[1]?.outcomes ?? []) as unknown as {
		id: string;
		key?: string;
	}[];
	return Object.fromEntries(outcomes.map(({ id, key }) => [id, key]));
}

function linesOf(dir: string, ending: string): Record<string, string>[] {
	const last = readdirSync(dir)
		.filter((name) => name.endsWith(ending))
		.sort()
		.at(-1);
	if (last === undefined) return [];
	return readFileSync(join(dir, last), "utf8")
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line));
}
