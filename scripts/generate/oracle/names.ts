/** One number under two names that differ by more than one character is not known to be one person. */
export function differs(one: string, other = one): boolean {
	const [a, b] = [[...one], [...other]];
	if (Math.abs(a.length - b.length) > 1) return true;
	if (a.length === b.length)
		return a.filter((character, i) => character !== b[i]).length > 1;
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	// One is missing: without some character the longer name is the shorter one.
	return !long.some(
		(_, i) => long.filter((__, j) => j !== i).join("") === short.join(""),
	);
}
