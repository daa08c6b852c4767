import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { loadYaml } from "../../documents/index.ts";
import { type Problem, problem } from "../../errors/index.ts";
import { packOf, ruleSchema } from "../schema/index.ts";
import type { LoadedRule } from "./node.ts";

/** Reads a rule file and checks that its path says which rule it is. */
export function readRuleFile(
	file: string,
	origin: LoadedRule["origin"],
): LoadedRule | Problem[] {
	const loaded = loadYaml(file, ruleSchema);
	if (!loaded.ok) return loaded.problems;
	const rule = loaded.value;
	const expected = `${packOf(rule.id)}/${rule.id}.yaml`;
	if (`${basename(dirname(file))}/${basename(file)}` !== expected)
		return [
			problem(
				"rule-path",
				{ file, line: loaded.lineOf(["id"]) },
				{ id: rule.id, expected },
			),
		];
	// A block scalar begins on the line after its indicator, indented below its key.
	const sqlLine = loaded.lineOf(["sql"]) + 1;
	const line = readFileSync(file, "utf8").split("\n")[sqlLine - 1] ?? "";
	return {
		kind: "rule",
		name: rule.id,
		rule,
		inputs: rule.inputs,
		parameters: rule.parameters,
		sql: rule.sql.trim(),
		place: {
			file,
			line: sqlLine,
			indent: line.length - line.trimStart().length,
		},
		file,
		origin,
		lineOf: loaded.lineOf,
	};
}
