import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
} from "vitest";
import { sha256 } from "../../src/base/index.ts";
import {
	compareStates,
	createView,
	readStates,
} from "../../src/engine/duckdb/inputs.ts";
import { openLocked } from "../../src/engine/duckdb/locked.ts";
import { prepareSingleSelect } from "../../src/engine/duckdb/single-select.ts";
import { refuseForeignTables } from "../../src/engine/duckdb/tables.ts";
import {
	type Limits,
	localNodes,
	openDuckdb,
	openLocalBench,
	runSelectOnRows,
	SandboxError,
	type SandboxFailure,
	type SandboxInput,
	type SandboxJob,
} from "../../src/engine/index.ts";
import { lintSql } from "../../src/rules/index.ts";

const { select: runSelect, make: runToParquet } = localNodes();

const folder = mkdtempSync(join(tmpdir(), "bidui-sandbox-"));
const original = join(folder, "original.parquet");
const other = join(folder, "other.parquet");
const part = join(folder, "part.parquet");
const spill = join(folder, "spill");
const outside = join(folder, "outside.csv");

const limits: Limits = {
	memory: "512MB",
	threads: 2,
	spillDir: spill,
	spillMegabytes: 64,
};

/** The part has a third column, `secret`, that the input does not declare. */
const input: SandboxInput = {
	name: "person",
	columns: [
		{ name: "id", type: "BIGINT" },
		{ name: "name", type: "VARCHAR" },
	],
	files: [part],
};

const job = (sql: string, more: Partial<SandboxJob> = {}): SandboxJob => ({
	sql,
	inputs: [input],
	limits,
	timeoutMs: 20_000,
	...more,
});

/** Whether work is refused, by whatever error. */
async function refuses(work: () => Promise<unknown>): Promise<boolean> {
	try {
		await work();
		return false;
	} catch {
		return true;
	}
}

async function failure(work: Promise<unknown>): Promise<SandboxError> {
	try {
		await work;
	} catch (error) {
		if (error instanceof SandboxError) return error;
		throw error;
	}
	throw new Error("it was not refused");
}

/** A connection without any lock, for the layers that only look at the text. */
let open: DuckDBConnection;

beforeAll(async () => {
	open = await (await DuckDBInstance.create(":memory:")).connect();
	const engine = await openDuckdb({ memory: "512MB", threads: 1 });
	await engine.execute(
		`COPY (SELECT i AS id, 'n' || i AS name, 'secret ' || i AS secret FROM range(200000) r(i)) TO '${original}' (FORMAT parquet)`,
	);
	await engine.execute(
		`COPY (SELECT 'other' AS secret) TO '${other}' (FORMAT parquet)`,
	);
	engine.close();
	copyFileSync(original, part);
	await open.run(createView(input));
	writeFileSync(outside, "a,b\n1,2\n");
	mkdirSync(spill);
	writeFileSync(join(spill, "left-over.tmp"), "rows of another node");
});

beforeEach(() => copyFileSync(original, part));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The layers, each alone: true where it refuses a text. */
const layers = {
	linter: async (sql: string) =>
		(
			await lintSql(sql, {
				file: "r",
				parameters: [],
				inputs: [input],
			})
		).some(({ severity }) => severity === "error"),
	single: (sql: string) => refuses(() => prepareSingleSelect(open, sql)),
	tables: (sql: string) =>
		refuses(() => refuseForeignTables(open, sql, ["person"])),
	lock: (sql: string) => withLocked((connection) => connection.run(sql)),
	states: async (sql: string) => {
		const before = readStates([input]);
		await withLocked((connection) => connection.run(sql));
		return refuses(async () => compareStates(before));
	},
};
type Layer = keyof typeof layers;

function withLocked(
	work: (
		connection: Awaited<ReturnType<typeof openLocked>>["connection"],
	) => Promise<unknown>,
): Promise<boolean> {
	return refuses(async () => {
		const locked = await openLocked({
			limits,
			paths: [part],
			prepare: [createView(input)],
		});
		try {
			await work(locked.connection);
		} finally {
			locked.close();
		}
	});
}

