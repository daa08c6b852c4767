import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { isMap, parseDocument } from "yaml";

/** Rule or model: parameter: its value, or undefined to go back to the default. */
export type ParameterChanges = Record<
	string,
	Record<string, string | number | boolean | undefined>
>;

/** Writes parameters into bidui.yaml; comments and all other settings stay. */
export function setParameters(
	configFile: string,
	changes: ParameterChanges,
): void {
	const document = parseDocument(readFileSync(configFile, "utf8"));
	for (const [node, values] of Object.entries(changes)) {
		for (const [name, value] of Object.entries(values)) {
			const path = ["parameters", node, name];
			if (value !== undefined) document.setIn(path, value);
			else if (document.hasIn(path)) document.deleteIn(path);
		}
		const left = document.getIn(["parameters", node]);
		if (isMap(left) && left.items.length === 0)
			document.deleteIn(["parameters", node]);
	}
	const temporary = `${configFile}.new`;
	writeFileSync(temporary, document.toString());
	renameSync(temporary, configFile);
}
