import {
	type Dataset,
	normaliseHeading,
	spellingsOf,
} from "../datasets/index.ts";
import type { Engine } from "../engine/index.ts";
import { ProblemError } from "../errors/index.ts";
import type { Source } from "../workspace/index.ts";
import { type FoundHeading, findHeading } from "./header/find.ts";
import { readerOf } from "./readers/index.ts";
import { Refusal } from "./refusal.ts";

/** How well one table of a file fits one dataset. */
export interface DatasetFit {
	dataset: Dataset;
	sheet: string | undefined;
	/**
	 * Share of the sheet's headings that the dataset knows, less for what it must have; 1 is all. The
	 * headings are as many as the dataset finds that finds most: one row of a heading of two would
	 * please a dataset of few columns.
	 */
	score: number;
	mapped: number;
	headings: number;
	/** Titles of required columns that are missing. */
	missing: string[];
}

/** Each missing required column weighs as much as so many headings that fit. */
const MISSING_WEIGHT = 2;

function fitOf(
	dataset: Dataset,
	sheet: string | undefined,
	{ map }: FoundHeading,
	headings: number,
): DatasetFit {
	const lacking = map.missing.length + (map.unidentified ? 1 : 0);
	return {
		dataset,
		sheet,
		score: Math.max(
			0,
			(map.mapping.length - MISSING_WEIGHT * lacking) / Math.max(1, headings),
		),
		mapped: map.mapping.length,
		headings,
		missing: [
			...map.missing.map((column) => column.title),
			...(map.unidentified ? ["能认定对象的列"] : []),
		],
	};
}

/**
 * The datasets that a file could belong to, the best first, by the headings of the sheet that fits
 * each best. Fails with what keeps the file from being read.
 * @param scratch an empty folder for temporary files
 */
export async function guessDatasets(
	engine: Engine,
	source: Source,
	path: string,
	datasets: readonly Dataset[],
	scratch: string,
): Promise<DatasetFit[]> {
	const at = { file: source.path };
	const known = new Set(
		datasets.flatMap((dataset) =>
			dataset.columns.flatMap((column) =>
				spellingsOf(column).map((text) => normaliseHeading(text).key),
			),
		),
	);
	const best = new Map<string, DatasetFit>();
	try {
		const reader = await readerOf({ path, at });
		for await (const table of reader.read({
			path,
			source,
			scratch,
			at,
			engine,
			knownHeading: (heading) => known.has(normaliseHeading(heading).key),
			known: () => false,
		})) {
			if (!("stage" in table)) continue;
			const fits = datasets.flatMap((dataset) => {
				const found = findHeading(table, dataset, {}, source.header_row);
				return found === undefined ? [] : [{ dataset, found }];
			});
			const headings = Math.max(
				...fits.map(
					({ found: { map } }) => map.mapping.length + map.unmapped.length,
				),
			);
			for (const { dataset, found } of fits) {
				const item = fitOf(dataset, table.sheet, found, headings);
				const other = best.get(dataset.name);
				if (other === undefined || item.score > other.score)
					best.set(dataset.name, item);
			}
		}
	} catch (error) {
		if (error instanceof Refusal) throw new ProblemError([...error.problems]);
		throw error;
	}
	return [...best.values()].sort(
		(a, b) =>
			b.score - a.score ||
			b.mapped - a.mapped ||
			(a.dataset.name < b.dataset.name ? -1 : 1),
	);
}
