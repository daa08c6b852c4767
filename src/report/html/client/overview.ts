/** The first view: what was compared, what came out, what could not be said. */
export const overview = `
function tile(label, value, notes) {
	return h("div", { cls: "tile" },
		h("div", { cls: "tile-label", text: label }),
		h("div", { cls: "tile-value", text: value }),
		notes.map(function (note) { return h("div", { cls: "tile-note", text: note }); }));
}
function countWhere(items, key, value) {
	return items.filter(function (item) { return item[key] === value; }).length;
}
function standing() { return D.leads.filter(function (lead) { return lead.status !== "gone"; }); }
function total(items, key) { return items.reduce(function (sum, item) { return sum + item[key]; }, 0); }
function tiles() {
	var open = standing();
	var read = total(D.sources, "read"), loaded = total(D.sources, "loaded");
	var lost = D.sources.filter(function (source) { return source.status === "missing" || source.status === "refused" || source.status === "kept"; }).length;
	var ran = countWhere(D.rules, "status", "ran");
	var rest = D.rules.length - ran;
	return h("div", { cls: "tiles" },
		tile("待核实的疑点", grouped(open.length) + " 条", [
			"新增 " + countWhere(open, "status", "new") + "，延续 " + countWhere(open, "status", "continuing") + "，未复核 " + countWhere(open, "status", "not_rechecked"),
			"另有本次消失 " + countWhere(D.leads, "status", "gone") + " 条" + (D.head.merged ? "，同一事实并入其他疑点 " + grouped(D.head.merged) + " 条" : "")]),
		tile("涉及金额合计", sumOf(open), ["按疑点逐条相加，同一笔可能重复", "未注明金额 " + open.filter(function (lead) { return lead.cents === null; }).length + " 条"]),
		tile("读取的数据", grouped(read) + " 行", [
			"装载 " + grouped(loaded) + "，隔离 " + grouped(total(D.sources, "quarantined")) + "，其余为表头等",
			"共 " + D.sources.length + " 份数据" + (lost ? "，其中 " + lost + " 份没有收到或没有采用" : "，全部采用")]),
		tile("比对的事项", ran + " 项", [
			"命中 " + grouped(total(D.rules, "hits")) + " 次，已自动排除 " + grouped(D.rules.reduce(function (sum, rule) { return sum + total(rule.suppressed, "count"); }, 0)) + " 次",
			rest ? "另有 " + rest + " 项没有比对成" : "没有漏下的事项"]));
}
function numberCell(value) { return h("td", { cls: value ? "num" : "num zero", text: value ? grouped(value) : "—" }); }
function spread(title, first, names, key, filterKey) {
	var rows = names.map(function (name) {
		var mine = D.leads.filter(function (lead) { return lead[key] === name; });
		return { name: name, mine: mine };
	});
	function line(name, mine, link) {
		var open = mine.filter(function (lead) { return lead.status !== "gone"; });
		return h("tr", { cls: link ? null : "sum" },
			h("th", { scope: "row" }, link ? h("button", { cls: "link", type: "button", onclick: function () { filterTo(filterKey, name); }, text: name }) : name),
			numberCell(open.length),
			numberCell(countWhere(open, "severity", "high")), numberCell(countWhere(open, "severity", "medium")), numberCell(countWhere(open, "severity", "low")),
			numberCell(countWhere(open, "status", "new")), numberCell(countWhere(open, "status", "continuing")), numberCell(countWhere(open, "status", "not_rechecked")),
			numberCell(countWhere(mine, "status", "gone")),
			h("td", { cls: "num", text: sumOf(open) }));
	}
	return h("section", { cls: "panel" },
		h("h2", { text: title }),
		h("div", { cls: "scroll" }, h("table", { cls: "grid" },
			h("thead", null,
				h("tr", null,
					h("th", { rowspan: 2, scope: "col", text: first }), h("th", { rowspan: 2, scope: "col", cls: "num", text: "待核实" }),
					h("th", { colspan: 3, scope: "colgroup", cls: "mid", text: "严重度" }), h("th", { colspan: 3, scope: "colgroup", cls: "mid", text: "与上次相比" }),
					h("th", { rowspan: 2, scope: "col", cls: "num", text: "本次消失" }), h("th", { rowspan: 2, scope: "col", cls: "num", text: "涉及金额" })),
				h("tr", null, ["高", "中", "低", "新增", "延续", "未复核"].map(function (text) { return h("th", { scope: "col", cls: "num", text: text }); }))),
			h("tbody", null, rows.map(function (row) { return line(row.name, row.mine, true); }),
				rows.length > 1 ? line("合计", D.leads, false) : null))));
}
function topLeads() {
	var best = D.leads.filter(function (lead) { return lead.list === "first"; }).slice(0, 5);
	return h("section", { cls: "panel" },
		h("h2", { text: "排在最前的疑点" }),
		best.length === 0 ? h("p", { cls: "quiet", text: "本次没有疑点。没有疑点不等于没有问题，请同时看“未能检查的范围”。" }) :
		h("ol", { cls: "top" }, best.map(function (lead) {
			return h("li", null, h("a", { href: "#lead-" + lead.id },
				h("span", { cls: "top-head" }, chip("sev", lead.severity, W.severity[lead.severity]), h("b", { text: lead.displayName }), chip("st", lead.status, W.status[lead.status])),
				h("span", { cls: "top-text", text: lead.sentence })));
		})));
}
function gaps() {
	var kinds = Object.keys(W.unchecked).map(function (kind) { return { kind: kind, count: countWhere(D.unchecked, "kind", kind) }; })
		.filter(function (item) { return item.count; });
	return h("section", { cls: "panel" },
		h("h2", { text: "未能检查的范围" }),
		kinds.length === 0 ? h("p", { cls: "quiet", text: "没有记录到未能检查的范围。" }) : [
			h("p", { text: "下列情形使比对不完整，没有列出疑点不等于没有问题：" }),
			h("ul", { cls: "gaps" }, kinds.map(function (item) { return h("li", null, W.unchecked[item.kind], h("b", { text: item.count + " 项" })); })),
			h("p", null, h("a", { href: "#unchecked", text: "查看明细和补救办法" }))]);
}
function drawOverview() {
	put(clear(byId("view-overview")), [
		h("p", { cls: "notice" }, h("b", { text: "怎样使用本报告　" }),
			"本报告列出的是数据比对发现的疑点，需要逐条核实，不是结论，不得直接作为停发待遇或处理人员的依据。姓名、证号、电话、账号、住址已作脱敏处理。每条疑点都注明来源文件、工作表和行号，可以回到原始数据查对。"),
		tiles(),
		spread("疑点分布", "类别", D.packs, "packName", "pack"),
		h("div", { cls: "two" }, topLeads(), h("div", null,
			spread("巡察组分工", "巡察组", D.groupNames, "groupName", "group"), gaps()))]);
}
`;
