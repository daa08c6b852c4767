import { mkdirSync } from "node:fs";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import { timestamp } from "../base/index.ts";
import { maskText } from "../privacy/index.ts";

export function masked(value: unknown): unknown {
	if (typeof value === "string") return maskText(value);
	if (Array.isArray(value)) return value.map(masked);
	if (value !== null && typeof value === "object")
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [key, masked(inner)]),
		);
	return value;
}

/** A run's log: one JSON document a line; texts are masked on their way in. */
export interface RunLogger {
	file: string;
	write: (event: string, details: object) => void;
	close: () => void;
}

/** Opens the log file of one command in the workspace's logs folder, named by command and time. */
export function openLog(folder: string, command: string): RunLogger {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const stamp = timestamp().replaceAll(/[-:]/g, "").replace(/\..*$/, "");
	const file = join(folder, `${stamp}-${command}-${process.pid}.ndjson`);
	const destination = pino.destination({ dest: file, sync: true });
	const logger: Logger = pino(
		{ base: { command }, timestamp: () => `,"time":"${timestamp()}"` },
		destination,
	);
	return {
		file,
		write: (event, details) => {
			logger.info({ event, ...(masked(details) as object) });
		},
		close: () => {
			destination.end();
		},
	};
}
