import { tokenize } from "../lint/tokens.ts";

const MARK = "bidui_parameter_";
const marked = new RegExp(`"?${MARK}(\\w+)"?`, "g");

interface Piece {
	byte: number;
	line: number;
}

/**
 * SQL with a column in the place of every parameter: it parses, its tree can be changed and printed,
 * and parameters are put back afterwards.
 */
export class MarkedSql {
	readonly text: string;
	readonly #pieces: Piece[] = [];

	constructor(sql: string) {
		let text = "";
		let byte = 0;
		for (const token of tokenize(sql)) {
			const written =
				token.kind === "parameter"
					? `${MARK}${token.text.slice(1)}`
					: token.text;
			this.#pieces.push({ byte, line: token.line });
			text += written;
			byte += Buffer.byteLength(written);
		}
		this.text = text;
	}

	/** The line of the rule's text on which a byte of the marked text stands. */
	lineAt(byte: number): number {
		return this.#pieces.findLast((piece) => piece.byte <= byte)?.line ?? 1;
	}
}

/** Printed SQL with `:name` again where a marker stands. */
export function unmarked(sql: string): string {
	return sql.replace(marked, ":$1");
}
