/** What a stretch of SQL text is. */
export type TokenKind =
	| "word"
	| "quoted"
	| "string"
	| "number"
	| "parameter"
	| "operator"
	| "space"
	| "comment"
	/** What no token of the subset starts with, and what is not closed. */
	| "unknown";

export interface Token {
	kind: TokenKind;
	text: string;
	/** Where it starts: index into the text, and line and column from 1 (in characters). */
	start: number;
	line: number;
	column: number;
}

/** Kinds in the order in which they are tried; the first that fits wins. */
const patterns: readonly (readonly [TokenKind, RegExp])[] = [
	["space", /\s+/uy],
	["comment", /--[^\n]*|\/\*[\s\S]*?\*\//uy],
	["string", /'(?:[^']|'')*'/uy],
	["quoted", /"(?:[^"]|"")*"/uy],
	[
		"number",
		/0[xX][0-9a-fA-F_]+|0[bBoO][0-9_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?/uy,
	],
	["word", /[\p{L}_][\p{L}\p{N}\p{M}_$]*/uy],
	["operator", /::|:=/uy],
	["parameter", /:[A-Za-z_][A-Za-z0-9_]*/uy],
	[
		"operator",
		/->>|<=>|!~~\*?|~~~|~~\*?|!~\*?|~\*?|<>|!=|<=|>=|\|\||->|=>|\*\*|\/\/|==|<<|>>|&&|<@|@>|\^@|[-+*/%<>=(),.;[\]{}?:&|^!@#]/uy,
	],
];

/**
 * Cuts SQL text into tokens; together they are the text again.
 * It never fails: what fits nothing is `unknown` and reaches to the end of the text.
 */
export function tokenize(sql: string): Token[] {
	const tokens: Token[] = [];
	let start = 0;
	let line = 1;
	let column = 1;
	while (start < sql.length) {
		let kind: TokenKind = "unknown";
		let text = sql.slice(start);
		for (const [candidate, pattern] of patterns) {
			pattern.lastIndex = start;
			const match = pattern.exec(sql);
			if (match !== null) {
				kind = candidate;
				text = match[0];
				break;
			}
		}
		tokens.push({ kind, text, start, line, column });
		start += text.length;
		const lines = text.split("\n");
		if (lines.length > 1) {
			line += lines.length - 1;
			column = 1;
		}
		column += [...(lines.at(-1) ?? "")].length;
	}
	return tokens;
}

/** Tokens that mean something: no white space, no comments. */
export function significant(tokens: readonly Token[]): Token[] {
	return tokens.filter(({ kind }) => kind !== "space" && kind !== "comment");
}
