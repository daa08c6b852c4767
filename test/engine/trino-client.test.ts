import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { SandboxError } from "../../src/engine/index.ts";
import { TrinoClient } from "../../src/engine/trino/client.ts";
import { failureOf } from "../../src/engine/trino/failures.ts";
import { inSteps } from "../../src/engine/trino/steps.ts";
import { takeApart } from "../../src/engine/trino/with.ts";
import { certificate } from "./certificate.ts";
import {
	type Asked,
	type FakeTrino,
	fakeTrino,
	integers,
	page,
	type Reply,
} from "./fake-trino.ts";

let server: FakeTrino | undefined;

afterEach(async () => {
	await server?.close();
	server = undefined;
});

async function clientOf(
	reply: (asked: Asked, n: number, url: string) => Reply,
	settings: Partial<ConstructorParameters<typeof TrinoClient>[0]> = {},
): Promise<TrinoClient> {
	server = await fakeTrino(reply);
	return new TrinoClient({
		url: server.url,
		user: "bidui",
		patienceMs: 3_000,
		...settings,
	});
}

async function failure(work: Promise<unknown>): Promise<SandboxError> {
	try {
		await work;
	} catch (error) {
		expect(error).toBeInstanceOf(SandboxError);
		return error as SandboxError;
	}
	throw new Error("it did not fail");
}

/** Two pages of one row each, then the end. */
function pages(asked: Asked, url: string): Reply {
	if (asked.method === "POST") return page({ nextUri: `${url}/next/1` });
	if (asked.path === "/next/1")
		return page({ ...integers, data: [[1]], nextUri: `${url}/next/2` });
	return page({ ...integers, data: [[2]], stats: { state: "FINISHED" } });
}

describe("what is asked for again", () => {
	test.each([
		["503", { status: 503 }],
		["502", { status: 502 }],
		["504", { status: 504 }],
		["a dropped connection", "drop"],
		["an answer that breaks off", "half"],
	] as [string, Reply][])("%s, at any request", async (_, trouble) => {
		const client = await clientOf((asked, n, url) =>
			n % 2 === 0 ? trouble : pages(asked, url),
		);
		const { rows } = await client.query("SELECT n FROM t");
		expect(rows).toEqual([[1], [2]]);
		expect(server?.asked.map(({ method }) => method)).toEqual([
			"POST",
			"POST",
			"GET",
			"GET",
			"GET",
			"GET",
		]);
	});

	test("a server that does not come back is an engine failure, not a hang", async () => {
		const client = await clientOf(() => "drop", { patienceMs: 300 });
		expect((await failure(client.query("SELECT 1"))).reason).toBe("engine");
	});

	test("what is wrong for good is not asked for again", async () => {
		const client = await clientOf(() => ({ status: 401, body: "who?" }));
		const error = await failure(client.query("SELECT 1"));
		expect(error.reason).toBe("engine");
		expect(error.message).toContain("401");
		expect(server?.asked).toHaveLength(1);
	});
});

describe("whoever stops leaves no query behind", () => {
	const endless = (asked: Asked, url: string): Reply =>
		asked.method === "DELETE"
			? { status: 204 }
			: page({ nextUri: `${url}/next/${asked.path.length}` });
	const last = () => server?.asked.at(-1)?.method;

	test("at the time limit", async () => {
		const client = await clientOf((asked, _, url) => endless(asked, url));
		const error = await failure(client.query("SELECT 1", { timeoutMs: 200 }));
		expect(error.reason).toBe("timeout");
		expect(last()).toBe("DELETE");
	});

	test("at a signal", async () => {
		const controller = new AbortController();
		const client = await clientOf((asked, n, url) => {
			if (n === 5) controller.abort();
			return endless(asked, url);
		});
		const error = await failure(
			client.query("SELECT 1", { signal: controller.signal }),
		);
		expect(error.reason).toBe("cancelled");
		expect(last()).toBe("DELETE");
	});

	test("at a page that never comes", async () => {
		const client = await clientOf((asked, _, url) =>
			asked.method === "GET" ? "silence" : endless(asked, url),
		);
		const error = await failure(client.query("SELECT 1", { timeoutMs: 300 }));
		expect(error.reason).toBe("timeout");
		expect(last()).toBe("DELETE");
	});

	test("when the reader leaves", async () => {
		const client = await clientOf((asked, _, url) =>
			asked.method === "DELETE"
				? { status: 204 }
				: page({ ...integers, data: [[1]], nextUri: `${url}/next/1` }),
		);
		for await (const chunk of client.stream("SELECT n FROM t"))
			if (chunk.rows.length > 0) break;
		expect(last()).toBe("DELETE");
	});

	test("one that is cancelled before it starts asks for nothing", async () => {
		const client = await clientOf(() => ({ status: 200 }));
		const error = await failure(
			client.query("SELECT 1", { signal: AbortSignal.abort() }),
		);
		expect(error.reason).toBe("cancelled");
		expect(server?.asked).toEqual([]);
	});
});

