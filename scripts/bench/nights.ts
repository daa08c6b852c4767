import { answersOf, worst } from "./answers.ts";
import { bidui, together, yardstick } from "./programs.ts";
import type { Stage } from "./report.ts";
import { benchRules } from "./rules.ts";
import type { BenchWorkspace } from "./workspace.ts";

/**
 * The nights after the first delivery, one after the other, with the fourteen comparisons as rules. By hand a night loads
 * the files that came and asks again what reads them; bidui runs as every night, from the sources to the reports.
 */
export async function nightsAfter(
	{ dir, sources, delta, cumulative }: BenchWorkspace,
	store: string,
	stage: (done: Stage) => void,
): Promise<void> {
	const ids = benchRules.map(({ id }) => id);
	const night = async (what: string, came: readonly string[]) => {
		const byHand = await yardstick(sources, store, came);
		const ran = await bidui(dir, "run", ids);
		const answers = await answersOf(dir, store, ran, benchRules);
		stage({
			what: `night: ${what}`,
			yardstick: together([byHand.load, ...byHand.comparisons]),
			bidui: ran.whole,
			askedByHand: byHand.comparisons.length,
			executed: ran.nodes.filter(({ unchanged }) => !unchanged).length,
			verdict: worst([...answers.values()]),
		});
	};
	delta.arrive();
	await night("a delta file", delta.paths);
	cumulative.arrive();
	await night("the register re-exported", cumulative.paths);
	await night("nothing came", []);
	await night("nothing came again", []);
}
