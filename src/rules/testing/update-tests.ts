import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { isNode, parseDocument } from "yaml";
import type { Hit } from "../hits/index.ts";
import type { RuleSet } from "../load/load.ts";
import type { LoadedRule } from "../load/node.ts";
import type { RuleTest } from "../schema/index.ts";
import { hitsOfTest, testRules } from "./run-tests.ts";

function flow(cells: object): string {
	return Object.entries(cells)
		.map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
		.join(", ");
}

/** A hit as a test expects it: its key, and the rest that a test may speak of. */
export function expectationOf(hit: Hit): RuleTest["expect"][number] {
	const { amount, tier, severity, measures } = hit.facts;
	return {
		lead_key: hit.key,
		...(amount === null ? {} : { amount }),
		tier,
		severity,
		...(hit.suppressed === undefined
			? {}
			: { suppressed: hit.suppressed.code }),
		...(measures.length === 0
			? {}
			: {
					measures: Object.fromEntries(
						measures.map(({ name, value }) => [name, value]),
					),
				}),
	};
}

/** An expectation as one line of YAML. */
export function expectationLine({
	measures,
	...rest
}: RuleTest["expect"][number]): string {
	const said = measures === undefined ? "" : `, measures: {${flow(measures)}}`;
	return `{${flow(rest)}${said}}`;
}

/**
 * Writes what a rule now finds into the `expect` of its tests that fail; everything else in the file
 * stays as it is. Its author reads the difference: a wrong rule would be written down as right.
 * @returns names of the tests that were changed
 */
export async function updateTests(
	node: LoadedRule,
	set: RuleSet,
): Promise<string[]> {
	const outcomes = await testRules([node], set);
	const text = readFileSync(node.file, "utf8");
	const document = parseDocument(text);
	const edits: { from: number; to: number; text: string }[] = [];
	const changed: string[] = [];
	for (const [i, test] of node.rule.tests.entries()) {
		if (outcomes[i]?.passed !== false) continue;
		const place = document.getIn(["tests", i, "expect"], true);
		if (!isNode(place) || !place.range) continue;
		const hits = await hitsOfTest(node, test, set);
		const lines = hits.map(
			(hit) => `\n      - ${expectationLine(expectationOf(hit))}`,
		);
		// The value of a block begins on its own line; the key's colon stands before it.
		const colon = text.lastIndexOf("expect:", place.range[0]) + 7;
		edits.push({
			from: colon,
			// A block ends after its line break, which stays.
			to: text.slice(0, place.range[1]).trimEnd().length,
			text: hits.length === 0 ? " []" : lines.join(""),
		});
		changed.push(test.name);
	}
	let result = text;
	for (const { from, to, text: into } of edits.reverse())
		result = `${result.slice(0, from)}${into}${result.slice(to)}`;
	if (edits.length > 0) {
		writeFileSync(`${node.file}.new`, result);
		renameSync(`${node.file}.new`, node.file);
	}
	return changed;
}
