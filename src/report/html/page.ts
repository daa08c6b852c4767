import { createHash } from "node:crypto";
import type { ReportModel } from "../model.ts";
import { dateText } from "../words/format.ts";
import { clientScript } from "./client/index.ts";
import { pageData, safeJson } from "./data.ts";
import { styleSheet } from "./styles/index.ts";

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function hashOf(text: string): string {
	return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Nothing is loaded, nothing is sent; only the page's own script and style run. */
function policy(): string {
	return [
		"default-src 'none'",
		`script-src ${hashOf(clientScript)}`,
		`style-src ${hashOf(styleSheet)}`,
		"img-src data:",
		"base-uri 'none'",
		"form-action 'none'",
	].join("; ");
}

const views = [
	["overview", "概览"],
	["leads", "疑点清单"],
	["unchecked", "未能检查的范围"],
	["sources", "数据来源"],
	["rules", "规则说明"],
] as const;

function tabs(): string {
	return views
		.map(([id, title]) => `<a id="tab-${id}" href="#${id}">${title}</a>`)
		.join("");
}

function sections(): string {
	return views
		.map(([id, title]) =>
			id === "leads"
				? `<section id="view-leads" class="view" aria-label="${title}" hidden>
<div id="filters" class="filters" role="search" aria-label="筛选"></div>
<p id="count" class="count" role="status" aria-live="polite"></p>
<div id="panes" class="panes">
<div id="list" class="pane-list" tabindex="-1" aria-label="疑点"></div>
<div id="card" class="pane-card" tabindex="0" aria-label="疑点详情"></div>
</div>
</section>`
				: `<section id="view-${id}" class="view" aria-label="${title}" hidden></section>`,
		)
		.join("\n");
}

/**
 * The report as one page that needs nothing else: it opens from a USB stick, and no request leaves it.
 * @param digest of the report model
 */
export function reportPage(model: ReportModel, digest: string): string {
	const title = escaped(model.title);
	const round = escaped(model.round);
	const facts: readonly (readonly [string, string])[] = [
		["比对基准日", dateText(model.asOf)],
		["数据快照", `第 ${model.provenance.snapshot} 号`],
		["报告校验码", digest.slice(0, 8)],
	];
	return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}（${round}）</title>
<link rel="icon" href="data:,">
<style>${styleSheet}</style>
</head>
<body>
<a class="skip" href="#leads">跳到疑点清单</a>
<header class="masthead">
<div><h1>${title}</h1><div class="sub">${escaped(model.office)}　${round}</div></div>
<dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`).join("")}</dl>
</header>
<nav class="tabs" aria-label="页面">${tabs()}<span class="care">内部资料　注意保管</span></nav>
<main>
<noscript><p class="notice">此浏览器停用了脚本，不能显示疑点清单。请在浏览器中允许本页运行脚本，或打开同一文件夹中的 Excel 疑点清单。</p></noscript>
${sections()}
</main>
<script type="application/json" id="data">${safeJson(pageData(model, digest))}</script>
<script>${clientScript}</script>
</body>
</html>
`;
}
