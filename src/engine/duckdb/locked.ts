import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { pathList } from "../sql-text.ts";
import type { Limits } from "../types.ts";
import { duckdb } from "./binding.ts";
import { instanceSettings, limitSpill } from "./engine.ts";
import { installPrelude, preludeSettings } from "./prelude/index.ts";

/** A DuckDB of its own for untrusted SQL. */
export interface Locked {
	connection: DuckDBConnection;
	/** One more connection to the same locked engine: what is temporary in it, it has for itself. */
	connect(): Promise<DuckDBConnection>;
	close(): void;
}

export interface LockedOptions {
	limits: Limits;
	/** Settings of the engine beside the limits. */
	settings?: Readonly<Record<string, string>>;
	/** Files that may be opened, and no other. */
	paths: readonly string[];
	/** Statements of the host that run before the lock: views over the paths. */
	prepare: readonly string[];
}

/**
 * Opens an in-memory DuckDB with the prelude and locks it: no file but the given ones,
 * no setting can be changed, spilling goes to a fresh folder that is removed at close.
 * @throws what DuckDB throws when a statement of the host is wrong
 */
export async function openLocked(options: LockedOptions): Promise<Locked> {
	const { limits } = options;
	let spillDir: string | undefined;
	if (limits.spillDir !== undefined) {
		mkdirSync(limits.spillDir, { recursive: true, mode: 0o700 });
		// The engine lets SQL read its spill folder, so no two nodes share one.
		spillDir = mkdtempSync(join(limits.spillDir, "node-"));
	}
	const removeSpill = () => {
		if (spillDir !== undefined)
			rmSync(spillDir, { recursive: true, force: true });
	};
	let instance: DuckDBInstance | undefined;
	let connection: DuckDBConnection | undefined;
	const close = () => {
		connection?.closeSync();
		instance?.closeSync();
		removeSpill();
	};
	try {
		instance = await duckdb().DuckDBInstance.create(":memory:", {
			...instanceSettings({ ...limits, spillDir }),
			...preludeSettings,
			...options.settings,
		});
		const opened = instance;
		connection = await opened.connect();
		await limitSpill(connection, { ...limits, spillDir });
		await installPrelude(connection);
		await connection.run(
			[
				...options.prepare,
				`SET allowed_paths = ${pathList(options.paths)};`,
				"SET enable_external_access = false;",
				"SET lock_configuration = true;",
			].join("\n"),
		);
		return { connection, connect: () => opened.connect(), close };
	} catch (error) {
		close();
		throw error;
	}
}
