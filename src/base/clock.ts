/**
 * The one clock door, for logs, audit and event heads. Results never read it.
 * @returns the present moment as ISO 8601 in UTC, milliseconds included
 */
export function timestamp(): string {
	return new Date().toISOString();
}

/** Milliseconds of a monotonic clock, for durations shown to people. */
export function elapsed(since: number): number {
	return performance.now() - since;
}

export function monotonic(): number {
	return performance.now();
}
