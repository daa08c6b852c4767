import { Bench, datasetYaml } from "./workspace.ts";

/** What a normaliser made of one text: value, companion where the kind has one, finding. */
export interface Normalised {
	value: unknown;
	companion?: unknown;
	finding?: string;
}

/**
 * Sends texts through the door as one column of a CSV and gives what the part and the quality list
 * say of each.
 * @param settings more settings of the column, as YAML flow map entries
 * @param name of the column
 */
export async function normalise(
	kind: string,
	texts: readonly string[],
	settings = "",
	source: Record<string, unknown> = {},
	lists: Record<string, string> = {},
	name = "x",
): Promise<Normalised[]> {
	const bench = new Bench()
		.dataset(
			datasetYaml("probe", [
				"{ name: row_no, kind: integer, title: 序, headers: [序号], required: true }",
				`{ name: ${name}, kind: ${kind}, title: 值, headers: [值]${settings === "" ? "" : `, ${settings}`} }`,
			]),
		)
		.source(
			"p.csv",
			`序号,值\n${texts.map((text, i) => `${i + 1},"${text.replaceAll('"', '""')}"\n`).join("")}`,
		)
		.config([{ id: "p", path: "p.csv", dataset: "probe", ...source }]);
	for (const [name, yaml] of Object.entries(lists)) bench.list(name, yaml);
	const result = await bench.load();
	const part = await bench.part(result);
	const flagged = (result.outcomes[0]?.part?.quality ?? []).length > 0;
	const quality = flagged ? await bench.quality(result) : [];
	// That a spelling was tidied is said of most cases here; it has a test of its own.
	const said = new Map(
		quality
			.filter(([, , code]) => code !== "normalised")
			.map(([row, , code]) => [Number(row), String(code)]),
	);
	return part.map(([, row, , value, companion]) => {
		const finding = said.get(Number(row));
		return {
			value,
			...(companion === undefined ? {} : { companion }),
			...(finding === undefined ? {} : { finding }),
		};
	});
}

/** One line a case: text, value, companion, finding. */
export type Case = readonly [
	text: string,
	value: unknown,
	companion?: unknown,
	finding?: string,
];

/** The outcome that a case expects, in the form of Normalised. */
export function expected(cases: readonly Case[]): Normalised[] {
	return cases.map(([, value, companion, finding]) => ({
		value,
		...(companion === undefined ? {} : { companion }),
		...(finding === undefined ? {} : { finding }),
	}));
}
