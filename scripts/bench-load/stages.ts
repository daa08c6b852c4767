import { readdirSync, readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { DuckDBConnection } from "@duckdb/node-api";

/** What a statement of the load is for; the first pattern that fits decides. */
const statements: readonly (readonly [stage: string, sign: RegExp])[] = [
	[
		"change against the version before",
		/approx_count_distinct|\b(differing|went|came|paired)\b|^SELECT count\([^)]*\) AS v0, /,
	],
	["normalised part", /^(EXPLAIN )?COPY .*TO '[^']*part\.parquet'/s],
	["raw text", /^COPY .*TO '[^']*raw\d*\.parquet'/s],
	[
		"raw text",
		/^SELECT count\(\*\) AS n FROM read_parquet\('[^']*raw\.parquet/,
	],
	["tables below one another", /list_contains\(|^SELECT _row(, c1.*)? FROM/s],
	["findings", /\bfound\b|AS v\d+/],
	["total rows", /\btotals\b/],
	["rows that are no data", /\baside\b/],
	["people in one cell", /AS any FROM/],
	[
		"first look at all cells",
		/^SELECT count\(\*\) AS n, |regexp_full_match\(c/,
	],
	["duplicates", /DISTINCT hash\(|coalesce\(CAST\(/],
	["medians", /quantile_disc/],
	["same content", /bit_xor/],
	["settings and lists", /^SET|known_region/],
];

/** What measuring takes; it is left out. */
const PROFILER = "profiler";

/** What Node itself does, by the file or the native function that runs. */
const functions: readonly (readonly [stage: string, sign: RegExp])[] = [
	[PROFILER, /inspector|^dispatch $/],
	["record scanner", /csv-scan/],
	[
		"decode and copy",
		/decode\/|csv-text|internal\/encoding|^(decode|write\w*|isUtf8) $/,
	],
	["digests", /crypto|^update $/],
	["publish", /^(fsync|rename|link|unlink|chmod) $|base\/files/],
	["delimiter and headings", /headings|header\/|csv-dialect|csv-parse/],
	["workbook library", /hucre|archive|zlib/],
	["canonical text", /canonical|xlsx/],
	["garbage collector", /garbage/],
];

export interface Stage {
	name: string;
	/** Statements that the engine ran; none for work of Node. */
	statements: number;
	/** Processor seconds of all threads. */
	cpu: number;
	/** Processor seconds of the busiest thread: what it takes at least, however many cores there are. */
	busiest: number;
}

function stageOf(
	table: readonly (readonly [string, RegExp])[],
	text: string,
	otherwise: string,
): string {
	return table.find(([, sign]) => sign.test(text))?.[0] ?? otherwise;
}

/** Processor seconds of each thread of this process; waiting for a core does not count. */
function threads(): Map<string, number> {
	return new Map(
		readdirSync("/proc/self/task").map((id) => {
			const [nanoseconds] = readFileSync(
				`/proc/self/task/${id}/schedstat`,
				"utf8",
			).split(" ");
			return [id, Number(nanoseconds) / 1e9];
		}),
	);
}

function since(before: ReadonlyMap<string, number>): number[] {
	return [...threads()].map(([id, now]) => now - (before.get(id) ?? 0));
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/**
 * Runs work and tells what its time goes to: each statement of the engine by what it is for, and what
 * Node does by its function. Linux only; right where one file is loaded at a time.
 */
export async function byStage(work: () => Promise<unknown>): Promise<Stage[]> {
	const stages = new Map<string, Stage>();
	const add = (name: string, more: Omit<Stage, "name">) => {
		const stage = stages.get(name) ?? {
			name,
			statements: 0,
			cpu: 0,
			busiest: 0,
		};
		stage.statements += more.statements;
		stage.cpu += more.cpu;
		stage.busiest += more.busiest;
		stages.set(name, stage);
	};
	const main = String(process.pid);
	let inside = false;
	const plain = DuckDBConnection.prototype.run;
	const plainRead = DuckDBConnection.prototype.runAndReadAll;
	const timed = async <Result>(sql: unknown, run: () => Promise<Result>) => {
		if (inside) return run();
		inside = true;
		const before = threads();
		const result = await run();
		before.set(main, Number.POSITIVE_INFINITY);
		const spent = since(before).filter((seconds) => seconds > 0);
		add(stageOf(statements, String(sql), "other statements"), {
			statements: 1,
			cpu: sum(spent),
			busiest: Math.max(0, ...spent),
		});
		inside = false;
		return result;
	};
	DuckDBConnection.prototype.run = function (this, sql, ...rest) {
		return timed(sql, () => plain.call(this, sql, ...rest));
	};
	DuckDBConnection.prototype.runAndReadAll = function (this, sql, ...rest) {
		return timed(sql, () => plainRead.call(this, sql, ...rest));
	};
	const session = new Session();
	session.connect();
	await session.post("Profiler.enable");
	const before = threads();
	await session.post("Profiler.start");
	await work();
	const { profile } = await session.post("Profiler.stop");
	session.disconnect();
	const node = (threads().get(main) ?? 0) - (before.get(main) ?? 0);
	// Samples are of the clock, which runs on while others have the core: only their shares are taken.
	const calls = new Map(profile.nodes.map((item) => [item.id, item.callFrame]));
	const shares = new Map<string, number>();
	profile.samples?.forEach((id, i) => {
		const call = calls.get(id);
		if (call === undefined || call.functionName === "(idle)") return;
		const name = stageOf(
			functions,
			`${call.functionName} ${call.url}`,
			"everything else in Node",
		);
		shares.set(name, (shares.get(name) ?? 0) + (profile.timeDeltas?.[i] ?? 0));
	});
	const all = sum([...shares.values()]);
	shares.delete(PROFILER);
	for (const [name, share] of shares)
		add(name, {
			statements: 0,
			cpu: (node * share) / all,
			busiest: (node * share) / all,
		});
	return [...stages.values()].sort((a, b) => b.cpu - a.cpu);
}
