import type { Limits } from "../engine/index.ts";

/** Node gives native work this many threads of its own unless it is told otherwise. */
const NATIVE_THREADS = 4;

/** How many nodes run at a time: one a core, as far as Node can wait for them. */
export function placesFor({ threads }: Limits): number {
	return Math.min(threads, NATIVE_THREADS);
}

/** A size as DuckDB writes it, divided. */
function dividedMemory(size: string, among: number): string {
	const { number = "0", unit = "MB" } =
		/^(?<number>\d+)(?<unit>MB|GB)$/.exec(size)?.groups ?? {};
	const megabytes = Number(number) * (unit === "GB" ? 1000 : 1);
	return `${Math.max(1, Math.floor(megabytes / among))}MB`;
}

/**
 * The limits of a node that shares the machine. Threads are not divided: the last node at work has all cores,
 * and results are ordered, so that their bytes are the same with any number of threads.
 */
export function shareOf(limits: Limits, among: number): Limits {
	if (among === 1) return limits;
	const { spillMegabytes } = limits;
	return {
		...limits,
		memory: dividedMemory(limits.memory, among),
		...(spillMegabytes === undefined
			? {}
			: { spillMegabytes: Math.floor(spillMegabytes / among) }),
	};
}