/** What each layer alone refuses; every attack is refused by at least two. */
const attacks: readonly (readonly [string, string, readonly Layer[]])[] = [
	[
		"COPY over the part",
		`COPY (SELECT 1 AS id) TO '${part}' (FORMAT parquet, USE_TMP_FILE false)`,
		["linter", "single", "tables", "states"],
	],
	[
		"COPY to another file",
		`COPY (SELECT 1) TO '${folder}/x.csv'`,
		["linter", "single", "tables", "lock"],
	],
	[
		"reading the part itself",
		`SELECT * FROM read_parquet('${part}')`,
		["linter", "tables"],
	],
	[
		"reading the part as text",
		`SELECT * FROM read_blob('${part}')`,
		["linter", "tables"],
	],
	["the part as a table", `SELECT secret FROM '${part}'`, ["linter", "tables"]],
	[
		"another part",
		`SELECT * FROM read_parquet('${other}')`,
		["linter", "tables", "lock"],
	],
	[
		"another part as a table",
		`SELECT * FROM '${other}'`,
		["linter", "tables", "lock"],
	],
	[
		"read_csv",
		`SELECT * FROM read_csv('${outside}')`,
		["linter", "tables", "lock"],
	],
	[
		"read_text",
		`SELECT * FROM read_text('${outside}')`,
		["linter", "tables", "lock"],
	],
	["glob", `SELECT * FROM glob('${folder}/*')`, ["linter", "tables", "lock"]],
	[
		"the spill folder of other nodes",
		`SELECT * FROM read_text('${spill}/left-over.tmp')`,
		["linter", "tables", "lock"],
	],
	[
		"query()",
		"SELECT * FROM query('SELECT * FROM person')",
		["linter", "tables"],
	],
	[
		"query_table()",
		"SELECT * FROM query_table('person')",
		["linter", "tables"],
	],
	["duckdb_views()", "SELECT sql FROM duckdb_views()", ["linter", "tables"]],
	["duckdb_tables()", "SELECT * FROM duckdb_tables()", ["linter", "tables"]],
	[
		"duckdb_settings()",
		"SELECT * FROM duckdb_settings()",
		["linter", "tables"],
	],
	[
		"a qualified name",
		"SELECT * FROM memory.main.person",
		["linter", "tables"],
	],
	[
		"information_schema",
		"SELECT * FROM information_schema.tables",
		["linter", "tables"],
	],
	["sqlite_master", "SELECT * FROM sqlite_master", ["linter", "tables"]],
	[
		"a table that is not declared",
		"SELECT * FROM payment",
		["linter", "single", "tables", "lock"],
	],
	[
		"an undeclared column",
		"SELECT secret FROM person",
		["linter", "single", "lock"],
	],
	[
		"an undeclared column in a condition",
		"SELECT id FROM person WHERE secret LIKE '%1'",
		["linter", "single", "lock"],
	],
	[
		"ATTACH of a file",
		`ATTACH '${folder}/x.db' AS x`,
		["linter", "single", "tables", "lock"],
	],
	[
		"ATTACH in memory",
		"ATTACH ':memory:' AS x",
		["linter", "single", "tables"],
	],
	["PRAGMA", "PRAGMA database_list", ["linter", "tables"]],
	["SET", "SET memory_limit = '8GB'", ["linter", "single", "tables", "lock"]],
	["RESET", "RESET memory_limit", ["linter", "single", "tables", "lock"]],
	[
		"stacked statements",
		"SELECT 1; DROP VIEW person",
		["linter", "single", "tables"],
	],
	["two SELECTs", "SELECT 1; SELECT 2", ["linter", "single"]],
	["INSTALL", "INSTALL httpfs", ["linter", "single", "tables", "lock"]],
	["LOAD", "LOAD httpfs", ["linter", "single", "tables", "lock"]],
	[
		"CREATE OR REPLACE VIEW",
		"CREATE OR REPLACE VIEW person AS SELECT 1 AS id",
		["linter", "single", "tables"],
	],
	["CREATE MACRO", "CREATE MACRO f(x) AS x", ["linter", "single", "tables"]],
	[
		"EXPORT",
		`EXPORT DATABASE '${folder}/dump'`,
		["linter", "single", "tables", "lock"],
	],
	["SHOW", "SHOW TABLES", ["linter", "tables"]],
	["DESCRIBE in FROM", "SELECT * FROM (DESCRIBE person)", ["linter", "tables"]],
	["getenv", "SELECT getenv('HOME')", ["linter", "single", "lock"]],
	["a prepared parameter", "SELECT $1", ["linter", "single", "lock"]],
	["current_setting", "SELECT current_setting('memory_limit')", ["linter"]],
];

