/** A SELECT taken apart: its named subqueries in their order, and what reads them. */
export interface WithParts {
	tables: { name: string; body: string }[];
	main: string;
}

/** What must not be looked into, what opens and closes, and what separates. */
const tokens =
	/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|[(),]|[\p{L}_][\p{L}\p{N}_]*|\S/gu;

interface Token {
	text: string;
	start: number;
	end: number;
}

function tokenize(sql: string): Token[] {
	return [...sql.matchAll(tokens)]
		.map((match) => ({
			text: match[0],
			start: match.index,
			end: match.index + match[0].length,
		}))
		.filter(({ text }) => !/^(--|\/\*)/.test(text));
}

/**
 * Takes a SELECT with named subqueries apart; undefined when it has none, or names their columns.
 * @param sql one SELECT that passed the linter
 */
export function takeApart(sql: string): WithParts | undefined {
	const all = tokenize(sql);
	if (all[0]?.text.toLowerCase() !== "with") return undefined;
	const tables: WithParts["tables"] = [];
	let at = 1;
	for (;;) {
		const name = all[at]?.text;
		if (name === undefined || all[at + 1]?.text.toLowerCase() !== "as")
			return undefined;
		const open = all[at + 2];
		if (open?.text !== "(") return undefined;
		let depth = 1;
		let close = at + 3;
		for (; depth > 0; close++) {
			const text = all[close]?.text;
			if (text === undefined) return undefined;
			if (text === "(") depth++;
			if (text === ")") depth--;
		}
		tables.push({
			name: name.startsWith('"')
				? name.slice(1, -1).replaceAll('""', '"')
				: name.toLowerCase(),
			body: sql.slice(open.end, all[close - 1]?.start),
		});
		if (all[close]?.text !== ",") {
			const rest = all[close];
			return rest === undefined
				? undefined
				: { tables, main: sql.slice(rest.start) };
		}
		at = close + 1;
	}
}

/** How often a name is read by a text. */
export function mentions(name: string, sql: string): number {
	return tokenize(sql).filter(
		({ text }) =>
			text.toLowerCase() === name || text === `"${name.replaceAll('"', '""')}"`,
	).length;
}
