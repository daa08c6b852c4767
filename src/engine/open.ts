import { localNodes } from "./duckdb/nodes.ts";
import type { RemoteOptions } from "./remote.ts";
import { trinoBenches } from "./trino/bench.ts";
import { TrinoClient } from "./trino/client.ts";
import { trinoNodes } from "./trino/nodes.ts";
import type { TrinoSettings } from "./trino/settings.ts";
import type { NodeEngine } from "./types.ts";

/** The engines that models and rules can run on; the first is that of this machine. */
export const engineNames = ["duckdb", "trino"] as const;
export type EngineName = (typeof engineNames)[number];

/** The statements by which tables of the lake are made known; no rule's text runs here. */
export interface Lake {
	execute(sql: string): Promise<void>;
	/** The one number that a statement gives. */
	count(sql: string): Promise<number>;
	names(sql: string): Promise<string[]>;
}

export function openLake(settings: TrinoSettings): Lake {
	const client = new TrinoClient(settings);
	return {
		async execute(sql) {
			await client.execute(sql);
		},
		async count(sql) {
			return Number((await client.query(sql)).rows[0]?.[0]);
		},
		async names(sql) {
			return (await client.query(sql)).rows.map((row) => String(row[0]));
		},
	};
}

/**
 * Opens the place where models and rules run.
 * @throws SandboxError (engine) when an engine elsewhere cannot be reached
 */
export function openNodes(
	remote: RemoteOptions | undefined,
): Promise<NodeEngine> {
	return remote === undefined
		? Promise.resolve(localNodes())
		: trinoNodes(remote);
}

/** Opens an engine elsewhere for the tests of rules. @throws as openNodes does */
export const openBenches = trinoBenches;
