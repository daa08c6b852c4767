import type { ParameterType } from "./parameters.ts";
import { type Token, tokenize } from "./tokens.ts";

/** A place in the text of a rule: line and column from 1. */
export interface Spot {
	line: number;
	column: number;
}

/** What stands for a parameter while the text is parsed: a literal of its type. */
const stand: Record<ParameterType, string> = {
	integer: "1",
	decimal: "CAST('1.00' AS DECIMAL(18,2))",
	date: "DATE '2000-01-01'",
	boolean: "true",
	text: "'x'",
};

interface Piece {
	token: Token;
	/** Where it starts in the parsed text, in bytes: the parser counts bytes. */
	byte: number;
}

/** A rule's SQL: its tokens, a text that the parser takes, and the way back from there. */
export class Source {
	readonly tokens: readonly Token[];
	/** The SQL with a literal in the place of every parameter. */
	readonly parsed: string;
	readonly #pieces: readonly Piece[];

	readonly #parameters: ReadonlyMap<string, ParameterType>;

	/** @param parameters types of the parameters, as far as they are known */
	constructor(sql: string, parameters: ReadonlyMap<string, ParameterType>) {
		this.#parameters = parameters;
		this.tokens = tokenize(sql);
		const pieces: Piece[] = [];
		let parsed = "";
		let byte = 0;
		for (const token of this.tokens) {
			pieces.push({ token, byte });
			const text =
				token.kind === "parameter"
					? stand[parameters.get(token.text.slice(1)) ?? "integer"]
					: token.text;
			parsed += text;
			byte += Buffer.byteLength(text);
		}
		this.#pieces = pieces;
		this.parsed = parsed;
	}

	#pieceAt(byte: number): Piece | undefined {
		let [low, high] = [0, this.#pieces.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#pieces[middle]?.byte ?? 0) <= byte) low = middle + 1;
			else high = middle;
		}
		return this.#pieces[low - 1];
	}

	/** Where a byte of the parsed text stands in the rule's text. */
	spot(byte: number): Spot {
		const piece = this.#pieceAt(byte);
		return piece === undefined
			? { line: 1, column: 1 }
			: { line: piece.token.line, column: piece.token.column };
	}

	/** Whether a word stands anywhere in the text, outside strings and comments. */
	mentions(word: string): boolean {
		return this.tokens.some(
			({ kind, text }) => kind === "word" && text.toLowerCase() === word,
		);
	}

	/** The parameter to which a byte of the parsed text belongs. */
	parameterAt(
		byte: number,
	): { name: string; type: ParameterType | undefined } | undefined {
		const token = this.#pieceAt(byte)?.token;
		if (token?.kind !== "parameter") return undefined;
		const name = token.text.slice(1);
		return { name, type: this.#parameters.get(name) };
	}
}
