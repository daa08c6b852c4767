import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Measured {
	seconds: number;
	/** The largest resident size of the process in MB; undefined where /proc does not tell. */
	peakMb?: number;
	out: string;
	err: string;
	code: number | null;
}

/** Runs a program to its end and watches its memory. */
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
		const watch = setInterval(() => {
			peakKb = Math.max(peakKb, highWater(child.pid));
		}, 20);
		let out = "";
		let err = "";
		child.stdout.setEncoding("utf8").on("data", (text) => {
			out += text;
		});
		child.stderr.setEncoding("utf8").on("data", (text) => {
			err += text;
		});
		child.on("error", reject);
		child.on("close", (code) => {
			clearInterval(watch);
			resolve({
				seconds: (performance.now() - from) / 1000,
				...(peakKb > 0 ? { peakMb: Math.round(peakKb / 1024) } : {}),
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
