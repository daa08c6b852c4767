import type { AstNode } from "../../../engine/index.ts";
import type { Takes } from "../data/functions.ts";
import { type Context, literalText } from "./context.ts";

/** What may be written, and an example, for each kind of argument that must be a literal. */
const wanted: Readonly<Partial<Record<Takes, readonly [string, string]>>> = {
	unit: ["日期单位", "'month'"],
	pattern: ["正则表达式", "'^[0-9]+$'"],
	replacement: ["替换文字", "'$1'"],
	format: ["日期格式", "'%Y-%m'"],
};

const units = new Set([
	"millisecond",
	"second",
	"minute",
	"hour",
	"day",
	"week",
	"month",
	"quarter",
	"year",
]);

/** Parts of regular expressions that RE2 and Trino's engine read differently or only one knows. */
const oddPatterns: readonly RegExp[] = [
	/\(\?[=!<]/,
	/(?<!\\)(\\\\)*\\[1-9]/,
	/\\[ukhHRXGZ]/,
	/\\[pP]\{(?!(Han|L|Lu|Ll|N|Nd|P|S|Z|Latin)\})[^}]*\}/,
	/[*+?]\+|\d\}\+/,
];

function checkPattern(context: Context, name: string, pattern: string): void {
	for (const odd of oddPatterns) {
		const part = odd.exec(pattern)?.[0];
		if (part !== undefined) context.report("sql-regexp", { part });
	}
	if (name === "regexp_split" && matchesEmpty(pattern))
		context.report("sql-regexp-empty");
}

function matchesEmpty(pattern: string): boolean {
	try {
		return new RegExp(pattern.replace(/^\(\?[a-z]+\)/, ""), "u").test("");
	} catch {
		// What JavaScript cannot read may still be right for both engines.
		return false;
	}
}

const checks: Readonly<
	Partial<Record<Takes, (context: Context, name: string, text: string) => void>>
> = {
	unit: (context, _, unit) => {
		if (!units.has(unit)) context.report("sql-unit", { unit });
	},
	pattern: checkPattern,
	replacement: (context, _, replacement) => {
		const part = /\\|\$(?![0-9](?![0-9]))/.exec(replacement)?.[0];
		if (part !== undefined) context.report("sql-regexp-replacement", { part });
	},
	format: (context, _, format) => {
		for (const [part] of format.matchAll(/%./gu))
			if (!/^%[YmdHjy%]$/.test(part))
				context.report("sql-date-format", { part });
	},
};

/** Checks an argument that must be written out, and what is written. */
export function checkLiteral(
	context: Context,
	name: string,
	takes: Takes,
	item: AstNode,
	position: number,
): void {
	const [what, example] = wanted[takes] ?? [];
	if (what === undefined) return;
	const value = literalText(item);
	if (value === undefined || context.source.parameterAt(context.byte))
		context.report("sql-literal-argument", {
			name,
			position: position + 1,
			what,
			example: example ?? "",
		});
	else checks[takes]?.(context, name, value);
}
