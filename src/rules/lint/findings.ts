import { type ErrorCode, type Problem, problem } from "../../errors/index.ts";
import type { Spot } from "./source.ts";

/** Where the SQL stands in its file. */
export interface SqlOrigin {
	file: string;
	/** Line of the file on which the SQL begins. */
	line?: number | undefined;
	/** Column of its first character there, from 1; every line is indented as far. */
	column?: number | undefined;
}

type Values = Record<string, string | number>;

/** Collects findings in the file's own lines and columns, each place and code once. */
export class Findings {
	readonly #origin: SqlOrigin;
	readonly #found = new Map<string, Problem>();

	constructor(origin: SqlOrigin) {
		this.#origin = origin;
	}

	add(code: ErrorCode, spot: Spot, values: Values = {}): void {
		const { file, line = 1, column = 1 } = this.#origin;
		const at = {
			file,
			line: line + spot.line - 1,
			column: column + spot.column - 1,
		};
		const key = `${code} ${at.line} ${at.column}`;
		if (!this.#found.has(key)) this.#found.set(key, problem(code, at, values));
	}

	/** How many errors there are so far. */
	get errors(): number {
		return [...this.#found.values()].filter(
			({ severity }) => severity === "error",
		).length;
	}

	/** All findings in the order of the text. */
	list(): Problem[] {
		return [...this.#found.values()].sort(
			(a, b) =>
				(a.at.line ?? 0) - (b.at.line ?? 0) ||
				(a.at.column ?? 0) - (b.at.column ?? 0),
		);
	}
}
