import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	type Cluster,
	startCluster,
} from "../../scripts/trino-local/cluster.ts";
import { TrinoClient } from "../../src/engine/trino/client.ts";
import { bindParameters } from "../../src/rules/index.ts";
import { tables } from "../sql/spelling-tables.ts";
import { spellings } from "../sql/spellings.ts";
import { bidui, biduiJson, startBidui } from "../support/bidui.ts";
import { countyOnLake, RUN_SCHEMAS } from "./lake.ts";

let cluster: Cluster;
let client: TrinoClient;
const cleanings: (() => void)[] = [];

beforeAll(async () => {
	cluster = await startCluster();
	client = new TrinoClient({ url: cluster.url, user: "bidui" });
}, 300_000);

afterAll(async () => {
	await cluster?.stop();
	for (const clean of cleanings) clean();
});

const long =
	"SELECT count(*) FROM unnest(sequence(1, 10000)) a(x), unnest(sequence(1, 10000)) b(y), unnest(sequence(1, 10000)) c(z)";

describe("a query of a real server", () => {
	const running = async () =>
		(
			await client.query(
				"SELECT query FROM system.runtime.queries WHERE state NOT IN ('FINISHED', 'FAILED') AND query LIKE '%sequence(1, 10000)%' AND query NOT LIKE '%runtime%'",
			)
		).rows;

	test("is gone after the time limit, and after Ctrl-C", async () => {
		await expect(client.query(long, { timeoutMs: 1_500 })).rejects.toThrow(
			"超过时限",
		);
		expect(await running()).toEqual([]);
		const controller = new AbortController();
		let pages = 0;
		await expect(
			client.query(long, {
				signal: controller.signal,
				onProgress: () => {
					if (++pages === 4) controller.abort();
				},
			}),
		).rejects.toThrow("已取消");
		expect(await running()).toEqual([]);
	});

	test("tells how far it is", async () => {
		const rows: number[] = [];
		await client.query("SELECT count(*) FROM system.runtime.nodes", {
			onProgress: (progress) => rows.push(progress.processedRows),
		});
		expect(rows.at(-1)).toBe(1);
	});

	test("says where it is wrong", async () => {
		await expect(
			client.query("SELECT\n  y FROM (VALUES 1) t(x)"),
		).rejects.toMatchObject({
			reason: "sql",
			errorName: "COLUMN_NOT_FOUND",
			place: { line: 2, column: 3 },
		});
	});
});

describe("every spelling of docs/portable-sql.md", () => {
	const literal = (value: unknown, type: string) =>
		value === null
			? `CAST(NULL AS ${type})`
			: `CAST('${String(value)}' AS ${type})`;
	const inputs = tables
		.map(({ name, columns, rows }) => {
			const values = rows.map(
				(row) =>
					`(${row.map((value, i) => literal(value, columns[i]?.type ?? "")).join(", ")})`,
			);
			return `${name} (${columns.map((column) => column.name).join(", ")}) AS (VALUES ${values.join(", ")})`;
		})
		.join(", ");

	test.each(
		Object.values(spellings)
			.flat()
			.map((item) => [item.need, item] as const),
	)("%s", async (_, { sql, rows }) => {
		const bound = bindParameters(
			sql,
			new Map([["as_of", { type: "date", value: "2026-06-30" }]]),
		);
		const found = await client.query(
			`WITH ${inputs} SELECT * FROM (\n${bound}\n)`,
		);
		// The order of a subquery is not kept; timestamps have their thousandths here.
		const plain = (table: readonly (readonly unknown[])[]) =>
			table
				.map((row) =>
					JSON.stringify(
						row.map((value) =>
							typeof value === "string"
								? value.replace(/(:\d\d)\.000$/, "$1")
								: value,
						),
					),
				)
				.sort();
		expect(plain(found.rows)).toEqual(plain(rows));
	});
});

