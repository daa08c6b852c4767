import type { WorkspaceConfig } from "../../workspace/index.ts";
import {
	column,
	hasColumn,
	type Loaded,
	type LoadedPart,
	partsWhere,
	relationOf,
} from "./tables.ts";

/** Residents by township, and where the numbers come from. */
export interface Population {
	origin: "declared" | "dataset";
	/** The dataset that was counted. */
	dataset?: string;
	residents: Map<string, number>;
}

/** A roll held against the residents of its townships. */
export interface RollSize {
	township: string;
	persons: number;
	residents: number;
	/** Persons of 1,000 residents. */
	perThousand: number;
	/** More than three times, or less than a third, of what the townships have together. */
	odd: boolean;
}

const FACTOR = 3;

/** Persons by township of some parts: distinct numbers where the dataset has them, rows otherwise. */
async function personsByTownship(
	parts: readonly LoadedPart[],
	dataset: string,
	loaded: Loaded,
): Promise<Map<string, number>> {
	const definition = loaded.datasets.get(dataset);
	const township = definition?.completeness?.township;
	const from = relationOf(loaded.store, parts);
	if (from === undefined || !hasColumn(parts, township)) return new Map();
	const person = definition?.identify_by.find(
		(name) =>
			definition.columns.some(
				(item) => item.name === name && item.kind === "citizen_id",
			) && hasColumn(parts, name),
	);
	const counted =
		person === undefined ? "count(*)" : `count(DISTINCT ${column(person)})`;
	const { rows } = await loaded.engine.query(
		`SELECT ${column(township)} AS t, ${counted} AS n FROM ${from} WHERE ${column(township)} IS NOT NULL GROUP BY 1 ORDER BY 1`,
	);
	return new Map(rows.map((row) => [String(row.t), Number(row.n)]));
}

/** The residents of the round's townships: as bidui.yaml says, or as a dataset of the whole population has them. */
export async function populationOf(
	config: WorkspaceConfig,
	loaded: Loaded,
): Promise<Population | undefined> {
	const declared = Object.entries(config.population);
	if (declared.length > 0)
		return { origin: "declared", residents: new Map(declared) };
	for (const [name, dataset] of loaded.datasets) {
		if (dataset.completeness?.population !== true) continue;
		const residents = await personsByTownship(
			partsWhere(loaded, (line) => line.dataset === name),
			name,
			loaded,
		);
		if (residents.size > 0)
			return { origin: "dataset", dataset: name, residents };
	}
	return undefined;
}

/** The size of a roll by township against the residents there; townships that only one of them has are left out. */
export async function rollSizes(
	parts: readonly LoadedPart[],
	dataset: string,
	loaded: Loaded,
	population: Population | undefined,
): Promise<RollSize[]> {
	if (population === undefined || population.dataset === dataset) return [];
	const persons = await personsByTownship(parts, dataset, loaded);
	const both = [...persons].flatMap(([township, count]) => {
		const residents = population.residents.get(township);
		return residents === undefined || residents === 0
			? []
			: [{ township, persons: count, residents }];
	});
	const all = both.reduce(
		(sum, item) => ({
			persons: sum.persons + item.persons,
			residents: sum.residents + item.residents,
		}),
		{ persons: 0, residents: 0 },
	);
	const usual = all.persons / all.residents;
	return both.map((item) => {
		const share = item.persons / item.residents;
		return {
			...item,
			perThousand: Math.round(share * 10000) / 10,
			odd: share > usual * FACTOR || share * FACTOR < usual,
		};
	});
}
