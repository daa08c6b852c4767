import type { Block } from "./blocks.ts";

function block(item: Block): string {
	switch (item.type) {
		case "heading":
			return item.level > 3 ? `\n${item.text}` : item.text;
		case "text":
			return item.text;
		case "list":
			return item.items.map((text) => `  - ${text}`).join("\n");
		case "table":
			return item.rows
				.map((row) =>
					row
						.map((cell, i) => {
							const text = typeof cell === "string" ? cell : cell.text;
							// A table of one row is a list of facts; of several, the columns explain themselves.
							return item.rows.length === 1 && text !== ""
								? `${item.columns[i]} ${text}`
								: text;
						})
						.filter((text) => text !== "")
						.join("　"),
				)
				.map((line) => `  ${line}`)
				.join("\n");
		case "code":
			return item.text;
	}
}

/** A part of the catalogue as plain text, for a terminal. */
export function catalogueText(blocks: readonly Block[]): string {
	return blocks.map(block).join("\n");
}
