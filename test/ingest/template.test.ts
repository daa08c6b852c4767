import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { formOf, loadDatasets, mapHeadings } from "../../src/datasets/index.ts";
import { ProblemError } from "../../src/errors/index.ts";
import { loadLists } from "../../src/lists/index.ts";
import { writeTemplate } from "../../src/nightly/index.ts";
import { openWorkspace } from "../../src/workspace/index.ts";
import { Bench } from "./support/workspace.ts";

const rules = join(import.meta.dirname, "..", "..", "rules");
const { lists } = loadLists([join(rules, "lists")]);
const { datasets } = loadDatasets([join(rules, "datasets")], lists);

describe("the form of a dataset", () => {
	it.each([...datasets.values()])(
		"$name: every heading is that of its column",
		(dataset) => {
			const form = formOf(dataset, () => undefined);
			expect(
				mapHeadings(
					dataset,
					form.map(({ heading }) => heading),
				).mapping.map(({ column, position }) => [position, column]),
			).toEqual(dataset.columns.map(({ name }, i) => [i + 1, name]));
		},
	);

	it("loads without a finding when its examples are filled in", async () => {
		const names = ["company_shareholder", "dibao_person", "vehicle"];
		const bench = new Bench().config(
			names.map((name) => ({ id: name, path: `${name}.xlsx`, dataset: name })),
		);
		const workspace = openWorkspace(bench.root);
		for (const name of names) {
			const path = join(bench.root, `form-${name}.xlsx`);
			await writeTemplate(workspace, name, path);
			const [form, notes] = (await readXlsx(readFileSync(path))).sheets;
			const headings = form?.rows[0] ?? [];
			const example = notes?.rows
				.slice(1, 1 + headings.length)
				.map((row) => row[3] ?? null);
			bench.source(
				`${name}.xlsx`,
				await writeXlsx({
					sheets: [
						{ name: "填报", rows: [headings, example ?? []] },
						{ name: "填写说明", rows: notes?.rows ?? [] },
					],
				}),
			);
		}
		const result = await bench.load({ shipped: true });
		expect(
			result.outcomes.map(({ dataset, status, loaded, part }) => ({
				dataset,
				status,
				loaded,
				unmapped: part?.unmapped,
				quality: part?.quality,
			})),
		).toEqual(
			names.map((dataset) => ({
				dataset,
				status: "loaded",
				loaded: 1,
				unmapped: [],
				quality: [],
			})),
		);
	});

	it("never overwrites a file", async () => {
		const bench = new Bench()
			.config([{ id: "vehicle", path: "a.csv", dataset: "vehicle" }])
			.file("x.xlsx", "x");
		await expect(
			writeTemplate(
				openWorkspace(bench.root),
				"vehicle",
				join(bench.root, "x.xlsx"),
			),
		).rejects.toThrow(ProblemError);
	});
});
