import { readFileSync } from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import { type Problem, problem } from "../errors/index.ts";
import { explainIssue } from "./explain.ts";
import { ParsedTexts } from "./parsed.ts";

type Lines = (path: readonly PropertyKey[]) => number;

export interface YamlOptions {
	firstLine?: number | undefined;
	texts?: ParsedTexts | undefined;
}

/** A document read against a schema: its value and text, or the problems that stand in the way. */
export type Loaded<T> =
	| { ok: true; value: T; text: string; lineOf: Lines }
	| { ok: false; problems: Problem[] };

/** A text as YAML reads it: its tree, with places. */
function documentOf(text: string) {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	return { document, lines };
}

/** What makes the value of a text wrong; thrown through ParsedTexts, which keeps values only. */
class SyntaxProblems extends Error {
	readonly problems: Problem[];

	constructor(problems: Problem[]) {
		super();
		this.problems = problems;
	}
}

function parsedValue(text: string, file: string, shift: number): unknown {
	const { document, lines } = documentOf(text);
	if (document.errors.length > 0)
		throw new SyntaxProblems(
			document.errors.map((error) => {
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
		);
	return document.toJS() ?? {};
}

/** The line on which a setting stands, or the nearest that encloses it. The text is parsed at the first question. */
function linesOf(text: string, firstLine: number): Lines {
	let parsed: ReturnType<typeof documentOf> | undefined;
	return (path) => {
		parsed ??= documentOf(text);
		for (let depth = path.length; depth >= 0; depth--) {
			const node = parsed.document.getIn(path.slice(0, depth), true);
			if (isNode(node) && node.range)
				return parsed.lines.linePos(node.range[0]).line + firstLine - 1;
		}
		return firstLine;
	};
}

/**
 * Checks YAML text against a schema; every finding carries the file and the line.
 * @param file the name that findings show
 * @param firstLine the line of the file on which the text begins (for YAML inside other files)
 * @param texts values of texts that were parsed before
 */
export function parseYaml<S extends z.ZodType>(
	text: string,
	schema: S,
	file: string,
	{ firstLine = 1, texts = new ParsedTexts() }: YamlOptions = {},
): Loaded<z.infer<S>> {
	const lineOf = linesOf(text, firstLine);
	let value: unknown;
	try {
		value = texts.value(text, () => parsedValue(text, file, firstLine - 1));
	} catch (error) {
		if (error instanceof SyntaxProblems)
			return { ok: false, problems: error.problems };
		throw error;
	}
	const parsed = schema.safeParse(value);
	if (parsed.success) return { ok: true, value: parsed.data, text, lineOf };
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
	options: YamlOptions = {},
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
					{ file: path },
					{ reason: (error as Error).message },
				),
			],
		};
	}
	return parseYaml(text, schema, path, options);
}
