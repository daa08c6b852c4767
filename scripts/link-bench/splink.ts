import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const VERSION = "5.0.0";
const script = fileURLToPath(new URL("splink_script.py", import.meta.url));

/** What Splink is asked: link two tables, or find the records of one person in one. */
export interface SplinkTask {
	left: string;
	right?: string;
	/** Where the pairs go: CSV with a, b, p. */
	out: string;
	/** Columns of the tables beyond id, name, birth. */
	columns: string[];
}

/**
 * Splink in a Python environment of its own, with the model that its documentation recommends for names
 * and dates of birth, its weights estimated without labels.
 * @param env folder of the environment; it is made when it is not there
 * @returns undefined, and a line to `say`, where Python or PyPI is out of reach
 */
export function splink(
	task: SplinkTask,
	env: string,
	say: (text: string) => void,
): { version: string; seconds: number } | undefined {
	const run = (program: string, args: string[]) =>
		spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
	const python = [
		join(env, "bin", "python"),
		join(env, "Scripts", "python.exe"),
	];
	for (const name of ["python3", "python"])
		if (!python.some(existsSync)) run(name, ["-m", "venv", env]);
	const own = python.find(existsSync);
	if (own === undefined) {
		say("Splink was not measured: there is no Python here.");
		return undefined;
	}
	const installed = run(own, [
		...["-m", "pip", "install", "-q", "--timeout", "10"],
		`splink==${VERSION}`,
	]);
	if (installed.status !== 0) {
		say("Splink was not measured: PyPI is out of reach.");
		return undefined;
	}
	const from = performance.now();
	const ran = run(own, [
		script,
		task.left,
		task.right ?? "-",
		task.out,
		...task.columns,
	]);
	if (ran.status !== 0) {
		say(`Splink was not measured: it failed. ${ran.stderr.slice(-2000)}`);
		return undefined;
	}
	return { version: VERSION, seconds: (performance.now() - from) / 1000 };
}
