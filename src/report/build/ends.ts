import { realDay } from "../words/format.ts";

/**
 * The end of an interval as readers should see it: null where the data only stop.
 * Intervals are half open and open ones end the day after the cut-off, so an end after the as-of date,
 * or after the day up to which a source goes, is none.
 */
export function closedEnd(
	end: string | null,
	asOf: string,
	cutOffs: readonly (string | undefined)[] = [],
): string | null {
	const day = realDay(end);
	if (day === null || day > asOf) return null;
	return cutOffs.some((cutOff) => cutOff !== undefined && day > cutOff)
		? null
		: day;
}
