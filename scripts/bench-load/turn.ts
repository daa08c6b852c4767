import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** What one run of a program took. */
export interface Turn {
	seconds: number;
	/** Processor seconds of all threads. */
	cpu: number;
	/** The largest resident size of the process. */
	megabytes: number;
}

/** Runs work in this process and prints what it took, and whatever else it gives. */
export async function printTurn(work: () => Promise<object | undefined>) {
	const before = process.cpuUsage();
	const started = performance.now();
	const more = await work();
	const { user, system } = process.cpuUsage(before);
	console.log(
		JSON.stringify({
			...more,
			seconds: (performance.now() - started) / 1000,
			cpu: (user + system) / 1e6,
			megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
		}),
	);
}

/** Runs a script of this folder in a process of its own. */
export function turn<More extends object = object>(
	script: string,
	args: readonly string[],
): Turn & More {
	const out = execFileSync(
		process.execPath,
		["--import", "tsx", join(import.meta.dirname, script), ...args],
		{ encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
	);
	return JSON.parse(out) as Turn & More;
}

export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Programs in turns, so that what else the machine does hits all of them alike. */
export function inTurns<Name extends string>(
	times: number,
	programs: Record<Name, () => Turn>,
): Record<Name, Turn[]> {
	const names = Object.keys(programs) as Name[];
	const turns = Object.fromEntries(
		names.map((name) => [name, [] as Turn[]]),
	) as Record<Name, Turn[]>;
	for (let i = 0; i < times; i++)
		for (const name of names) {
			const result = programs[name]();
			turns[name].push(result);
			process.stderr.write(
				`${name}: ${result.seconds.toFixed(2)} s, ${result.cpu.toFixed(2)} s of processor, ${result.megabytes} MB\n`,
			);
		}
	return turns;
}
