import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findJava, hasMaven } from "./java.ts";
import { startNode } from "./node.ts";
import { fetchServer } from "./server.ts";

export interface ClusterOptions {
	/** Nodes beside the coordinator; 0 lets the coordinator work. */
	workers?: number | undefined;
	/** As the JVM writes it, for each node. */
	heap?: string | undefined;
	/** Pins node i (the coordinator is 0) to a core. */
	core?: ((node: number) => number | undefined) | undefined;
	/** Folder that the hive catalog `lake` sees as local:///; a fresh one without. */
	lake?: string | undefined;
	config?: Readonly<Record<string, string>> | undefined;
}

export interface Cluster {
	url: string;
	/** Folder that the catalog `lake` sees as local:///. */
	lake: string;
	/** Kills worker i (from 1) as a power cut would. */
	killWorker(i: number): void;
	/** Ends all nodes and removes what they wrote. */
	stop(): Promise<void>;
}

/** How long the nodes may take to find each other. */
const START_MS = 240_000;

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() =>
				typeof address === "object" && address !== null
					? resolve(address.port)
					: reject(new Error("no port")),
			);
		});
	});
}

/** Why no Trino can run here; undefined when one can. */
export function missingForTrino(): string | undefined {
	if (findJava() === undefined) return "no Java 24 or newer";
	if (!hasMaven()) return "no Maven";
	return undefined;
}

async function activeNodes(url: string): Promise<number> {
	// The nodes of discovery, as the coordinator counts them.
	const ask = async (target: string, method: "GET" | "POST", body?: string) => {
		const answer = await fetch(target, {
			method,
			headers: { "X-Trino-User": "trino-local" },
			...(body === undefined ? {} : { body }),
		});
		return (await answer.json()) as {
			nextUri?: string;
			data?: unknown[][];
		};
	};
	let page = await ask(
		`${url}/v1/statement`,
		"POST",
		"SELECT count(*) FROM system.runtime.nodes WHERE state = 'active'",
	);
	let count = 0;
	for (;;) {
		count = Number(page.data?.[0]?.[0] ?? count);
		if (page.nextUri === undefined) return count;
		page = await ask(page.nextUri, "GET");
	}
}

/**
 * Starts a Trino on loopback: a coordinator and its workers, with a hive catalog `lake` over a plain
 * folder and a catalog `memory`.
 * @throws when Java or Maven is missing, or the nodes do not come up; then nothing is left running
 */
export async function startCluster(
	options: ClusterOptions = {},
): Promise<Cluster> {
	const missing = missingForTrino();
	const java = findJava();
	if (missing !== undefined || java === undefined) throw new Error(missing);
	const server = fetchServer();
	const folder = mkdtempSync(join(tmpdir(), "bidui-trino-"));
	const lake = options.lake ?? join(folder, "lake");
	mkdirSync(lake, { recursive: true });
	const workers = options.workers ?? 0;
	const ports: number[] = [];
	for (let i = 0; i <= workers; i++) ports.push(await freePort());
	const [coordinatorPort = 0] = ports;
	const nodes: ChildProcess[] = ports.map((port, i) =>
		startNode({
			name: i === 0 ? "coordinator" : `worker${i}`,
			folder: join(folder, i === 0 ? "coordinator" : `worker${i}`),
			server,
			java,
			port,
			coordinatorPort,
			alone: workers === 0,
			heap: options.heap ?? "2G",
			core: options.core?.(i),
			config: options.config,
			catalogs: {
				memory: { "connector.name": "memory" },
				lake: {
					"connector.name": "hive",
					"hive.metastore": "file",
					"hive.metastore.catalog.dir": "local:///metastore",
					"fs.native-local.enabled": "true",
					"local.location": lake,
					"hive.non-managed-table-writes-enabled": "true",
					"hive.security": "allow-all",
				},
			},
		}),
	);
	const kill = (node: ChildProcess) => {
		try {
			// The launcher's group: the JVM is its child or took its place.
			if (node.pid !== undefined) process.kill(-node.pid, "SIGKILL");
		} catch {
			// It has ended already.
		}
	};
	const stop = async () => {
		const running = nodes.filter((node) => node.exitCode === null);
		const ended = running.map(
			(node) => new Promise((resolve) => node.once("exit", resolve)),
		);
		for (const node of running) kill(node);
		await Promise.race([Promise.all(ended), pause(10_000)]);
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	const url = `http://127.0.0.1:${coordinatorPort}`;
	const wanted = workers + 1;
	const deadline = performance.now() + START_MS;
	for (;;) {
		if (nodes.some((node) => node.exitCode !== null)) {
			const log = readFileSync(join(folder, "coordinator", "log"), "utf8");
			await stop();
			throw new Error(`a Trino node ended:\n${log.slice(-2000)}`);
		}
		try {
			if ((await activeNodes(url)) >= wanted) break;
		} catch {
			// Not up yet.
		}
		if (performance.now() > deadline) {
			await stop();
			throw new Error("the Trino nodes did not find each other in time");
		}
		await pause(500);
	}
	return {
		url,
		lake,
		killWorker(i) {
			const node = nodes[i];
			if (node !== undefined) kill(node);
		},
		stop,
	};
}
