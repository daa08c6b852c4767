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
	test("gives the same leads on both engines, every model and rule alike", () => {
		const folder = countyOnLake(cluster, (clean) => cleanings.push(clean));
		expect(bidui(["run", "-w", folder]).code).toBe(0);
		const leads = () =>
			biduiJson<{ leads: unknown[] }>(["leads", "list", "-w", folder]);
		const here = leads();
		expect(here.leads.length).toBeGreaterThan(100);

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

		const ran = biduiJson<{ leads: { new: number; gone: number } }>([
			"run",
			"-w",
			folder,
			"--engine",
			"trino",
		]);
		expect(ran.leads).toMatchObject({ new: 0, gone: 0 });
		expect(leads().leads).toEqual(here.leads);
	}, 900_000);

	test("a run that was killed leaves a schema, and the next run takes it away", async () => {
		const folder = countyOnLake(cluster, (clean) => cleanings.push(clean));
		const args = [
			"run",
			"-w",
			folder,
			"--engine",
			"trino",
			"--rules",
			"GXB-02",
		];
		const child = startBidui(args);
		await new Promise<void>((resolve) => {
			child.stderr.on("data", (chunk: Buffer) => {
				if (/\[规则 2\//.test(chunk.toString("utf8"))) {
					child.kill("SIGKILL");
					resolve();
				}
			});
			child.on("exit", () => resolve());
		});
		await new Promise((resolve) =>
			child.exitCode === null && child.signalCode === null
				? child.once("exit", resolve)
				: resolve(undefined),
		);
		expect((await client.query(RUN_SCHEMAS)).rows).toHaveLength(1);
		expect(bidui(args).code).toBe(0);
		expect((await client.query(RUN_SCHEMAS)).rows).toEqual([]);
	}, 600_000);
});

describe("a lake that is not as it should be", () => {
	test("files that were not copied are noticed by their rows", () => {
		const folder = countyOnLake(cluster, (clean) => cleanings.push(clean));
		expect(bidui(["load", "-w", folder]).code).toBe(0);
		// The cluster looks elsewhere than where the files are laid out.
		const config = bidui(["lake", "publish", "-w", folder, "--json"]);
		expect(JSON.parse(config.out)).toMatchObject({ published: true });
	}, 300_000);

	test("no cluster is said so, and nothing before is lost", async () => {
		const folder = countyOnLake(cluster, (clean) => cleanings.push(clean));
		expect(bidui(["load", "-w", folder]).code).toBe(0);
		const ran = bidui(["run", "-w", folder, "--engine", "trino"], {
			BIDUI_TRINO_TOKEN: "not one that this server knows",
		});
		expect(ran.err).toContain("lake-unreachable");
		expect(ran.code).toBe(1);
	}, 300_000);
});
