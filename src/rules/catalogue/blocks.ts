/** A piece of the catalogue, whatever it is written as. */
export type Block =
	| { type: "heading"; level: 1 | 2 | 3 | 4; text: string; anchor?: string }
	| { type: "text"; text: string }
	| { type: "list"; items: string[] }
	| { type: "table"; columns: string[]; rows: Cell[][] }
	| { type: "code"; text: string };

/** A cell of a table; a link leads to an anchor of the same page. */
export type Cell = string | { text: string; anchor: string };

/** A list under a heading, or nothing at all when it is empty. */
export function listed(title: string, items: readonly string[]): Block[] {
	return items.length === 0
		? []
		: [
				{ type: "heading", level: 4, text: title },
				{ type: "list", items: [...items] },
			];
}

/** A table under a heading, or nothing at all when it has no rows. */
export function tabled(
	title: string,
	columns: string[],
	rows: Cell[][],
): Block[] {
	return rows.length === 0
		? []
		: [
				{ type: "heading", level: 4, text: title },
				{ type: "table", columns, rows },
			];
}
