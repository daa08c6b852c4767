import type { Block, Cell } from "./blocks.ts";

/** What would end a cell or begin markup. */
function escaped(text: string): string {
	return text
		.trim()
		.replace(/([\\|*_`<>[\]])/g, "\\$1")
		.replace(/\s*\n\s*/g, " ");
}

function cell(value: Cell): string {
	return typeof value === "string"
		? escaped(value)
		: `[${escaped(value.text)}](#${value.anchor})`;
}

function block(item: Block): string {
	switch (item.type) {
		case "heading":
			return `${item.anchor === undefined ? "" : `<a id="${item.anchor}"></a>\n\n`}${"#".repeat(item.level)} ${escaped(item.text)}`;
		case "text":
			return escaped(item.text);
		case "list":
			return item.items.map((text) => `- ${escaped(text)}`).join("\n");
		case "table":
			return [item.columns, item.columns.map(() => "---"), ...item.rows]
				.map((row, i) => `| ${row.map(i === 1 ? String : cell).join(" | ")} |`)
				.join("\n");
		case "code":
			return `\`\`\`sql\n${item.text}\n\`\`\``;
	}
}

/** The catalogue as Markdown. */
export function catalogueMarkdown(blocks: readonly Block[]): string {
	return `${blocks.map(block).join("\n\n")}\n`;
}
