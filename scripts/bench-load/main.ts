/**
 * Loading against the yardstick: the same rows, as UTF-8, read by DuckDB as text with row numbers into
 * zstd Parquet. tsx scripts/bench-load/main.ts [--rows 1000000] [--turns 3] [--steps]
 * Prints seconds and their ratio, of the fastest turns; the two take turns in one run. --steps names
 * what the time goes to.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeTables } from "./table.ts";

const { values } = parseArgs({
	options: {
		rows: { type: "string", default: "1000000" },
		turns: { type: "string", default: "3" },
		steps: { type: "boolean", default: false },
	},
});
const root = mkdtempSync(join(tmpdir(), "bidui-bench-load-"));
const WORKSPACE = `contract: bidui/workspace@1
round: 测速
office: 测速
as_of: "2026-06-30"
sources:
  - {id: subsidy_pay, path: 惠农补贴.csv, dataset: subsidy_pay}
`;

interface Turn {
	seconds: number;
	cpu: number;
	megabytes: number;
}

function turn(script: string, args: string[]): Turn {
	const out = execFileSync(
		process.execPath,
		["--import", "tsx", join(import.meta.dirname, script), ...args],
		{ encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
	);
	return JSON.parse(out) as Turn;
}

try {
	mkdirSync(join(root, "sources"));
	writeFileSync(join(root, "bidui.yaml"), WORKSPACE);
	const utf8 = join(root, "utf8.csv");
	const bytes = writeTables(
		join(root, "sources", "惠农补贴.csv"),
		utf8,
		Number(values.rows),
	);
	const best = { load: Infinity, yardstick: Infinity };
	for (let i = 0; i < Number(values.turns); i++)
		for (const name of ["yardstick", "load"] as const) {
			rmSync(join(root, "store"), { recursive: true, force: true });
			const args =
				name === "load"
					? [root, ...(values.steps ? ["--steps"] : [])]
					: [utf8, join(root, "yardstick.parquet")];
			const { seconds, cpu, megabytes } = turn(`${name}.ts`, args);
			best[name] = Math.min(best[name], seconds);
			console.log(
				`${name}: ${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of processor, ${megabytes} MB`,
			);
		}
	console.log(
		`${values.rows} rows, ${(bytes / 1e6).toFixed(0)} MB: ratio ${(best.load / best.yardstick).toFixed(2)}`,
	);
} finally {
	rmSync(root, { recursive: true, force: true });
}