describe("secrets", () => {
	test("go to the server alone: a page that points elsewhere is not followed", async () => {
		const other = await fakeTrino(() => page({}));
		try {
			const client = await clientOf(
				() => page({ nextUri: `${other.url}/next/1` }),
				{ password: "geheim" },
			);
			expect((await failure(client.query("SELECT 1"))).reason).toBe("engine");
			expect(other.asked).toEqual([]);
		} finally {
			await other.close();
		}
	});

	test("do not leave the machine in the clear", () => {
		const make = (url: string) => () =>
			new TrinoClient({ url, user: "bidui", token: "t" });
		expect(make("http://trino.example:8080")).toThrow(RangeError);
		expect(make("https://trino.example:8443")).not.toThrow();
		expect(make("http://127.0.0.1:8080")).not.toThrow();
	});

	test("a server is known by the authority that the settings name", async () => {
		const folder = mkdtempSync(join(tmpdir(), "bidui-ca-"));
		const secure = await fakeTrino(
			(asked, _, url) => pages(asked, url),
			certificate,
		);
		try {
			const caFile = join(folder, "ca.pem");
			writeFileSync(caFile, certificate.cert);
			const settings = {
				url: secure.url,
				user: "甲",
				password: "密码",
				patienceMs: 200,
			};
			const error = await failure(new TrinoClient(settings).query("SELECT 1"));
			expect(error.reason).toBe("engine");
			expect(secure.asked).toEqual([]);
			const { rows } = await new TrinoClient({
				...settings,
				user: "bidui",
				caFile,
			}).query("SELECT n FROM t");
			expect(rows).toEqual([[1], [2]]);
			const sent = secure.asked[0]?.headers.authorization ?? "";
			expect(Buffer.from(sent.slice(6), "base64").toString("utf8")).toBe(
				"bidui:密码",
			);
		} finally {
			await secure.close();
			rmSync(folder, { recursive: true });
		}
	});
});

describe("values", () => {
	const type = (rawType: string, ...parts: unknown[]) => ({
		rawType,
		arguments: parts.map((value) => ({ kind: "TYPE", value })),
	});
	const one = async (typeSignature: unknown, value: unknown) => {
		const client = await clientOf(() =>
			page({
				columns: [{ name: "x", type: "x", typeSignature }],
				data: [[value]],
			}),
		);
		return (await client.query("SELECT x")).rows[0]?.[0];
	};

	test.each([
		[type("decimal"), "12345678901234567890.10", "12345678901234567890.10"],
		[type("date"), "2024-02-29", "2024-02-29"],
		[type("double"), "NaN", Number.NaN],
		[type("double"), "-Infinity", Number.NEGATIVE_INFINITY],
		[type("bigint"), 9007199254740991, 9007199254740991],
		[type("varchar"), null, null],
		[type("array", type("bigint")), [1, null], [1, null]],
		[
			{
				rawType: "row",
				arguments: [
					{
						kind: "NAMED_TYPE",
						value: { fieldName: { name: "a" }, typeSignature: type("date") },
					},
				],
			},
			["2024-02-29"],
			["2024-02-29"],
		],
		[type("map", type("bigint"), type("varchar")), { "1": "a" }, [[1, "a"]]],
	])("%j of %j", async (signature, value, expected) => {
		expect(await one(signature, value)).toEqual(expected);
	});

	test("an integer that JSON would round is refused", async () => {
		const error = await failure(one(type("bigint"), 2 ** 53));
		expect(error.reason).toBe("sql");
	});
});

describe("failures", () => {
	const failed = (errorName: string, errorType: string) =>
		page({
			error: {
				message: "m",
				errorName,
				errorType,
				errorLocation: { lineNumber: 3, columnNumber: 7 },
			},
		});

	test.each([
		["COLUMN_NOT_FOUND", "USER_ERROR", "sql"],
		["EXCEEDED_LOCAL_MEMORY_LIMIT", "INSUFFICIENT_RESOURCES", "memory"],
		["EXCEEDED_TIME_LIMIT", "INSUFFICIENT_RESOURCES", "timeout"],
		["ADMINISTRATIVELY_KILLED", "USER_ERROR", "cancelled"],
		["REMOTE_TASK_ERROR", "INTERNAL_ERROR", "engine"],
	])("%s", async (name, kind, reason) => {
		const client = await clientOf(() => failed(name, kind));
		const error = await failure(client.query("SELECT 1"));
		expect(error.reason).toBe(reason);
		expect(error.message).toContain(name);
		expect(error.place).toEqual({ line: 3, column: 7 });
	});
});

describe("a SELECT whose plan is too large", () => {
	const sql = `WITH a AS (SELECT ')' AS x -- (
	FROM t), "b c" AS (SELECT x FROM a), c AS (SELECT a.x FROM a JOIN "b c" AS b ON a.x = b.x)
SELECT * FROM c`;

	test("is taken apart at its named subqueries", () => {
		const parts = takeApart(sql);
		expect(parts?.tables.map(({ name }) => name)).toEqual(["a", "b c", "c"]);
		expect(parts?.main).toBe("SELECT * FROM c");
		expect(takeApart("SELECT 1")).toBeUndefined();
	});

	test("runs in steps: what is read twice becomes a table, the rest stays", async () => {
		const made: string[] = [];
		const ran: string[] = [];
		const result = await inSteps(
			sql,
			new Map([["t", "SELECT x FROM lake.t"]]),
			async (sources, text) => {
				if (made.length === 0)
					throw failureOf(
						{
							message: "",
							errorName: "QUERY_HAS_TOO_MANY_STAGES",
							errorType: "USER_ERROR",
						},
						"q",
					);
				ran.push(text, ...sources.keys());
				return "done";
			},
			async (name, statement) => {
				made.push(name);
				expect(statement).toContain("lake.t");
				return `scratch.${name}`;
			},
		);
		expect(result).toBe("done");
		expect(made).toEqual(["a"]);
		expect(ran).toEqual(["SELECT * FROM c", "t", "a", "b c", "c"]);
	});
});
