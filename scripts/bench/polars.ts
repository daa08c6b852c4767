import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Measured, measure } from "./measure.ts";

const VERSION = "2.1.0";
const script = fileURLToPath(new URL("polars_script.py", import.meta.url));

export interface PolarsRun extends Measured {
	version: string;
	load: number;
	comparisons: { name: string; seconds: number; rows: number }[];
}

/**
 * The same comparisons in Polars, in a Python environment of its own.
 * @returns undefined, and a line to `say`, where Python or PyPI is out of reach
 */
export async function polars(
	sources: string,
	store: string,
	say: (text: string) => void,
): Promise<PolarsRun | undefined> {
	const env = `${store}-env`;
	const python = [
		join(env, "bin", "python"),
		join(env, "Scripts", "python.exe"),
	];
	try {
		for (const name of ["python3", "python"])
			if (!python.some(existsSync))
				await measure(["-m", "venv", env], name).catch(() => {});
		const own = python.find(existsSync);
		if (own === undefined) throw new Error("no Python");
		const pip = ["-m", "pip", "install", "-q", "--timeout", "10"];
		const installed = await measure([...pip, `polars==${VERSION}`], own);
		if (installed.code !== 0) throw new Error("PyPI is out of reach");
		const ran = await measure([script, sources, store], own);
		if (ran.code !== 0) throw new Error(ran.err);
		return { ...ran, version: VERSION, ...JSON.parse(ran.out) };
	} catch (error) {
		say(`Polars is left out: ${(error as Error).message}`);
		return undefined;
	}
}
