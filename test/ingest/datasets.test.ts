import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDatasets } from "../../src/datasets/index.ts";
import { loadLists } from "../../src/lists/index.ts";
import {
	EXPECTED_AUTHORISATIONS,
	EXPECTED_DATASETS,
} from "./support/expected-datasets.ts";
import { Bench, datasetYaml } from "./support/workspace.ts";

const NAME = "{ name: a, kind: name, title: 甲, headers: [姓名] }";

/** What loading one definition finds: code and line. */
function findings(yaml: string): [string, number | undefined][] {
	const bench = new Bench().dataset(yaml);
	const folder = join(bench.root, "rules", "datasets");
	return loadDatasets([folder], new Map()).problems.map((item) => [
		item.code,
		item.at.line,
	]);
}

describe("dataset definitions", () => {
	it("of the product are sound", () => {
		const root = join(import.meta.dirname, "../../rules");
		const { lists } = loadLists([join(root, "lists")]);
		const { datasets, files, problems } = loadDatasets(
			[join(root, "datasets")],
			lists,
		);
		expect(problems).toEqual([]);
		expect(datasets.size).toBe(
			readdirSync(join(root, "datasets")).filter((name) =>
				name.endsWith(".yaml"),
			).length,
		);
		expect([...files.keys()]).toEqual([...datasets.keys()]);
	});

	it("cover every table of the domain, with its columns, holders and authorisation", () => {
		const { datasets } = loadDatasets([
			join(import.meta.dirname, "../../rules/datasets"),
		]);
		const lacking = EXPECTED_DATASETS.flatMap(({ name, heldBy, columns }) => {
			const dataset = datasets.get(name);
			if (dataset === undefined) return [name];
			const has = new Set(dataset.columns.map((column) => column.name));
			return [
				...columns.filter((column) => !has.has(column)),
				...heldBy.filter((holder) => !dataset.held_by.includes(holder)),
			].map((item) => `${name}: ${item}`);
		});
		expect(lacking).toEqual([]);
		const unheaded = [...datasets.values()].flatMap((dataset) =>
			dataset.columns
				.filter((column) => column.headers.length === 0)
				.map((column) => `${dataset.name}.${column.name}`),
		);
		expect(unheaded).toEqual([]);
		expect(
			Object.fromEntries(
				[...datasets.values()].flatMap(({ name, authorisation }) =>
					authorisation === undefined ? [] : [[name, authorisation]],
				),
			),
		).toEqual(EXPECTED_AUTHORISATIONS);
	});

	it.each<[string, string, [string, number | undefined][]]>([
		[
			"column twice",
			datasetYaml("d", [NAME, NAME]),
			[["dataset-column-twice", 9]],
		],
		[
			"column named as a companion",
			datasetYaml("d", [
				"{ name: id, kind: citizen_id, title: 号 }",
				"{ name: id_check, kind: text, title: 查 }",
			]),
			[["dataset-column-twice", 9]],
		],
		[
			"key of no column",
			datasetYaml("d", [NAME], "natural_key: [a, b]"),
			[["dataset-key-unknown", 6]],
		],
		[
			"identity of no column",
			datasetYaml("d", [NAME], "identify_by: [b]"),
			[["dataset-key-unknown", 6]],
		],
		[
			"heading of two columns",
			datasetYaml("d", [
				NAME,
				"{ name: b, kind: name, title: 乙, headers: [姓 名（必填）] }",
			]),
			[["dataset-heading-shared", 9]],
		],
		[
			"codes in two places",
			datasetYaml("d", [
				'{ name: a, kind: code, title: 甲, codes: { "1": [是] }, codes_list: x }',
			]),
			[
				["dataset-codes-both", 8],
				["dataset-codes-list", 8],
			],
		],
		[
			"spelling of two codes",
			datasetYaml("d", [
				'{ name: a, kind: code, title: 甲, codes: { "1": [是], "2": [是] } }',
			]),
			[["dataset-code-shared", 8]],
		],
		[
			"total of a text",
			datasetYaml("d", ["{ name: a, kind: text, title: 甲, totalled: true }"]),
			[["dataset-totalled", 8]],
		],
		[
			"unknown kind",
			datasetYaml("d", ["{ name: a, kind: nmae, title: 甲 }"]),
			[["yaml-shape", 8]],
		],
	])("%s", (_, yaml, expected) => {
		expect(findings(yaml)).toEqual(expected);
	});

	it("of a workspace take the place of the product's", () => {
		const product = new Bench().dataset(datasetYaml("d", [NAME]));
		const own = new Bench().dataset(
			datasetYaml("d", [NAME, "{ name: b, kind: text, title: 乙 }"]),
		);
		const folders = [product, own].map((bench) =>
			join(bench.root, "rules", "datasets"),
		);
		const { datasets, files } = loadDatasets(folders);
		expect(datasets.get("d")?.columns).toHaveLength(2);
		expect(files.get("d")).toBe(join(folders[1] ?? "", "d.yaml"));
	});
});
