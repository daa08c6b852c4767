import { type Problem, problem } from "../../errors/index.ts";
import type { IteratePieces, SqlPiece, SqlPlace } from "./node.ts";

const HEADING = /^\/\*---[ \t]*(\w+)[ \t]*---\*\/[ \t]*$/gm;
const names = ["seed", "step", "stop"] as const;

/** A piece of SQL without the blank lines around it, and the line on which it begins. */
export function trimmedPiece(text: string, place: SqlPlace): SqlPiece {
	const lead = /^\s*/.exec(text)?.[0] ?? "";
	return {
		// It goes into parentheses: a semicolon at the end does not.
		sql: text.trim().replace(/;$/, "").trimEnd(),
		place: { ...place, line: place.line + lead.split("\n").length - 1 },
	};
}

/**
 * Takes the body of an iterate model apart: headings of their own lines, a seed, a step, perhaps a stop.
 * @param place where the body begins
 */
export function readPieces(
	body: string,
	place: SqlPlace,
): IteratePieces | Problem[] {
	const headings = [...body.matchAll(HEADING)];
	const found = new Map<string, SqlPiece>();
	const at = { file: place.file, line: place.line };
	const problems: Problem[] = [];
	headings.forEach((match, i) => {
		const name = match[1] ?? "";
		const from = match.index + match[0].length;
		const line = place.line + body.slice(0, from).split("\n").length - 1;
		if (!names.some((known) => known === name) || found.has(name))
			problems.push(
				problem(
					"model-piece",
					{ ...at, line },
					{ name, known: names.join("、") },
				),
			);
		const piece = trimmedPiece(
			body.slice(from, headings[i + 1]?.index ?? body.length),
			{ ...place, line },
		);
		if (piece.sql !== "") found.set(name, piece);
	});
	const [seed, step] = [found.get("seed"), found.get("step")];
	if (problems.length > 0) return problems;
	if (
		seed === undefined ||
		step === undefined ||
		body.slice(0, headings[0]?.index).trim() !== ""
	)
		return [problem("model-pieces", at)];
	return { seed, step, stop: found.get("stop") };
}