describe("each layer with the others switched off", () => {
	test.each(attacks)("%s", async (_, sql, expected) => {
		const refused: Layer[] = [];
		for (const [name, layer] of Object.entries(layers)) {
			copyFileSync(original, part);
			if (await layer(sql)) refused.push(name as Layer);
		}
		expect(refused.sort()).toEqual([...expected].sort());
	});

	test.each(
		attacks.filter(([, , refused]) =>
			refused.some((name) => name !== "linter"),
		),
	)("the sandbox without the linter: %s", async (_, sql) => {
		const before = sha256(readFileSync(part));
		expect((await failure(runSelect(job(sql)))).reason).toBe("sql");
		expect(sha256(readFileSync(part))).toBe(before);
	});

	test("a text that closes the parentheses of the COPY is no SELECT", async () => {
		const sql = `SELECT 1 AS id) TO '${folder}/x.csv' --`;
		const error = await failure(
			runToParquet(job(sql), join(folder, "out.parquet")),
		);
		expect(error.reason).toBe("sql");
		expect(existsSync(join(folder, "x.csv"))).toBe(false);
	});
});

describe("limits", () => {
	const cross =
		"SELECT count(*) AS n FROM person a, person b, person c WHERE a.name < b.name";
	const expected = async (
		work: Promise<unknown>,
		reason: SandboxFailure,
	): Promise<void> => {
		expect((await failure(work)).reason).toBe(reason);
	};

	test("a cross join of everything ends at the time limit", async () => {
		const start = performance.now();
		await expected(runSelect(job(cross, { timeoutMs: 300 })), "timeout");
		expect(performance.now() - start).toBeLessThan(5_000);
	});

	test("the same while it writes, and no file is left", async () => {
		const out = join(folder, "out.parquet");
		await expected(
			runToParquet(
				job("SELECT a.name, b.name AS other FROM person a, person b", {
					timeoutMs: 500,
				}),
				out,
			),
			"timeout",
		);
		expect(existsSync(out)).toBe(false);
	});

	test("Ctrl-C: the signal cancels, before and during the run", async () => {
		await expected(
			runSelect(job("SELECT 1 AS a", { signal: AbortSignal.abort() })),
			"cancelled",
		);
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 200);
		await expected(
			runSelect(job(cross, { signal: controller.signal })),
			"cancelled",
		);
	});

	test("memory", () =>
		expected(
			runSelect(
				job(
					"SELECT array_agg(a.name ORDER BY b.name) AS x FROM person a, person b WHERE b.id < 200",
					{
						limits: { memory: "60MB", threads: 1 },
					},
				),
			),
			"memory",
		));

	test("spill", () =>
		expected(
			runToParquet(
				job(
					"SELECT a.name || b.name AS x FROM person a, person b WHERE b.id < 10",
					{
						limits: {
							...limits,
							memory: "60MB",
							threads: 1,
							spillMegabytes: 1,
						},
					},
				),
				join(folder, "out.parquet"),
			),
			"spill",
		));

	test("rows", async () => {
		await expected(
			runSelect(job("SELECT id FROM person", { maxRows: 100 })),
			"rows",
		);
		const out = join(folder, "out.parquet");
		await expected(
			runToParquet(job("SELECT id FROM person", { maxRows: 100 }), out),
			"rows",
		);
		expect(existsSync(out)).toBe(false);
	});

	test("an input that changes while the query runs", async () => {
		const running = runSelect(job("SELECT count(*) AS n FROM person"));
		utimesSync(part, new Date(0), new Date(0));
		await expected(running, "input-changed");
	});

	test("spill folders are removed", () => {
		expect(readdirSync(spill)).toEqual(["left-over.tmp"]);
	});
});

describe("results", () => {
	test("only declared columns are there, and a missing input is an empty typed table", async () => {
		const sql = "SELECT * FROM person WHERE id = 7";
		expect(await runSelect(job(sql))).toEqual({
			columns: [
				{ name: "id", type: "BIGINT" },
				{ name: "name", type: "VARCHAR" },
			],
			rows: [{ id: 7, name: "n7" }],
		});
		const empty = { ...input, files: [] };
		expect(
			await runSelect(job("SELECT * FROM person", { inputs: [empty] })),
		).toMatchObject({
			columns: [{ type: "BIGINT" }, { type: "VARCHAR" }],
			rows: [],
		});
	});

	test("the same rows give the same bytes", async () => {
		const digests = new Set<string>();
		for (let i = 0; i < 3; i++) {
			const out = join(folder, `out-${i}.parquet`);
			const written = await runToParquet(
				job(
					"SELECT name, id % 7 AS k, 1 AS one FROM person WHERE id > 10;\n-- closed by a comment",
				),
				out,
			);
			expect(written).toEqual({
				rows: 199_989,
				columns: [
					{ name: "name", type: "VARCHAR" },
					{ name: "k", type: "BIGINT" },
					{ name: "one", type: "BIGINT" },
				],
			});
			digests.add(sha256(readFileSync(out)));
		}
		expect(digests.size).toBe(1);
	});

	test.each([
		["SELECT sum(id) AS s FROM person", /HUGEINT/],
		["SELECT array_agg(id) AS s FROM person", /BIGINT\[\]/],
		["SELECT 1 AS a, 2 AS A", /同名/],
	])("what a part cannot hold is refused: %s", async (sql, message) => {
		const error = await failure(
			runToParquet(job(sql), join(folder, "out.parquet")),
		);
		expect(error.reason).toBe("sql");
		expect(error.message).toMatch(message);
	});

	test("a fresh sandbox starts quickly", async () => {
		const times: number[] = [];
		for (let i = 0; i < 5; i++) {
			const start = performance.now();
			await runSelect(job("SELECT count(*) AS n FROM person"));
			times.push(performance.now() - start);
		}
		const best = Math.min(...times);
		console.info(`fresh sandbox with one query: ${best.toFixed(0)} ms`);
		expect(best).toBeLessThan(250);
	});
});

