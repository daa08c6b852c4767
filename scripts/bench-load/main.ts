/**
 * Loading against the yardstick: the same rows, as UTF-8, read by DuckDB as text with row numbers into
 * zstd Parquet. tsx scripts/bench-load/main.ts [--rows 5000000] [--turns 3] [--only file,county,sheet,again]
 * Prints Markdown tables (docs/performance.md has them); programs take turns in one run, and medians are
 * given. The stages of a load tell where its processor seconds go.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
	manyFiles,
	oneFile,
	oneSheet,
	type Scale,
	sentAgain,
} from "./cases.ts";

const cases: Record<string, (scale: Scale) => string | Promise<string>> = {
	file: oneFile,
	county: manyFiles,
	sheet: oneSheet,
	again: sentAgain,
};

const { values } = parseArgs({
	options: {
		rows: { type: "string", default: "5000000" },
		turns: { type: "string", default: "3" },
		only: { type: "string", default: Object.keys(cases).join(",") },
	},
});

for (const name of values.only.split(",")) {
	const measure = cases[name];
	if (measure === undefined) throw new Error(`no such case: ${name}`);
	const root = mkdtempSync(join(tmpdir(), "bidui-bench-load-"));
	try {
		console.log(
			`\n${await measure({ root, rows: Number(values.rows), turns: Number(values.turns) })}`,
		);
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}