describe("the sample county", () => {
	interface Leads {
		leads: unknown[];
	}
	let folder: string;
	const leads = () => biduiJson<Leads>(["leads", "list", "-w", folder]).leads;
	const onTrino = (...more: string[]) => [
		"run",
		"-w",
		folder,
		"--engine",
		"trino",
		...more,
	];

	beforeAll(() => {
		folder = countyOnLake(cluster, (clean) => cleanings.push(clean));
		// Leads that are new the first time continue from the second on.
		for (let n = 0; n < 2; n++)
			expect(bidui(["run", "-w", folder]).code).toBe(0);
	}, 300_000);

	test("files that were not copied are noticed by their rows, and published when they are there", () => {
		const config = join(folder, "bidui.yaml");
		const text = readFileSync(config, "utf8");
		writeFileSync(config, text.replace(/\n {2}folder: .*/, ""));
		try {
			const waiting = bidui(["lake", "publish", "-w", folder]);
			expect(waiting.err).toContain("lake-rows");
			expect(waiting.code).toBe(1);
			expect(bidui(onTrino()).err).toContain("lake-unpublished");
			cpSync(join(folder, "store", "lake"), join(cluster.lake, "bidui"), {
				recursive: true,
			});
			const done = biduiJson<{ published: boolean }>([
				"lake",
				"publish",
				"-w",
				folder,
			]);
			expect(done).toMatchObject({ published: true, code: 0 });
		} finally {
			writeFileSync(config, text);
		}
	}, 300_000);

	test("gives the same leads on both engines, every model and rule alike", () => {
		const here = leads();
		expect(here.length).toBeGreaterThan(100);
		const parity = biduiJson<{
			nodes: {
				name: string;
				kind: string;
				same: boolean;
				here: { rows: number };
			}[];
		}>(["parity", "-w", folder]);
		expect(parity.nodes.filter(({ same }) => !same)).toEqual([]);
		expect(
			parity.nodes.filter(({ kind, here }) => kind === "rule" && here.rows > 0)
				.length,
		).toBeGreaterThan(15);
		expect(parity.code).toBe(0);

		const ran = biduiJson<{ leads: { new: number; gone: number } }>(onTrino());
		expect(ran.leads).toMatchObject({ new: 0, gone: 0 });
		expect(leads()).toEqual(here);
	}, 900_000);

	test("the tests of a rule pass there as here", () => {
		const { code, outcomes } = biduiJson<{ outcomes: { passed: boolean }[] }>([
			"rules",
			"test",
			"XBML-06",
			"-w",
			folder,
			"--engine",
			"trino",
		]);
		expect(outcomes.filter(({ passed }) => !passed)).toEqual([]);
		expect(outcomes.length).toBeGreaterThan(10);
		expect(code).toBe(0);
	}, 600_000);

	test("a run that was killed leaves a schema, and the next run takes it away", async () => {
		const child = startBidui(
			onTrino("--rules", "GXB-02", "--as-of", "2026-07-01"),
		);
		child.stderr.on("data", (chunk: Buffer) => {
			if (chunk.toString("utf8").includes("[中间结果")) child.kill("SIGKILL");
		});
		await new Promise((resolve) => child.once("exit", resolve));
		expect((await client.query(RUN_SCHEMAS)).rows).toHaveLength(1);
		expect(bidui(onTrino("--rules", "GXB-02")).code).toBe(0);
		expect((await client.query(RUN_SCHEMAS)).rows).toEqual([]);
	}, 600_000);

	test("a cluster that refuses is said to, and nothing before is lost", () => {
		const before = leads();
		const config = join(folder, "bidui.yaml");
		const text = readFileSync(config, "utf8");
		writeFileSync(config, text.replace("catalog: lake", "catalog: nowhere"));
		try {
			const ran = bidui(onTrino("--as-of", "2026-07-02"));
			expect(ran.err).toContain("lake-unreachable");
			expect(ran.err).toContain("CATALOG_NOT_FOUND");
			expect(ran.code).toBe(1);
		} finally {
			writeFileSync(config, text);
		}
		expect(leads()).toEqual(before);
	}, 300_000);
});