describe("the bench of tests", () => {
	const columns = [
		{ name: "amount", type: "DECIMAL(18,2)" },
		{ name: "paid", type: "DATE" },
		{ name: "note", type: "VARCHAR" },
		{ name: "done", type: "BOOLEAN" },
	] as const;
	const payment = { name: "payment", columns };

	test("a text that was planned on other rows sees the rows that lie there", async () => {
		const bench = await openLocalBench([payment]);
		try {
			const seat = await bench.seat([payment]);
			// Each of these is folded away when the planner knows the rows: no NULL, nothing above 5, no rows.
			const sql =
				"SELECT count(*) AS n, count_if(paid IS NULL) AS blank, max(amount) AS most, count_if(amount > CAST('5' AS decimal(18,2))) AS above, max(date_add('month', 1, paid)) AS later FROM payment WHERE note IS NULL OR done";
			const one = {
				amount: "1.50",
				paid: "2026-06-30",
				note: "it's",
				done: true,
			};
			const lines = [
				{ rows: [], says: [0, 0, null, 0, null] },
				{ rows: [one], says: [1, 0, "1.50", 0, "2026-07-30"] },
				{
					rows: [one, { amount: "7.00" }, { done: false, note: "x" }],
					says: [2, 1, "7.00", 1, "2026-07-30"],
				},
				{ rows: [], says: [0, 0, null, 0, null] },
			];
			for (const [i, { rows, says }] of lines.entries()) {
				await bench.lay("payment", rows, i);
				const found = await seat.select(sql);
				expect(Object.values(found.rows[0] ?? {})).toEqual(says);
			}
			await bench.lay("payment", [one], "one");
			expect(
				(
					await failure(
						bench.lay("payment", [one, { paid: "30/6/2026" }], "bad"),
					)
				).reason,
			).toBe("sql");
			await bench.lay("payment", [one], "one");
			expect((await seat.select(sql)).rows[0]?.n).toBe(1);
		} finally {
			bench.close();
		}
	});

	test("a seat sees its columns of its tables, and no file", async () => {
		const other = {
			name: "other",
			columns: [{ name: "a", type: "BIGINT" }],
		} as const;
		const bench = await openLocalBench([payment, other]);
		try {
			const seat = await bench.seat([
				{ name: "payment", columns: columns.slice(0, 1) },
			]);
			expect((await seat.select("SELECT * FROM payment")).columns).toEqual([
				{ name: "amount", type: "DECIMAL(18,2)" },
			]);
			for (const sql of [
				"SELECT note FROM payment",
				"SELECT * FROM other",
				'SELECT * FROM "rows of payment"',
				'SELECT * FROM memory.main."rows of other"',
				"SELECT * FROM duckdb_tables()",
				`SELECT * FROM '${part}'`,
				`SELECT * FROM read_text('${outside}')`,
				'DELETE FROM "rows of payment"',
				"SELECT 1; SELECT 2",
			])
				expect((await failure(seat.select(sql))).reason).toBe("sql");
		} finally {
			bench.close();
		}
	});

	test("runSelectOnRows", async () => {
		const { rows } = await runSelectOnRows({
			sql: "SELECT max(a) AS m FROM t",
			tables: [
				{
					name: "t",
					columns: [{ name: "a", type: "BIGINT" }],
					rows: [[1], [3]],
				},
			],
		});
		expect(rows).toEqual([{ m: 3 }]);
	});
});
