import type { Block, Cell } from "./blocks.ts";

const entities: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
};

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

const style = `
body { font: 15px/1.7 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #222; max-width: 1100px; margin: 0 auto; padding: 24px; }
h1, h2, h3, h4 { line-height: 1.3; margin: 1.4em 0 .5em; }
h2 { border-bottom: 2px solid #345; padding-bottom: .2em; }
h3 { background: #eef2f6; padding: .4em .6em; }
h4 { color: #345; margin: 1em 0 .3em; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { border: 1px solid #ccd5dd; padding: 4px 8px; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { background: #f6f8fa; white-space: nowrap; }
pre { background: #f6f8fa; padding: 12px; overflow-x: auto; font-size: 13px; line-height: 1.45; }
@media print { pre { white-space: pre-wrap; } h3 { break-before: page; } }
`;

function cell(value: Cell): string {
	return typeof value === "string"
		? escaped(value)
		: `<a href="#${escaped(value.anchor)}">${escaped(value.text)}</a>`;
}

function row(cells: readonly Cell[], tag: "th" | "td"): string {
	return `<tr>${cells.map((value) => `<${tag}>${cell(value)}</${tag}>`).join("")}</tr>`;
}

function block(item: Block): string {
	switch (item.type) {
		case "heading":
			return `<h${item.level}${item.anchor === undefined ? "" : ` id="${escaped(item.anchor)}"`}>${escaped(item.text)}</h${item.level}>`;
		case "text":
			return `<p>${escaped(item.text)}</p>`;
		case "list":
			return `<ul>${item.items.map((text) => `<li>${escaped(text)}</li>`).join("")}</ul>`;
		case "table":
			return `<table><thead>${row(item.columns, "th")}</thead><tbody>${item.rows.map((cells) => row(cells, "td")).join("\n")}</tbody></table>`;
		case "code":
			return `<details><summary>SQL</summary><pre>${escaped(item.text)}</pre></details>`;
	}
}

/** The catalogue as one page that needs nothing else: no network, no script. */
export function catalogueHtml(blocks: readonly Block[]): string {
	return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>规则目录</title>
<style>${style}</style>
</head>
<body>
${blocks.map(block).join("\n")}
</body>
</html>
`;
}
