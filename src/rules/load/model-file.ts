import { readFileSync } from "node:fs";
import { type ParsedTexts, parseYaml } from "../../documents/index.ts";
import { type Problem, problem } from "../../errors/index.ts";
import { modelSchema } from "../schema/index.ts";
import type { LoadedModel } from "./node.ts";
import { readPieces } from "./pieces.ts";

const OPEN = "/*---";
const CLOSE = "---*/";

/** Reads a model file: a YAML header in the comment that opens it, then one SELECT. */
export function readModelFile(
	file: string,
	origin: LoadedModel["origin"],
	texts?: ParsedTexts,
): LoadedModel | Problem[] {
	const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
	const end = text.indexOf(CLOSE);
	if (!text.startsWith(OPEN) || end < 0)
		return [problem("model-header", { file, line: 1 })];
	const headerText = text.slice(OPEN.length, end);
	const loaded = parseYaml(headerText, modelSchema, file, { texts });
	if (!loaded.ok) return loaded.problems;
	const body = text.slice(end + CLOSE.length);
	const lead = /^\s*/.exec(body)?.[0] ?? "";
	const before = text.slice(0, end + CLOSE.length) + lead;
	const place = { file, line: before.split("\n").length, indent: 0 };
	const iterate =
		loaded.value.iterate === undefined
			? undefined
			: readPieces(body.trim(), place);
	if (Array.isArray(iterate)) return iterate;
	return {
		kind: "model",
		name: loaded.value.name,
		header: loaded.value,
		inputs: loaded.value.inputs,
		parameters: loaded.value.parameters,
		sql: body.trim(),
		place,
		...(iterate === undefined ? {} : { iterate }),
		file,
		origin,
		lineOf: loaded.lineOf,
	};
}
