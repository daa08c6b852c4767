/** A lead's card, in the order in which inspectors read it. */
export const card = `
function part(title) {
	var body = Array.prototype.slice.call(arguments, 1);
	return h("section", { cls: "part" }, h("h3", { text: title }), body);
}
function bullets(items, cls) { return h("ul", { cls: cls || "plain" }, items.map(function (item) { return h("li", { text: item }); })); }
function address(row) {
	return row.file + (row.sheet ? "　工作表“" + row.sheet + "”" : "") + "　第 " + row.row + " 行" + (row.line && row.line !== row.row ? "（文件第 " + row.line + " 行）" : "");
}
function cutOff(row) { return row.cutOff ? "数据截止" + day(row.cutOff) : "数据截止日未注明"; }
function evidenceLines(lead) {
	var lines = [], seen = {};
	lead.evidence.forEach(function (row, i) { if (!seen["$" + row.title]) { seen["$" + row.title] = true; lines.push(i); } });
	lead.evidence.forEach(function (_, i) { if (lines.length < 3 && lines.indexOf(i) < 0) lines.push(i); });
	return lines.slice(0, 3).sort(function (a, b) { return a - b; });
}
function evidenceBrief(lead) {
	var lines = evidenceLines(lead), rest = lead.evidence.length - lines.length;
	return part("主要证据", h("ol", { cls: "brief" }, lines.map(function (i) {
		var row = lead.evidence[i];
		return h("li", null, h("span", { cls: "mark", text: i + 1 }), h("div", null,
			h("div", null, h("b", { text: row.title }), row.brief ? "：" + row.brief : ""),
			h("div", { cls: "where", text: address(row) + "　" + cutOff(row) + "　快照 " + D.head.snapshot })));
	})), rest > 0 ? h("p", { cls: "quiet", text: "另有 " + rest + " 行证据，见下方证据明细。" }) : null);
}
function facts(lead) {
	var pairs = [["涉及金额", lead.amountText], ["时段", lead.period], ["单位", lead.unit], ["当时任职的人", lead.chiefs.join("；") || null], ["地区", lead.region === lead.unit ? null : lead.region]]
		.concat(lead.measures.map(function (m) { return [m.title, m.value, m.limit]; }))
		.filter(function (pair) { return pair[1]; });
	return h("dl", { cls: "facts" }, lead.subjects.map(function (s) { return h("div", null, h("dt", { text: s.role }), h("dd", null, s.name, s.key ? h("small", { text: s.key }) : null)); }),
		pairs.map(function (pair) { return h("div", null, h("dt", { text: pair[0] }), h("dd", null, pair[1], pair[2] ? h("small", { cls: "limit", text: pair[2] }) : null)); }));
}
function law(items) {
	return h("ul", { cls: "plain" }, items.map(function (item) { return h("li", null, item.text, item.pending ? h("span", { cls: "pending", text: "待核" }) : null); }));
}
function relatedBox(lead) {
	var others = lead.related.map(function (id) { return leadById["$" + id]; }).filter(Boolean);
	if (others.length === 0) return null;
	return part("同一对象的其他疑点", h("ul", { cls: "plain" }, others.map(function (other) {
		return h("li", null, h("a", { href: "#lead-" + other.id, text: other.displayName + "（" + other.id + "）" }), "　" + W.status[other.status] + (other.amountText ? "　" + other.amountText : ""));
	})), lead.relatedCount > others.length ? h("p", { cls: "quiet", text: "共约 " + lead.relatedCount + " 条，可按对象查找。" }) : null);
}
function resultBox() {
	return h("section", { cls: "part result" }, h("h3", { text: "核查结果" }),
		h("table", null, h("tbody", null,
			h("tr", null, h("th", { text: "结论" }), h("td", { colspan: 3, text: "□ 属实　　□ 部分属实　　□ 不属实（原因：　　　　　　　　　）　　□ 暂无法查清" })),
			h("tr", { cls: "tall" }, h("th", { text: "核查事实" }), h("td", { colspan: 3 })),
			h("tr", null, h("th", { text: "承办人" }), h("td"), h("th", { text: "日期" }), h("td")),
			h("tr", null, h("th", { text: "副组长审核" }), h("td"), h("th", { text: "组长审签" }), h("td")))));
}
function evidenceFull(lead) {
	var box = h("div", { cls: "evidence-rows" });
	var details = h("details", { cls: "evidence" }, h("summary", { text: "证据明细（" + lead.evidence.length + " 行，逐格列出）" }), box);
	details.addEventListener("toggle", function () {
		if (!details.open || box.firstChild) return;
		put(box, lead.evidence.map(function (row, i) {
			return h("article", { cls: "evidence-row" },
				h("h4", null, h("span", { cls: "mark", text: i + 1 }), row.title, h("small", { text: row.dataset })),
				h("p", { cls: "where", text: address(row) + "　" + cutOff(row) }),
				h("dl", { cls: "cells" }, row.values.map(function (text, at) {
					return text === "" ? null : h("div", null, h("dt", { text: D.headings[row.headings][at] }), h("dd", { text: text }));
				})));
		}));
	});
	return details;
}
function cardOf(lead) {
	var rule = D.texts[lead.rule];
	var place = lead.list === "gone" ? W.list.gone : W.list[lead.list] + "第 " + lead.rank + " 位";
	return h("article", { cls: "card", "aria-label": "疑点 " + lead.id },
		h("header", { cls: "card-head" },
			h("div", { cls: "card-meta" }, h("span", null, "编号 ", h("b", { cls: "code", text: lead.id })), h("span", { text: lead.packName }), h("span", { text: lead.groupName }), h("span", { text: D.head.round }), h("span", { text: place })),
			h("h2", null, lead.displayName, chip("sev", lead.severity, "严重度 " + W.severity[lead.severity]), chip("st", lead.status, W.status[lead.status])),
			lead.statusReason && lead.status !== "gone" ? h("p", { cls: "warn", text: "本次没有复核：" + lead.statusReason + "。以下为上次比对时的情况。" }) : null,
			lead.status === "gone" ? h("p", { cls: "warn", text: "本次比对不再出现" + (lead.statusReason ? "：" + lead.statusReason : "") + "。消失不等于已经查清，已交办的仍应办结。" }) : null),
		h("p", { cls: "sentence", text: lead.sentence }),
		lead.merged.length ? h("p", { cls: "quiet", text: "同一事实还符合下列情形，并入本条，不另列出：" + lead.merged.join("、") + "。" }) : null,
		lead.welfare ? h("p", { cls: "warn hardship", text: "请先复核困难情形（大病、残疾、失能、上学、突发变故等），再核对财产和金额；确有困难的，按政策反映。" }) : null,
		facts(lead),
		evidenceBrief(lead),
		pathBox(lead),
		timeAxis(lead),
		lead.relatives ? part("没有证号的亲属怎样认定", lead.relatives.map(function (lines) { return bullets(lines); })) : null,
		h("div", { cls: "pair strength" },
			part("证据强弱", h("p", { text: lead.strength + "。" })),
			h("div", { cls: "screen-only" }, part("排序说明", h("p", { text: place + "：" + lead.why.join("；") + "。" })))),
		h("div", { cls: "pair" },
			part(rule.askFirst.length === 3 ? "先问三件事" : "核查时先问", h("ol", { cls: "ask" }, rule.askFirst.map(function (item) { return h("li", { text: item }); }))),
			part("什么情况下不成立", h("p", { text: rule.innocent }),
				rule.ruledOut.length ? [h("h4", { text: "已自动排除的情形" }), bullets(rule.ruledOut)] : null,
				lead.downgrades.length ? [h("h4", { text: "降低严重度的原因" }), bullets(lead.downgrades)] : null)),
		h("div", { cls: "pair" },
			part("需要调取的材料", h("ul", { cls: "plain" }, rule.papers.map(function (paper) { return h("li", null, paper.what, h("span", { cls: "from", text: paper.from })); })),
				h("p", { cls: "method" }, h("b", { text: "核查方式　" }), rule.method)),
			part("行为发生时的依据", law(D.bases[lead.basis]))),
		relatedBox(lead),
		evidenceFull(lead),
		resultBox(),
		h("footer", { cls: "card-foot", text: "首次发现 " + day(lead.since) + "　规则 " + lead.rule + " 第 " + lead.ruleVersion + " 版　快照 " + D.head.snapshot + "　基准日 " + day(D.head.asOf) }));
}
function drawCard(lead) {
	var box = clear(byId("card"));
	var at = shown.indexOf(lead);
	put(box, [h("div", { cls: "card-tools" },
		h("button", { type: "button", cls: "button", disabled: at <= 0, onclick: function () { walk(-1); }, text: "上一条" }),
		h("button", { type: "button", cls: "button", disabled: at < 0 || at >= shown.length - 1, onclick: function () { walk(1); }, text: "下一条" }),
		h("span", { cls: "grow" }),
		h("button", { type: "button", cls: "button", onclick: function () { window.print(); }, text: "打印本卡" })), cardOf(lead)]);
	box.scrollTop = 0;
}
`;
