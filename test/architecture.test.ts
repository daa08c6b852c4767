import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/bidui.ts";

const source = join(root, "src");

function filesBelow(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		return statSync(path).isDirectory()
			? filesBelow(path)
			: path.endsWith(".ts")
				? [path]
				: [];
	});
}

/** The stage that a file belongs to: its folder below src/. */
function stageOf(path: string): string {
	return relative(source, path).split(/[\\/]/)[0] ?? "";
}

const imports = filesBelow(source).flatMap((file) =>
	[
		...readFileSync(file, "utf8").matchAll(/(?:from|import)\s+"(\.[^"]+)"/g),
	].map((match) => ({ file, target: resolve(dirname(file), match[1] ?? "") })),
);

test("imports were found, and each leads to a file", () => {
	expect(imports.length).toBeGreaterThan(200);
	for (const { file, target } of imports)
		expect(existsSync(target), `${file} → ${target}`).toBe(true);
});

test("nobody reaches past a stage's door", () => {
	const past = imports
		.filter(({ file, target }) => stageOf(file) !== stageOf(target))
		.filter(
			({ target }) => target !== join(source, stageOf(target), "index.ts"),
		)
		.map(
			({ file, target }) =>
				`${relative(root, file)} → ${relative(root, target)}`,
		);
	expect(past).toEqual([]);
});

test("stages import one way: there is no cycle among them", () => {
	const needs = new Map<string, Set<string>>();
	for (const { file, target } of imports)
		if (stageOf(file) !== stageOf(target)) {
			const set = needs.get(stageOf(file)) ?? new Set<string>();
			needs.set(stageOf(file), set.add(stageOf(target)));
		}
	const cycles: string[] = [];
	const visit = (stage: string, way: string[]): void => {
		const at = way.indexOf(stage);
		if (at >= 0) {
			cycles.push([...way.slice(at), stage].join(" → "));
			return;
		}
		for (const next of needs.get(stage) ?? []) visit(next, [...way, stage]);
	};
	for (const stage of needs.keys()) visit(stage, []);
	expect([...new Set(cycles)]).toEqual([]);
});

test("the generator imports nothing from the product", () => {
	const foreign = filesBelow(join(root, "scripts", "generate")).filter((file) =>
		/from\s+"[^"]*\/src\//.test(readFileSync(file, "utf8")),
	);
	expect(foreign).toEqual([]);
});
