import type { Dataset } from "../datasets/index.ts";
import { type Problem, problem } from "../errors/index.ts";
import type { Source } from "../workspace/index.ts";
import type { SourceOutcome } from "./types.ts";

/** So many times more or less than its peers is another unit: 元 for 万元, 亩 for 公顷. */
const APART: Partial<Record<string, number>> = { money: 1000, area: 12 };
const DAYS_APART = 90;
const DAY = 86_400_000;

function middle(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}

/** Columns whose order of magnitude is off against the other parts of the dataset. */
function magnitudes(
	outcomes: readonly SourceOutcome[],
	datasets: ReadonlyMap<string, Dataset>,
): Map<SourceOutcome, Problem[]> {
	const found = new Map<SourceOutcome, Problem[]>();
	for (const outcome of outcomes) {
		const dataset = datasets.get(outcome.dataset);
		for (const column of dataset?.columns ?? []) {
			const apart = APART[column.kind];
			const own = Number(outcome.part?.medians?.[column.name]);
			if (apart === undefined || !(own > 0)) continue;
			const others = outcomes.flatMap((other) => {
				const median = Number(other.part?.medians?.[column.name]);
				return other !== outcome &&
					other.dataset === outcome.dataset &&
					median > 0
					? [median]
					: [];
			});
			if (others.length === 0) continue;
			const peers = middle(others);
			const times = Math.max(own / peers, peers / own);
			if (times < apart) continue;
			found.set(outcome, [
				...(found.get(outcome) ?? []),
				problem(
					"column-magnitude",
					{
						file: outcome.file,
						...(outcome.sheet === undefined ? {} : { sheet: outcome.sheet }),
						field: column.title,
					},
					{
						column: column.title,
						name: column.name,
						own: String(own),
						peers: String(peers),
						times: Math.round(times),
					},
				),
			]);
		}
	}
	return found;
}

/** Sources whose data end long before those of the others. */
function staleSources(sources: readonly Source[]): Map<string, Problem> {
	const days = sources.flatMap(({ id, cut_off }) =>
		cut_off === undefined ? [] : [{ id, cut_off, at: Date.parse(cut_off) }],
	);
	const last = days.reduce<(typeof days)[number] | undefined>(
		(best, item) => (best === undefined || item.at > best.at ? item : best),
		undefined,
	);
	if (last === undefined) return new Map();
	return new Map(
		days
			.filter(({ at }) => last.at - at > DAYS_APART * DAY)
			.map(({ id, cut_off, at }) => [
				id,
				problem(
					"cut-off-apart",
					{},
					{
						source: id,
						cutOff: cut_off,
						latest: last.cut_off,
						days: Math.round((last.at - at) / DAY),
					},
				),
			]),
	);
}

/**
 * Holds the sources of a load against one another and adds what is odd to their problems: an order of
 * magnitude, a cut-off date.
 */
export function comparePeers(
	outcomes: readonly SourceOutcome[],
	sources: readonly Source[],
	datasets: ReadonlyMap<string, Dataset>,
): void {
	for (const [outcome, problems] of magnitudes(outcomes, datasets))
		outcome.problems.push(...problems);
	const stale = staleSources(sources);
	for (const outcome of outcomes) {
		const said = stale.get(outcome.source);
		if (said === undefined) continue;
		outcome.problems.push({ ...said, at: { file: outcome.file } });
		stale.delete(outcome.source);
	}
}
