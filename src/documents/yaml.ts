import { readFileSync } from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import { type Problem, problem } from "../errors/index.ts";
import { explainIssue } from "./explain.ts";

/** A document read against a schema: its value, or the problems that stand in the way. */
export type Loaded<T> =
	| { ok: true; value: T; lineOf: (path: readonly PropertyKey[]) => number }
	| { ok: false; problems: Problem[] };

/**
 * Checks YAML text against a schema; every finding carries the file and the line.
 * @param file the name that findings show
 * @param firstLine the line of the file on which the text begins (for YAML inside other files)
 */
export function parseYaml<S extends z.ZodType>(
	text: string,
	schema: S,
	file: string,
	firstLine = 1,
): Loaded<z.infer<S>> {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	const shift = firstLine - 1;
	if (document.errors.length > 0)
		return {
			ok: false,
			problems: document.errors.map((error) => {
				const at = lines.linePos(error.pos[0]);
				return problem(
					"yaml-syntax",
					{ file, line: at.line + shift, column: at.col },
					{
						reason:
							error.message.split("\n")[0]?.replace(/ at line .*$/, "") ?? "",
					},
				);
			}),
		};
	const lineOf = (path: readonly PropertyKey[]): number => {
		for (let depth = path.length; depth >= 0; depth--) {
			const node = document.getIn(path.slice(0, depth), true);
			if (isNode(node) && node.range)
				return lines.linePos(node.range[0]).line + shift;
		}
		return firstLine;
	};
	const parsed = schema.safeParse(document.toJS() ?? {});
	if (parsed.success) return { ok: true, value: parsed.data, lineOf };
	return {
		ok: false,
		problems: parsed.error.issues.flatMap((issue) =>
			explainIssue(issue, schema).map(({ path, reason, remedy }) =>
				problem(
					"yaml-shape",
					{ file, line: lineOf(path) },
					{ path: path.join(".") || "（整个文件）", reason, remedy },
				),
			),
		),
	};
}

/** Reads a YAML file against a schema. See parseYaml. */
export function loadYaml<S extends z.ZodType>(
	path: string,
	schema: S,
	shownAs = path,
): Loaded<z.infer<S>> {
	let text: string;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
	} catch (error) {
		return {
			ok: false,
			problems: [
				problem(
					"yaml-unreadable",
					{ file: shownAs },
					{ reason: (error as Error).message },
				),
			],
		};
	}
	return parseYaml(text, schema, shownAs);
}
