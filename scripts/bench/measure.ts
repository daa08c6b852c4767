import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Measured {
	seconds: number;
	/** Seconds of the processor, all threads; undefined where /proc does not tell. */
	cpu?: number;
	/** The largest resident size of the process in MB; undefined where /proc does not tell. */
	peakMb?: number;
	out: string;
	err: string;
	code: number | null;
}

/** How often the process is looked at: what it uses between the last look and its end is not seen. */
const WATCH_MS = 20;

/** The unit of times in /proc/PID/stat: hundredths on every Linux that Node runs on. */
const TICKS = 100;

/** Runs a program to its end and watches its memory and processor time. */
export function measure(
	args: readonly string[],
	program = process.execPath,
): Promise<Measured> {
	return new Promise((resolve, reject) => {
		const from = performance.now();
		const child = spawn(program, args, {
			stdio: ["ignore", "pipe", "pipe"],
		});
		let peakKb = 0;
		let cpu = 0;
		const watch = setInterval(() => {
			peakKb = Math.max(peakKb, highWater(child.pid));
			cpu = Math.max(cpu, processor(child.pid));
		}, WATCH_MS);
		let out = "";
		let err = "";
		child.stdout.setEncoding("utf8").on("data", (text) => {
			out += text;
		});
		child.stderr.setEncoding("utf8").on("data", (text) => {
			err += text;
		});
		child.on("error", (error) => {
			clearInterval(watch);
			reject(error);
		});
		child.on("close", (code) => {
			clearInterval(watch);
			resolve({
				seconds: (performance.now() - from) / 1000,
				...(peakKb > 0 ? { peakMb: Math.round(peakKb / 1024), cpu } : {}),
				out,
				err,
				code,
			});
		});
	});
}

function highWater(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, "utf8");
		return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0);
	} catch {
		return 0;
	}
}

/** Seconds in user and system mode: the 12th and 13th field after the name in brackets. */
function processor(pid: number | undefined): number {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return (Number(fields[11]) + Number(fields[12])) / TICKS;
	} catch {
		return 0;
	}
}
