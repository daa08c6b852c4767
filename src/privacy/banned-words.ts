/** A word that no reader may see, and why (rules/lists/banned_word.yaml). */
export interface BannedWord {
	word: string;
	reason: string;
}

export interface BannedFinding extends BannedWord {
	/** Some characters around the word, to find it by. */
	context: string;
}

/** What of a list is needed here; src/lists gives more. */
interface WordList {
	columns: { name: string }[];
	rows: readonly (readonly unknown[])[];
}

/** Takes the words out of the list banned_word; the columns are found by name. */
export function bannedWordsOf(list: WordList | undefined): BannedWord[] {
	if (list === undefined) return [];
	const word = list.columns.findIndex((column) => column.name === "word");
	const reason = list.columns.findIndex((column) => column.name === "reason");
	return list.rows
		.map((row) => ({
			word: String(row[word] ?? ""),
			reason: String(row[reason] ?? ""),
		}))
		.filter((entry) => entry.word !== "");
}

function without(text: string, quoted: readonly string[]): string {
	let rest = text;
	for (const quote of quoted)
		if (quote !== "") rest = rest.replaceAll(quote, "\u0001");
	return rest;
}

/**
 * Finds banned words in a text that is to be shown.
 * @param quoted what the text repeats from a source word for word (names of companies, units, contracts):
 *   a department's own words are evidence and are not ours to change, so they are left out of the check
 */
export function findBannedWords(
	text: string,
	words: readonly BannedWord[],
	quoted: readonly string[] = [],
): BannedFinding[] {
	const findings: BannedFinding[] = [];
	for (const entry of words) {
		if (!text.includes(entry.word)) continue;
		const ours = without(
			text,
			quoted.filter((quote) => quote.includes(entry.word)),
		);
		const at = ours.indexOf(entry.word);
		if (at < 0) continue;
		const context = ours.slice(
			Math.max(0, at - 12),
			at + entry.word.length + 12,
		);
		findings.push({ ...entry, context });
	}
	return findings;
}
