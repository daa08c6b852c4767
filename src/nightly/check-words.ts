import { type Problem, problem } from "../errors/index.ts";
import type { List } from "../lists/index.ts";
import { bannedWordsOf, findBannedWords } from "../privacy/index.ts";
import { type LoadedRule, shownTexts } from "../rules/index.ts";

/** The list of words that no reader may see. */
export const BANNED_WORDS = "banned_word";

/** Words that no reader may see, in what rules say to readers; each at the setting that holds it. */
export function checkWords(
	rules: Iterable<LoadedRule>,
	lists: ReadonlyMap<string, List>,
): Problem[] {
	const words = bannedWordsOf(lists.get(BANNED_WORDS));
	return [...rules].flatMap(({ rule, file, lineOf }) =>
		shownTexts(rule).flatMap(([name, value]) =>
			findBannedWords(JSON.stringify(value ?? ""), words).map(
				({ word, reason, context }) =>
					problem(
						"rule-banned-word",
						{ file, line: lineOf([name]) },
						{ word, reason, context },
					),
			),
		),
	);
}
