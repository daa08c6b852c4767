import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { clean, cleanMacros } from "./clean.ts";
import { comparisons, tablesOf } from "./comparisons.ts";
import type { BiduiRun } from "./programs.ts";

export type Keys = ReadonlySet<string>;

/**
 * same: both found the same keys; spelling: the yardstick's own SQL gives bidui's keys once the texts are
 * spelled one way; unexplained: it does not.
 */
export type Verdict = "same" | "spelling" | "unexplained";

/** What both found, and whether it is the same. */
export interface Answer {
	keysByHand: number;
	keys: number;
	/** The start of a digest of bidui's keys, in order. */
	digest: string;
	/** Keys that only bidui found, and only the yardstick. */
	more: number;
	fewer: number;
	verdict: Verdict;
}

/** The keys of a comparison as yardstick.ts and polars_script.py write them. */
export function writtenKeys(store: string, name: string): Keys {
	const file = join(store, "keys", `${name}.txt`);
	const text = existsSync(file) ? readFileSync(file, "utf8") : "";
	return new Set(text === "" ? [] : text.split("\n"));
}

/** The keys that a rule of the bench has in the store of a workspace, under the fingerprint of its last run. */
async function ruleKeys(
	db: DuckDBConnection,
	workspace: string,
	rule: string,
	key: string | undefined,
): Promise<Keys> {
	if (key === undefined) return new Set();
	const file = join(workspace, "store", "hits", rule, `${key}.parquet`);
	return column(db, `SELECT DISTINCT k FROM read_parquet('${file}')`);
}

/**
 * Compares the keys that bidui's rules hold with the yardstick's, comparison by comparison. Where they differ the
 * yardstick's SQL is asked once more, of texts that `clean.ts` spells one way.
 */
export async function answersOf(
	workspace: string,
	store: string,
	ran: Pick<BiduiRun, "keys">,
	rules: readonly { id: string; name: string }[],
): Promise<Map<string, Answer>> {
	return open(async (db) => {
		await cleanViews(db, store);
		const answers = new Map<string, Answer>();
		for (const { id, name } of rules) {
			const byHand = writtenKeys(store, name);
			const keys = await ruleKeys(db, workspace, id, ran.keys[id]);
			const more = minus(keys, byHand);
			const fewer = minus(byHand, keys);
			let verdict: Verdict = "same";
			if (more + fewer > 0) {
				const cleaned = await column(db, comparisons[name]?.sql ?? "");
				verdict = sameKeys(keys, cleaned) ? "spelling" : "unexplained";
			}
			answers.set(name, {
				keysByHand: byHand.size,
				keys: keys.size,
				digest: digest(keys),
				more,
				fewer,
				verdict,
			});
		}
		return answers;
	});
}

/** One word for several answers. */
export function worst(answers: readonly Answer[]): Verdict {
	const is = (wanted: Verdict) =>
		answers.some(({ verdict }) => verdict === wanted);
	return is("unexplained")
		? "unexplained"
		: is("spelling")
			? "spelling"
			: "same";
}

export function sameKeys(a: Keys, b: Keys): boolean {
	return a.size === b.size && minus(a, b) === 0;
}

function minus(a: Keys, b: Keys): number {
	return [...a].filter((key) => !b.has(key)).length;
}

function digest(keys: Keys): string {
	const hash = createHash("sha256").update([...keys].sort().join("\n"));
	return hash.digest("hex").slice(0, 12);
}

async function open<Result>(
	work: (db: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
	const instance = await DuckDBInstance.create(":memory:");
	const db = await instance.connect();
	try {
		return await work(db);
	} finally {
		db.closeSync();
		instance.closeSync();
	}
}

async function column(db: DuckDBConnection, sql: string): Promise<Set<string>> {
	const rows = (await db.runAndReadAll(sql)).getRows();
	return new Set(rows.flatMap(([key]) => (key === null ? [] : [String(key)])));
}

/** The yardstick's tables under its names for them, every text as `clean.ts` spells it. */
async function cleanViews(db: DuckDBConnection, store: string): Promise<void> {
	for (const macro of cleanMacros) await db.run(macro);
	const files = readdirSync(store).filter((name) => name.endsWith(".parquet"));
	for (const [table, own] of Object.entries(tablesOf(files))) {
		const list = own.map((name) => `'${join(store, name)}'`).join(", ");
		const from = `read_parquet([${list}], union_by_name = true)`;
		const columns = await db.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`);
		const names = columns.getRows().map(([name]) => String(name));
		const cells = names.map((name) => `${clean(name)} AS "${name}"`);
		await db.run(
			`CREATE VIEW ${table} AS SELECT ${cells.join(", ")} FROM ${from}`,
		);
	}
}
