import { fail } from "../../errors/index.ts";
import { tokenize } from "./tokens.ts";

export type ParameterType = "integer" | "decimal" | "date" | "boolean" | "text";

/** A value that takes the place of `:name`; a decimal and a date are texts. */
export interface BoundParameter {
	type: ParameterType;
	value: string | number | boolean | null;
}

/** The run's as-of date, which every rule and model may name. */
export const AS_OF = "as_of";

interface Form {
	/** What the value's text must look like. */
	accepts: RegExp;
	literal: (text: string) => string;
	/** The type of a NULL. */
	nullType: string;
}

/** "0.05" as decimal(3,2): both engines keep just these digits. */
function decimalLiteral(text: string): string {
	const [whole = "", fraction = ""] = text.replace(/^[-+]/, "").split(".");
	const precision = Math.max(whole.length + fraction.length, 1);
	return `CAST('${text}' AS DECIMAL(${precision},${fraction.length}))`;
}

const forms: Record<ParameterType, Form> = {
	// In parentheses: after a minus sign a bare -5 would open a comment.
	integer: {
		accepts: /^-?\d{1,18}$/,
		literal: (text) => (text.startsWith("-") ? `(${text})` : text),
		nullType: "BIGINT",
	},
	decimal: {
		accepts: /^-?\d{1,20}(\.\d{1,18})?$/,
		literal: decimalLiteral,
		nullType: "DECIMAL(18,6)",
	},
	date: {
		accepts: /^\d{4}-\d{2}-\d{2}$/,
		literal: (text) => `DATE '${text}'`,
		nullType: "DATE",
	},
	boolean: {
		accepts: /^(true|false)$/,
		literal: (text) => text,
		nullType: "BOOLEAN",
	},
	text: {
		accepts: /^[^\0]*$/,
		literal: (text) => `'${text.replaceAll("'", "''")}'`,
		nullType: "VARCHAR",
	},
};

/**
 * A value as the literal of its type, on both engines alike.
 * @throws ProblemError sql-parameter-value when the value is not of its type
 */
export function typedLiteral(
	name: string,
	{ type, value }: BoundParameter,
): string {
	const form = forms[type];
	if (value === null) return `CAST(NULL AS ${form.nullType})`;
	const text = String(value);
	if (!form.accepts.test(text))
		fail("sql-parameter-value", {}, { name, type, value: text });
	return form.literal(text);
}

/** Names of the `:name` tokens of a text, each once, in order of appearance. */
export function parametersIn(sql: string): string[] {
	const names = tokenize(sql)
		.filter(({ kind }) => kind === "parameter")
		.map(({ text }) => text.slice(1));
	return [...new Set(names)];
}

/**
 * Puts typed literals in the place of `:name` tokens; strings and comments stay as they are.
 * Further values that the text does not name are ignored (the linter reports them).
 * @throws ProblemError sql-parameter-unknown for a name without value, sql-parameter-value
 */
export function bindParameters(
	sql: string,
	values: ReadonlyMap<string, BoundParameter>,
): string {
	return tokenize(sql)
		.map((token) => {
			if (token.kind !== "parameter") return token.text;
			const name = token.text.slice(1);
			const value = values.get(name);
			if (value === undefined)
				fail(
					"sql-parameter-unknown",
					{ line: token.line, column: token.column },
					{ name, known: [...values.keys()].join("、") },
				);
			return typedLiteral(name, value);
		})
		.join("");
}
