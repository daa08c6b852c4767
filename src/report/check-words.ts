import { type Problem, problem } from "../errors/index.ts";
import { type BannedWord, findBannedWords } from "../privacy/index.ts";
import { pageText } from "./html/index.ts";
import type { ReportModel } from "./model.ts";
import { reasonCodes } from "./words/reason-codes.ts";

/** Fields whose text comes from sources word for word: evidence is shown as it came. */
const verbatim = new Set([
	"cells",
	"brief",
	"file",
	"sheet",
	"unit",
	"region",
	"quoted",
	"subjects",
	"department",
	"notes",
	// Names of laws and articles are what they are.
	"basis",
]);

/** Every text of a value that is ours, with what its lead repeats from sources. */
function* ownTexts(
	value: unknown,
	quoted: readonly string[],
): Generator<{ text: string; quoted: readonly string[] }> {
	if (typeof value === "string") {
		yield { text: value, quoted };
		return;
	}
	if (value === null || typeof value !== "object") return;
	const inner =
		"quoted" in value && Array.isArray(value.quoted)
			? (value.quoted as string[])
			: quoted;
	for (const [key, item] of Object.entries(value))
		if (!verbatim.has(key)) yield* ownTexts(item, inner);
}

/**
 * Finds banned words in what a report says of its own: rules, sentences, titles, names of groups, the page itself.
 * @returns one problem per word
 */
export function bannedWordProblems(
	model: ReportModel,
	words: readonly BannedWord[],
): Problem[] {
	const found = new Map<string, Problem>();
	const check = (text: string, quoted: readonly string[]) => {
		for (const { word, reason, context } of findBannedWords(
			text,
			words,
			quoted,
		))
			if (!found.has(word))
				found.set(
					word,
					problem("report-banned-word", {}, { word, reason, context }),
				);
	};
	check(pageText, []);
	check(reasonCodes.flat().join("\n"), []);
	for (const { text, quoted } of ownTexts(model, [])) check(text, quoted);
	return [...found.values()];
}
