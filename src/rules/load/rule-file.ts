import { basename, dirname } from "node:path";
import { loadYaml, type ParsedTexts } from "../../documents/index.ts";
import { type Problem, problem } from "../../errors/index.ts";
import { packOf, ruleSchema } from "../schema/index.ts";
import type { LoadedRule, SqlPlace } from "./node.ts";

/** A block scalar begins on the line after its indicator, indented below its key. */
function sqlPlace(
	file: string,
	text: string,
	lineOf: LoadedRule["lineOf"],
): SqlPlace {
	const lines = text.split("\n");
	const at = lines.findIndex((line) => /^sql:\s*[|>]/.test(line)) + 1;
	const line = (at > 0 ? at : lineOf(["sql"])) + 1;
	const first = lines[line - 1] ?? "";
	return { file, line, indent: first.length - first.trimStart().length };
}

/** Reads a rule file and checks that its path says which rule it is. */
export function readRuleFile(
	file: string,
	origin: LoadedRule["origin"],
	texts?: ParsedTexts,
): LoadedRule | Problem[] {
	const loaded = loadYaml(file, ruleSchema, { texts });
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
	return {
		kind: "rule",
		name: rule.id,
		rule,
		inputs: rule.inputs,
		parameters: rule.parameters,
		sql: rule.sql.trim(),
		place: sqlPlace(file, loaded.text, loaded.lineOf),
		file,
		origin,
		lineOf: loaded.lineOf,
	};
}
