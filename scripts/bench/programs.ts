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
	/** From the start of the first model or rule to the end of the last; processor and memory of the whole process meanwhile. */
	rules: Cost;
	nodes: NodeTime[];
	/** Fingerprint of each rule's hits; undefined where it did not run. */
	keys: Record<string, string | undefined>;
}

/** The real binary; the seconds of each rule and model are in its profile. */
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
		...(command === "run" ? ["--profile"] : []),
		...(rules.length > 0 ? ["--rules", rules.join(",")] : []),
		...(asOf === undefined ? [] : ["--as-of", asOf]),
	]);
	// 3: a source was refused or a rule failed. The figures are still those of what ran.
	if (ran.code === 3) console.error(ran.err.slice(ran.err.indexOf("错误[")));
	else if (ran.code !== 0) throw new Error(`bidui ${command}: ${ran.err}`);
	const printed: {
		rules?: { id: string; status: string }[];
		profile?: string[];
	} = JSON.parse(ran.out);
	const bad = printed.rules?.filter(({ status }) => status !== "ran") ?? [];
	for (const { id, status } of bad) console.error(`${id}: ${status}`);
	return {
		whole: cost(ran),
		...nodesOf(printed.profile?.[0]),
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

interface Profile {
	spans: {
		kind: string;
		name: string;
		status: string;
		start: number;
		end: number;
	}[];
	samples: { at: number; bytes: number; cores: number }[];
}

/** What the profile of a run says of its models and rules; without one there were none. */
function nodesOf(file: string | undefined): Pick<BiduiRun, "nodes" | "rules"> {
	if (file === undefined) return { nodes: [], rules: { seconds: 0 } };
	const { spans, samples }: Profile = JSON.parse(readFileSync(file, "utf8"));
	const nodes = spans.filter(({ kind }) => kind === "rule" || kind === "model");
	const start = Math.min(...nodes.map((span) => span.start));
	const end = Math.max(...nodes.map((span) => span.end));
	const cpuMs = samples.reduce((total, { at, cores }, i) => {
		const from = samples[i - 1]?.at ?? 0;
		return from >= start && at <= end ? total + cores * (at - from) : total;
	}, 0);
	const meanwhile = samples.filter(({ at }) => at >= start && at <= end);
	return {
		rules: {
			seconds: (end - start) / 1000,
			cpu: cpuMs / 1000,
			mb: Math.round(
				Math.max(0, ...meanwhile.map(({ bytes }) => bytes)) / 2 ** 20,
			),
		},
		nodes: nodes.map(({ kind, name, status, start, end }) => ({
			kind: kind as NodeTime["kind"],
			name,
			seconds: (end - start) / 1000,
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
