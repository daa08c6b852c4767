function realDate(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * The date of birth (YYYY-MM-DD) that an identity number of 18 or 15 digits states.
 * @returns null when the text is not shaped like an identity number
 */
export function birthOf(id: string): string | null {
	const match =
		/^[1-9]\d{5}(\d{4})(\d\d)(\d\d)\d{3}[\dXx]$/.exec(id) ??
		/^[1-9]\d{5}(\d\d)(\d\d)(\d\d)\d{3}$/.exec(id);
	if (match === null) return null;
	const [, y = "", m = "", d = ""] = match;
	const year = y.length === 2 ? 1900 + Number(y) : Number(y);
	if (year < 1880 || year > 2100) return null;
	if (!realDate(year, Number(m), Number(d))) return null;
	return `${year}-${m}-${d}`;
}

/** Below this age a person appears only in aggregates (sensitive personal information). */
export const MINOR_AGE = 14;
export const MINOR_NAME = "未成年人";

/** Whether the holder of an identity number is under 14 on the as-of date. */
export function isMinor(id: string, asOf: string): boolean {
	const birth = birthOf(id.trim());
	if (birth === null) return false;
	const coming = `${Number(birth.slice(0, 4)) + MINOR_AGE}${birth.slice(4)}`;
	return asOf < coming;
}
