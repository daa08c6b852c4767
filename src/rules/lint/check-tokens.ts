import { castTypeHints, castTypes } from "./data/cast-types.ts";
import { reservedWords } from "./data/reserved-words.ts";
import {
	anyToken,
	type TokenPattern,
	tokenPatterns,
} from "./data/token-patterns.ts";
import type { Findings } from "./findings.ts";
import { significant, type Token } from "./tokens.ts";

/** A token as patterns compare it: words in lower case; strings and quoted names are nothing. */
function key(token: Token | undefined): string {
	if (token === undefined) return "";
	if (token.kind === "word") return token.text.toLowerCase();
	return token.kind === "operator" ? token.text : "";
}

/** Patterns by each text that may begin them. */
const patternsByStart = new Map<string, TokenPattern[]>();
for (const pattern of tokenPatterns)
	for (const start of [pattern.steps[0] ?? ""].flat())
		patternsByStart.set(start, [
			...(patternsByStart.get(start) ?? []),
			pattern,
		]);

function fits(
	pattern: TokenPattern,
	keys: readonly string[],
	at: number,
): boolean {
	return pattern.steps.every((step, i) => {
		const found = keys[at + i];
		if (step === anyToken) return found !== undefined;
		return Array.isArray(step) ? step.includes(found) : step === found;
	});
}

/** Names before a string that make it a typed literal. */
const literalTypes = new Set([
	"time",
	"decimal",
	"numeric",
	"double",
	"real",
	"float",
	"tinyint",
	"smallint",
	"integer",
	"int",
	"bigint",
	"hugeint",
	"boolean",
	"varchar",
	"char",
	"text",
	"json",
	"uuid",
	"blob",
	"timestamptz",
	"datetime",
]);

/** Letters that change what a string right behind them means. */
const stringPrefix = /^(e|x|b|u&|n)$/i;

/** Checks of one token with its neighbours. */
function checkToken(tokens: readonly Token[], at: number, findings: Findings) {
	const token = tokens[at];
	if (token === undefined) return;
	const before = tokens[at - 1];
	const after = tokens[at + 1];
	const { text, kind } = token;
	if (kind === "unknown")
		findings.add("sql-token", token, { text: [...text].slice(0, 12).join("") });
	if (kind === "number" && /^0[xXbBoO]/.test(text))
		findings.add("sql-number-form", token, { text });
	if (
		kind === "number" &&
		after?.kind === "word" &&
		after.start === token.start + text.length
	)
		findings.add("sql-number-form", token, { text: text + after.text });
	if (kind === "operator" && text === "[" && key(before) !== "array")
		findings.add("sql-bracket", token);
	if (kind === "operator" && text === ";" && after !== undefined)
		findings.add("sql-stacked", after);
	if (kind !== "word") return;
	if (/[^\x20-\x7e]/.test(text))
		findings.add("sql-identifier-quote", token, { name: text });
	if (after?.kind === "string") {
		const joined = after.start === token.start + text.length;
		if (joined && stringPrefix.test(text))
			findings.add("sql-string-prefix", token, { prefix: text });
		else if (literalTypes.has(text.toLowerCase()))
			findings.add("sql-typed-literal", token, { type: text });
	}
	if (
		key(token) === "filter" &&
		key(after) === "(" &&
		key(before) === ")" &&
		key(tokens[at + 2]) !== "where"
	)
		findings.add("sql-filter-where", token);
	if (
		key(before) === "as" &&
		reservedWords.has(text.toLowerCase()) &&
		key(after) !== "("
	)
		findings.add("sql-reserved-word", token, { name: text });
}

/** Checks the shape of every CAST: the parse tree has only DuckDB's name of its type. */
function checkCasts(tokens: readonly Token[], findings: Findings): void {
	const open: { isCast: boolean; type: Token[] | undefined }[] = [];
	for (const [i, token] of tokens.entries()) {
		const text = key(token);
		const frame = open.at(-1);
		if (text === "(") {
			if (frame?.type) frame.type.push(token);
			open.push({
				isCast: ["cast", "try_cast"].includes(key(tokens[i - 1])),
				type: frame?.type ? [] : undefined,
			});
			continue;
		}
		if (text === ")") {
			const closed = open.pop();
			const outer = open.at(-1);
			// Parentheses inside a type, decimal(12,2), belong to its text.
			if (outer?.type && closed?.type) outer.type.push(...closed.type, token);
			else if (closed?.isCast && closed.type?.[0])
				checkType(closed.type, findings);
			continue;
		}
		if (frame?.type) frame.type.push(token);
		else if (frame?.isCast && text === "as") frame.type = [];
	}
}

function checkType(tokens: readonly Token[], findings: Findings): void {
	const [first] = tokens;
	if (first === undefined) return;
	const type = tokens
		.map((token) => token.text.toLowerCase())
		.join(" ")
		.replace(/ ?([(),[\]]) ?/g, "$1");
	if (castTypes.some((allowed) => allowed.test(type))) return;
	const instead = castTypeHints.find(([bad]) => bad.test(type))?.[1];
	findings.add("sql-type-name", first, {
		type,
		instead:
			instead ??
			"varchar、bigint、decimal(18,2)、double、date、timestamp 或 boolean",
	});
}

/** `if(a, b)`: DuckDB's parser wants three arguments. */
function checkIf(tokens: readonly Token[], at: number, findings: Findings) {
	const token = tokens[at];
	if (token === undefined || key(token) !== "if" || key(tokens[at + 1]) !== "(")
		return;
	let depth = 0;
	let commas = 0;
	for (const next of tokens.slice(at + 1)) {
		const text = key(next);
		if (text === "(" || text === "[") depth++;
		if (text === ")" || text === "]") depth--;
		if (text === "," && depth === 1) commas++;
		if (depth === 0) break;
	}
	if (commas !== 2) findings.add("sql-if-else", token);
}

const starts = new Set(["select", "with", "values", "("]);

/** Checks what only the tokens show; see data/token-patterns.ts. */
export function checkTokens(all: readonly Token[], findings: Findings): void {
	const tokens = significant(all);
	const [first] = tokens;
	if (first === undefined || !starts.has(key(first)))
		findings.add(
			key(first) === "from" ? "sql-from-first" : "sql-statement",
			first ?? { line: 1, column: 1 },
		);
	const keys = tokens.map(key);
	for (const [at, token] of tokens.entries()) {
		for (const pattern of patternsByStart.get(keys[at] ?? "") ?? [])
			if (fits(pattern, keys, at))
				findings.add(pattern.code, token, { ...pattern.values });
		if (key(token) === "(" && key(tokens[at + 1]) === "from")
			findings.add("sql-from-first", tokens[at + 1] ?? token);
		checkToken(tokens, at, findings);
		checkIf(tokens, at, findings);
	}
	checkCasts(tokens, findings);
}
