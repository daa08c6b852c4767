import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Testbed } from "../../src/engine/index.ts";
import { bindParameters, lintSql } from "../../src/rules/index.ts";
import { differences } from "./differences.ts";
import { tables } from "./spelling-tables.ts";
import { spellings } from "./spellings.ts";

const doc = readFileSync(
	new URL("../../docs/portable-sql.md", import.meta.url),
	"utf8",
);

let testbed: Testbed;

beforeAll(async () => {
	testbed = await Testbed.open();
	for (const table of tables)
		await testbed.createTable(table.name, table.columns, table.rows);
});
afterAll(() => testbed.close());

describe.each(Object.entries(spellings))("%s", (_, group) => {
	test.each(group.map((item) => [item.need, item] as const))(
		"%s",
		async (_need, { sql, rows }) => {
			const found = await lintSql(sql, {
				file: "spelling",
				parameters: [],
				inputs: tables,
			});
			expect(found).toEqual([]);
			const bound = bindParameters(
				sql,
				new Map([["as_of", { type: "date", value: "2026-06-30" }]]),
			);
			const result = await testbed.select(bound);
			expect(result.rows.map((row) => Object.values(row))).toEqual(rows);
		},
	);
});

describe("docs/portable-sql.md", () => {
	test("shows every need with its spelling", () => {
		for (const { need, sql } of Object.values(spellings).flat()) {
			expect(doc).toContain(need);
			expect(doc).toContain(sql);
		}
	});

	test("says of each rule of the catalogue what it needs", () => {
		const packs = {
			LYCT: 16,
			WBCB: 18,
			GCZB: 11,
			GXB: 15,
			XBML: 18,
			ZXZJ: 9,
			GZ: 9,
			JBT: 12,
		};
		for (const [pack, rules] of Object.entries(packs))
			for (let i = 1; i <= rules; i++)
				expect(doc).toMatch(
					new RegExp(`^\\| ${pack}-${String(i).padStart(2, "0")} \\| \\w`, "m"),
				);
	});

	test("shows the short list", () => {
		for (const { what, why, instead } of differences)
			for (const text of [what, why, instead]) expect(doc).toContain(text);
	});
});
