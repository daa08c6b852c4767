import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** How many of the latest logs are read. */
const LOGS = 10;

/** What a file took when it was last met. */
export interface FileRecord {
	bytes: number;
	ms: number;
	/** When, in milliseconds since 1970. */
	at: number;
}

/** What earlier runs of a workspace say of the time that things take. */
export interface History {
	/** Files that were loaded, by path below sources/. */
	loaded: ReadonlyMap<string, FileRecord>;
	/** Files that were there, whatever became of them. */
	met: ReadonlyMap<string, FileRecord>;
	/** Milliseconds that it took to see that a file is as it was. */
	stood: ReadonlyMap<string, number>;
	/** Milliseconds of models and rules that were executed. */
	nodes: ReadonlyMap<string, number>;
}

interface Line {
	type?: string;
	time?: string;
	file?: string;
	name?: string;
	status?: string;
	bytes?: number;
	seconds?: number;
	ms?: number;
}

/** The lines of a log; a last one that was cut off says nothing. */
function linesOf(path: string): Line[] {
	return readFileSync(path, "utf8")
		.split("\n")
		.flatMap((line): Line[] => {
			try {
				return [JSON.parse(line)];
			} catch {
				return [];
			}
		});
}

/** Reads the latest logs of `run` and `load`; of a file or node the newest word counts. */
export function readHistory(logs: string): History {
	const loaded = new Map<string, FileRecord>();
	const met = new Map<string, FileRecord>();
	const stood = new Map<string, number>();
	const nodes = new Map<string, number>();
	const names = existsSync(logs) ? readdirSync(logs) : [];
	const latest = names
		.filter((name) => /-(run|load)-\d+\.ndjson$/.test(name))
		.sort()
		.slice(-LOGS);
	for (const name of latest) {
		for (const line of linesOf(join(logs, name))) {
			if (line.type === "node-done" && line.status === "ran" && line.name)
				nodes.set(line.name, line.ms ?? 0);
			if (line.type !== "source-done" || !line.file || !line.bytes) continue;
			const record = {
				bytes: line.bytes,
				ms: (line.seconds ?? 0) * 1000,
				at: Date.parse(line.time ?? ""),
			};
			met.set(line.file, record);
			if (line.status === "loaded") loaded.set(line.file, record);
			if (line.status === "unchanged") stood.set(line.file, record.ms);
		}
	}
	return { loaded, met, stood, nodes };
}
