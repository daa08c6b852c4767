import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compareCodePoints } from "../../base/index.ts";

/** The folders of rules/ that hold no rules. */
const notPacks = new Set(["datasets", "models", "lists"]);

function subfolders(folder: string): string[] {
	return existsSync(folder)
		? readdirSync(folder, { withFileTypes: true })
				.filter((entry) => entry.isDirectory())
				.map((entry) => entry.name)
				.sort(compareCodePoints)
		: [];
}

function filesBelow(folder: string, ending: string): string[] {
	return existsSync(folder)
		? readdirSync(folder, { withFileTypes: true })
				.sort((a, b) => compareCodePoints(a.name, b.name))
				.flatMap((entry) =>
					entry.isDirectory()
						? filesBelow(join(folder, entry.name), ending)
						: entry.name.endsWith(ending)
							? [join(folder, entry.name)]
							: [],
				)
		: [];
}

/** Paths of all model files below rules/models. */
export function modelFiles(rulesFolder: string): string[] {
	return filesBelow(join(rulesFolder, "models"), ".sql");
}

/** Paths of all rule files: rules/<pack>/<ID>.yaml. */
export function ruleFiles(rulesFolder: string): string[] {
	return subfolders(rulesFolder)
		.filter((name) => !notPacks.has(name))
		.flatMap((name) => filesBelow(join(rulesFolder, name), ".yaml"));
}
