/** Names of regions by code, where they are known. */
export type Regions = ReadonlyMap<string, string> | undefined;

/** How many digits of a code name a village, a township, a county, a city, a province. */
const levels = [12, 9, 6, 4, 2] as const;

/** The name of a region, or of the smallest one known around it; the code itself when none is. */
export function regionName(
	code: string | null,
	regions: Regions,
): string | null {
	if (code === null || regions === undefined) return code;
	for (const level of levels) {
		const prefix = code.slice(0, level);
		const name = regions.get(prefix) ?? regions.get(prefix.padEnd(6, "0"));
		if (name !== undefined && prefix.length === level) return name;
	}
	return regions.get(code) ?? code;
}
