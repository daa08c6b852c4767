import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sameKeys, writtenKeys } from "./answers.ts";
import { measure } from "./measure.ts";
import { together } from "./programs.ts";

const VERSION = "2.1.0";
const script = fileURLToPath(new URL("polars_script.py", import.meta.url));

/** What Polars took, and whether it found what the yardstick found: neither cleans anything. */
export interface PolarsRun {
	summary: { version: string; load: number; comparisons: number; mb?: number };
	comparisons: { name: string; seconds: number; rows: number }[];
	agrees: ReadonlyMap<string, boolean>;
}

/**
 * The same comparisons in Polars, in a Python environment of its own.
 * @param byHand where the yardstick left the keys that it found
 * @returns undefined, and a line to `say`, where Python or PyPI is out of reach
 */
export async function polars(
	sources: string,
	store: string,
	byHand: string,
	say: (text: string) => void,
): Promise<PolarsRun | undefined> {
	const env = `${store}-env`;
	const own = await install(env).catch((error: Error) => {
		say(`Polars is left out: ${error.message}`);
	});
	if (own === undefined) return undefined;
	const ran = await measure([script, sources, store], own);
	if (ran.code !== 0) throw new Error(ran.err);
	const told: { load: number; comparisons: PolarsRun["comparisons"] } =
		JSON.parse(ran.out);
	return {
		summary: {
			version: VERSION,
			load: told.load,
			comparisons: together(told.comparisons).seconds,
			...(ran.peakMb === undefined ? {} : { mb: ran.peakMb }),
		},
		comparisons: told.comparisons,
		agrees: new Map(
			told.comparisons.map(({ name }) => [
				name,
				sameKeys(writtenKeys(store, name), writtenKeys(byHand, name)),
			]),
		),
	};
}

/** A Python environment with Polars: its interpreter. */
async function install(env: string): Promise<string> {
	const python = [
		join(env, "bin", "python"),
		join(env, "Scripts", "python.exe"),
	];
	for (const name of ["python3", "python"])
		if (!python.some(existsSync))
			await measure(["-m", "venv", env], name).catch(() => {});
	const own = python.find(existsSync);
	if (own === undefined) throw new Error("no Python");
	const pip = ["-m", "pip", "install", "-q", "--timeout", "10"];
	const installed = await measure([...pip, `polars==${VERSION}`], own);
	if (installed.code !== 0) throw new Error("PyPI is out of reach");
	return own;
}
