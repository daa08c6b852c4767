import type { Dataset } from "../datasets/index.ts";
import { type Place, type Problem, problem } from "../errors/index.ts";
import type { Source, Workspace } from "../workspace/index.ts";
import { glob, staysInside } from "./glob.ts";
import { checkSettings } from "./mapping.ts";

/** A source with the files that stand for it now, or why it cannot be read at all. */
export interface PlannedSource {
	source: Source;
	dataset: Dataset | undefined;
	/** Below sources/, with forward slashes, by code point. */
	files: string[];
	problems: Problem[];
}

/** Names that a misspelt one could mean: those that share most of their letters. */
function near(name: string, names: Iterable<string>): string {
	const close = [...names].filter(
		(other) => other.startsWith(name.slice(0, 4)) || name.includes(other),
	);
	return close.length === 0
		? ""
		: `相近的有：${close.slice(0, 5).join("、")}。`;
}

/**
 * Finds the files of every source. What a source's mode makes of several matches:
 * replace and append take all of them; cumulative takes the last by name (code points), since each
 * re-export holds everything that was in the one before.
 */
export function planSources(
	workspace: Workspace,
	datasets: ReadonlyMap<string, Dataset>,
): PlannedSource[] {
	return workspace.config.sources.map((source, i) => {
		const place = (field: string): Place => ({
			file: workspace.configFile,
			line: workspace.lineOf(["sources", i, field]),
		});
		const dataset = datasets.get(source.dataset);
		const problems: Problem[] = [];
		if (!staysInside(source.path))
			return {
				source,
				dataset,
				files: [],
				problems: [
					problem("source-path-outside", place("path"), {
						source: source.id,
						pattern: source.path,
					}),
				],
			};
		if (dataset === undefined)
			problems.push(
				problem("dataset-unknown", place("dataset"), {
					source: source.id,
					dataset: source.dataset,
					near: near(source.dataset, datasets.keys()),
				}),
			);
		else problems.push(...checkSettings(source, dataset, place("columns")));
		const matches = glob(workspace.sources, source.path);
		const files = source.mode === "cumulative" ? matches.slice(-1) : matches;
		const awaited =
			source.optional || source.expected || source.due !== undefined;
		if (files.length === 0 && !awaited && problems.length === 0)
			problems.push(
				problem("source-no-file", place("path"), {
					source: source.id,
					pattern: source.path,
				}),
			);
		return { source, dataset, files, problems };
	});
}
