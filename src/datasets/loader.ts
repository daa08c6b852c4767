import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compareCodePoints } from "../base/index.ts";
import { loadYaml, type ParsedTexts } from "../documents/index.ts";
import { type Problem, problem } from "../errors/index.ts";
import { checkDataset, checkReferences, type ListColumns } from "./check.ts";
import { type Dataset, datasetSchema } from "./schema.ts";

/** The datasets that were declared, by name, and the file of each. */
export interface LoadedDatasets {
	datasets: Map<string, Dataset>;
	files: Map<string, string>;
	problems: Problem[];
}

/**
 * Reads every dataset definition of some folders; a later folder's definition replaces an earlier
 * one of the same name. A definition with findings is left out.
 * @param folders rules/datasets of the product, then of the workspace
 * @param lists the lists that codes_list may name; without them that check is left out
 */
export function loadDatasets(
	folders: readonly string[],
	lists?: ReadonlyMap<string, ListColumns>,
	texts?: ParsedTexts,
): LoadedDatasets {
	const datasets = new Map<string, Dataset>();
	const files = new Map<string, string>();
	const problems: Problem[] = [];
	for (const folder of folders) {
		if (!existsSync(folder)) continue;
		const names = readdirSync(folder)
			.filter((name) => name.endsWith(".yaml"))
			.sort(compareCodePoints);
		const here = new Map<string, string>();
		for (const name of names) {
			const file = join(folder, name);
			const loaded = loadYaml(file, datasetSchema, { texts });
			if (!loaded.ok) {
				problems.push(...loaded.problems);
				continue;
			}
			const dataset = loaded.value;
			const twin = here.get(dataset.name);
			const findings =
				twin === undefined
					? checkDataset(dataset, file, loaded.lineOf, lists)
					: [
							problem(
								"dataset-twice",
								{ file, line: loaded.lineOf(["name"]) },
								{ name: dataset.name, other: twin },
							),
						];
			problems.push(...findings);
			if (findings.some((item) => item.severity === "error")) continue;
			here.set(dataset.name, file);
			datasets.set(dataset.name, dataset);
			files.set(dataset.name, file);
		}
	}
	problems.push(...checkReferences(datasets, files));
	return { datasets, files, problems };
}
