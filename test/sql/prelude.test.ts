import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	installPrelude,
	macros,
} from "../../src/engine/duckdb/prelude/index.ts";
import { functions } from "../../src/rules/lint/data/functions.ts";

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

async function rows(sql: string): Promise<unknown[][]> {
	return (await connection.runAndReadAll(sql)).getRowsJson();
}

describe("division of decimals", () => {
	/** Half up away from zero at two digits, on integers. */
	function quotient(a: bigint, b: bigint): string {
		const negative = a < 0n !== b < 0n;
		const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
		const cents = (2n * x * 100n + y) / (2n * y);
		const text = cents.toString().padStart(3, "0");
		return `${negative && cents !== 0n ? "-" : ""}${text.slice(0, -2)}.${text.slice(-2)}`;
	}

	test("is exact at every size, half up", async () => {
		let seed = 7n;
		const random = (bits: bigint) => {
			seed = (seed * 6364136223846793005n + 1442695040888963407n) % (1n << 64n);
			return (seed >> 8n) % (1n << bits);
		};
		const pairs: [bigint, bigint][] = [
			[1n, 8n],
			[-1n, 8n],
			[101n, 200n],
			[999999999999999999n, 1n],
			[999999999999999999n, 999999999999999998n],
		];
		for (let i = 0; i < 500; i++)
			pairs.push([
				random(BigInt(5 + (i % 54))) * (i % 3 === 0 ? -1n : 1n),
				random(BigInt(5 + ((i * 7) % 54))) + 1n,
			]);
		const money = (x: bigint) => {
			const text = (x < 0n ? -x : x).toString().padStart(3, "0");
			return `cast('${x < 0n ? "-" : ""}${text.slice(0, -2)}.${text.slice(-2)}' as decimal(18,2))`;
		};
		const found = await rows(
			`select cast(a / b as varchar) from (values ${pairs.map(([a, b]) => `(${money(a)}, ${money(b)})`).join(", ")}) t(a, b)`,
		);
		expect(found.map(([x]) => x)).toEqual(
			pairs.map(([a, b]) => quotient(a, b)),
		);
	});

	test("an aggregate inside keeps the types apart", async () => {
		expect(
			await rows(
				"select typeof(sum(d) / count(*)), typeof(sum(i) / count(*)), typeof(sum(f) / count(*)), sum(d) / count(*), sum(i) / count(*), sum(f) / count(*) from (values (1.25, 1, 1e0), (1.30, 2, 2e0)) t(d, i, f)",
			),
		).toEqual([["DECIMAL(38,2)", "HUGEINT", "DOUBLE", "1.28", "1", 1.5]]);
	});

	test("by zero is an error, except for doubles; TRY gives NULL", async () => {
		await expect(rows("select 1 / 0")).rejects.toThrow("Division by zero");
		await expect(rows("select 1.5 / 0")).rejects.toThrow("Division by zero");
		await expect(
			rows("select a % b from (values (1, 0)) t(a, b)"),
		).rejects.toThrow("Division by zero");
		expect(await rows("select 1e0 / 0, try(1 / 0)")).toEqual([
			["Infinity", null],
		]);
		expect(
			await rows(
				"select case when b <> 0 then a / b end from (values (1, 0), (4, 2)) t(a, b) order by 1",
			),
		).toEqual([[2], [null]]);
	});
});

describe("macros", () => {
	test("nested calls stay small enough to bind", async () => {
		const start = performance.now();
		expect(
			await rows("select ((1.5 / 2.0) / 3.0) / 4.0 * 2.5 * 1.25"),
		).toHaveLength(1);
		expect(performance.now() - start).toBeLessThan(2_000);
	});

	test("names in a rule are never taken for those in a body", async () => {
		expect(
			await rows(
				"select contains(x, a), array_join(x, '-', r.b), round(avg(d) over (), 1), date_add(unit, n, d2) from (values ('q', array['q', null], '?', 1.25e0, 'month', 1, date '2024-01-31')) as r(a, x, b, d, unit, n, d2)",
			),
		).toEqual([[true, "q-?", 1.3, "2024-02-29"]]);
	});

	test("counts of nothing are 0, as in Trino", async () => {
		expect(
			await rows(
				"select count_if(a > 1), count_if(b), count(*) from (values (1, cast(null as boolean))) as r(a, b) where a > 5",
			),
		).toEqual([["0", "0", "0"]]);
		expect(
			await rows(
				"select count_if(a > 1) from (values (cast(null as integer)), (2)) as r(a)",
			),
		).toEqual([["1"]]);
	});

	test("every function that the linter allows exists", async () => {
		const known = new Set(
			(await rows("select distinct function_name from duckdb_functions()")).map(
				([name]) => String(name),
			),
		);
		// The parser makes these itself.
		const syntax = new Set(["nullif", "position"]);
		expect(
			[...functions.keys()].filter(
				(name) => !known.has(name) && !syntax.has(name),
			),
		).toEqual([]);
	});

	test("every macro but the helpers is allowed by the linter", () => {
		const operators = new Set(["+", "-", "*", "/", "%"]);
		expect(
			macros
				.map(({ name }) => name)
				.filter(
					(name) =>
						!name.endsWith("_") && !operators.has(name) && !functions.has(name),
				),
		).toEqual(["codepoint"]);
	});

	test("install quickly", async () => {
		const times: number[] = [];
		for (let i = 0; i < 5; i++) {
			const fresh = await DuckDBInstance.create(":memory:");
			const own = await fresh.connect();
			const start = performance.now();
			await installPrelude(own);
			times.push(performance.now() - start);
			own.closeSync();
			fresh.closeSync();
		}
		const best = Math.min(...times);
		console.info(`prelude of ${macros.length} macros: ${best.toFixed(0)} ms`);
		expect(best).toBeLessThan(150);
	});
});
