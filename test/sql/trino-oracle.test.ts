import { readFileSync } from "node:fs";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installPrelude } from "../../src/engine/duckdb/prelude/index.ts";
import { lintSql } from "../../src/rules/index.ts";
import { functions } from "../../src/rules/lint/data/functions.ts";
import { tokenize } from "../../src/rules/lint/tokens.ts";
import { differences } from "./differences.ts";
import { ask, difference, type OracleEntry, readOracle } from "./oracle.ts";

type Verdict = "same" | "refused" | "listed" | "wrong";

/** The family of the first function that an entry calls, or what else it is about. */
function familyOf({ sql, text }: OracleEntry): string {
	const words = tokenize(sql)
		.filter(({ kind }) => kind === "word")
		.map(({ text: word }) => word.toLowerCase());
	for (const word of words) {
		const family = functions.get(word)?.family;
		if (family !== undefined) return family;
		if (word === "cast" || word === "try_cast") return "casts";
	}
	return text === sql ? "queries" : "operators and literals";
}

const doc = readFileSync(
	new URL("../../docs/portable-sql.md", import.meta.url),
	"utf8",
);

const listed = new Set(differences.map(({ entry }) => entry));

let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
	instance = await DuckDBInstance.create(":memory:");
	connection = await instance.connect();
	await installPrelude(connection);
});

afterAll(() => {
	connection.closeSync();
	instance.closeSync();
});

describe("the answers of a live Trino 476", () => {
	test("each is given by DuckDB too, refused by the linter, or on the short list", async () => {
		const counts = new Map<string, Record<Verdict, number>>();
		const wrong: string[] = [];
		const needless: string[] = [];
		for (const entry of readOracle()) {
			const findings = await lintSql(entry.sql, {
				file: "oracle",
				parameters: [],
			});
			const refused = findings.some(({ severity }) => severity === "error");
			// What is refused never reaches the engine; a COPY among the entries would write a file.
			const found = refused
				? undefined
				: difference(entry, await ask(connection, entry.sql));
			let verdict: Verdict = "wrong";
			if (refused) verdict = "refused";
			else if (found === undefined) verdict = "same";
			else if (listed.has(entry.text)) verdict = "listed";
			if (verdict === "wrong") wrong.push(`${entry.text}: ${found}`);
			if (listed.has(entry.text) && verdict !== "listed")
				needless.push(entry.text);
			const family = familyOf(entry);
			const row = counts.get(family) ?? {
				same: 0,
				refused: 0,
				listed: 0,
				wrong: 0,
			};
			row[verdict]++;
			counts.set(family, row);
		}
		const total = { same: 0, refused: 0, listed: 0 };
		const lines = [...counts].sort().map(([family, row]) => {
			total.same += row.same;
			total.refused += row.refused;
			total.listed += row.listed;
			return `${family.padEnd(24)}${String(row.same).padStart(6)}${String(row.refused).padStart(9)}${String(row.listed).padStart(8)}`;
		});
		const printed = [
			`${"family".padEnd(24)}  same  refused  listed`,
			...lines,
			`${"all".padEnd(24)}${String(total.same).padStart(6)}${String(total.refused).padStart(9)}${String(total.listed).padStart(8)}`,
		].join("\n");
		console.info(printed);
		expect(wrong).toEqual([]);
		expect(needless).toEqual([]);
		expect(total.same + total.refused + total.listed).toBe(1258);
		expect(listed.size).toBeLessThan(25);
		// The page for authors shows these counts.
		expect(doc).toContain(printed);
	}, 40_000);
});
