/** What a code says; {placeholders} are filled from the problem's values. */
export interface ErrorEntry {
	/** An error changes the exit code, a warning does not. */
	severity: "error" | "warning";
	/** 1 the run failed, 2 usage or configuration, 3 done but a source was refused or a rule failed. */
	exit: 1 | 2 | 3;
	/** What happened, in neutral Chinese; the place is added in front. */
	message: string;
	/** What to do, in Chinese. */
	remedy: string;
}

/** Keeps the literal names of a table of codes. */
export function table<Code extends string>(
	entries: Record<Code, ErrorEntry>,
): Record<Code, ErrorEntry> {
	return entries;
}
