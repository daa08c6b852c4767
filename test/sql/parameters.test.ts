import { describe, expect, test } from "vitest";
import { runSelectOnRows } from "../../src/engine/index.ts";
import { ProblemError } from "../../src/errors/index.ts";
import { type BoundParameter, bindParameters } from "../../src/rules/index.ts";
import { tokenize } from "../../src/rules/lint/tokens.ts";

const values = new Map<string, BoundParameter>([
	["as_of", { type: "date", value: "2026-06-30" }],
	["days", { type: "integer", value: -5 }],
	["share", { type: "decimal", value: "0.0005" }],
	["yes", { type: "boolean", value: true }],
	["word", { type: "text", value: "it's :days '' -- $$" }],
	["none", { type: "decimal", value: null }],
]);

describe("bindParameters", () => {
	test("puts typed literals in the place of tokens, not of text", () => {
		const sql = `select ':days', ":days", x -:days, a::days -- :days\n/* :days */ , :days`;
		expect(bindParameters(sql, values)).toBe(
			`select ':days', ":days", x -(-5), a::days -- :days\n/* :days */ , (-5)`,
		);
	});

	test("each value arrives whole and with its type", async () => {
		const { columns, rows } = await runSelectOnRows({
			sql: bindParameters(
				"select :as_of as a, :days as d, 1 -:days as m, :share as s, :yes as y, :word as w, :none as n",
				values,
			),
			tables: [],
		});
		expect(rows).toEqual([
			{
				a: "2026-06-30",
				d: -5,
				m: 6,
				s: "0.0005",
				y: true,
				w: "it's :days '' -- $$",
				n: null,
			},
		]);
		expect(columns.map(({ type }) => type)).toEqual([
			"DATE",
			"INTEGER",
			"INTEGER",
			"DECIMAL(5,4)",
			"BOOLEAN",
			"VARCHAR",
			"DECIMAL(18,6)",
		]);
	});

	test.each([
		["select :other", "sql-parameter-unknown", values],
		[
			"select :x",
			"sql-parameter-value",
			new Map([["x", { type: "integer", value: "1; drop" }]]),
		],
		[
			"select :x",
			"sql-parameter-value",
			new Map([["x", { type: "date", value: "' or 1" }]]),
		],
		[
			"select :x",
			"sql-parameter-value",
			new Map([["x", { type: "decimal", value: "1e3" }]]),
		],
		[
			"select :x",
			"sql-parameter-value",
			new Map([["x", { type: "boolean", value: "yes" }]]),
		],
	] as [string, string, Map<string, BoundParameter>][])(
		"%s: %s",
		(sql, code, given) => {
			expect(() => bindParameters(sql, given)).toThrow(ProblemError);
			expect(() => bindParameters(sql, given)).toThrow(code);
		},
	);
});

describe("tokens", () => {
	test("are the text again, with line and column in characters", () => {
		const sql = "select 'a''b', \"x\"\"y\",\n  𠮷_1 >= 1.5e-3 /* \n */ :p";
		const tokens = tokenize(sql);
		expect(tokens.map(({ text }) => text).join("")).toBe(sql);
		expect(
			tokens
				.filter(({ kind }) => kind !== "space")
				.map(({ kind, text, line, column }) => [kind, text, line, column]),
		).toEqual([
			["word", "select", 1, 1],
			["string", "'a''b'", 1, 8],
			["operator", ",", 1, 14],
			["quoted", '"x""y"', 1, 16],
			["operator", ",", 1, 22],
			["word", "𠮷_1", 2, 3],
			["operator", ">=", 2, 7],
			["number", "1.5e-3", 2, 10],
			["comment", "/* \n */", 2, 17],
			["parameter", ":p", 3, 5],
		]);
	});
});
