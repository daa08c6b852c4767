import type { SnapshotVersion } from "../../store/index.ts";
import type { Workspace } from "../../workspace/index.ts";
import { type DamagedNumbers, damagedNumbers } from "./damaged.ts";
import { type Duplicates, duplicatesOf } from "./duplicates.ts";
import { type Matrix, matrixOf } from "./matrix.ts";
import {
	type Population,
	populationOf,
	type RollSize,
	rollSizes,
} from "./population.ts";
import { type ReferenceRate, referenceRates } from "./references.ts";
import type { SourceStanding } from "./status.ts";
import { type Loaded, type LoadedPart, partsWhere } from "./tables.ts";

/** Everything that is to be said of how a source was loaded. */
export interface LoadReport {
	standing: SourceStanding;
	parts: LoadedPart[];
	version: SnapshotVersion | undefined;
	matrix: Matrix | undefined;
	population: Population | undefined;
	rolls: RollSize[];
	references: ReferenceRate[];
	damaged: DamagedNumbers[];
	duplicates: Duplicates;
}

/** Makes the load report of a source from the snapshot. */
export async function loadReport(
	workspace: Workspace,
	standing: SourceStanding,
	loaded: Loaded,
): Promise<LoadReport> {
	const { id, dataset } = standing.source;
	const parts = partsWhere(loaded, (line) => line.source === id);
	const population = await populationOf(workspace.config, loaded);
	return {
		standing,
		parts,
		version: loaded.snapshot.lines.find(
			(line): line is SnapshotVersion =>
				line.type === "version" && line.source === id,
		),
		matrix: await matrixOf(
			parts,
			dataset,
			loaded,
			population?.residents.keys() ?? [],
		),
		population,
		rolls: await rollSizes(parts, dataset, loaded, population),
		references: await referenceRates(parts, dataset, loaded),
		damaged: await damagedNumbers(parts, dataset, loaded),
		duplicates: await duplicatesOf(id, parts, dataset, loaded),
	};
}
