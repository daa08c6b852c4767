/** The views behind the list: what was not checked, the sources, the rules. */
export const tables = `
function table(heads, rows, cls) {
	return h("div", { cls: "scroll" }, h("table", { cls: "grid " + (cls || "") },
		h("thead", null, h("tr", null, heads.map(function (head) { return h("th", { scope: "col", cls: head[1] || null, text: head[0] }); }))),
		h("tbody", null, rows)));
}
function drawUnchecked() {
	var view = clear(byId("view-unchecked"));
	put(view, h("p", { cls: "notice" }, h("b", { text: "为什么要看这一页　" }), "下列范围本次没有比对或没有比对完整。疑点清单里没有，不等于没有问题；需要时请按补救办法补齐后重新比对。"));
	var kinds = Object.keys(W.unchecked).filter(function (kind) { return countWhere(D.unchecked, "kind", kind); });
	if (kinds.length === 0) put(view, h("div", { cls: "empty" }, h("p", { cls: "empty-title", text: "没有记录到未能检查的范围" }), h("p", { text: "数据全部收到并采用，事项全部比对。" })));
	kinds.forEach(function (kind) {
		var items = D.unchecked.filter(function (item) { return item.kind === kind; });
		put(view, h("section", { cls: "panel" }, h("h2", null, W.unchecked[kind], h("small", { text: items.length + " 项" })),
			table([["范围", "w20"], ["原因", "w30"], ["因此不能判断什么", "w28"], ["补救办法"]], items.map(function (item) {
				return h("tr", null, h("th", { scope: "row", text: item.what }), h("td", { text: item.why }), h("td", { text: item.effect }), h("td", { text: item.remedy }));
			}), "words")));
	});
}
function drawSources() {
	put(clear(byId("view-sources")), [
		h("p", { cls: "notice", text: "每份数据的行数都对得上：读取 = 装载 + 隔离 + 表头、合计、空白等。隔离的行没有参加比对。" }),
		h("section", { cls: "panel" }, h("h2", { text: "数据来源" }),
			table([["数据"], ["提供单位"], ["文件"], ["状态"], ["读取", "num"], ["装载", "num"], ["隔离", "num"], ["表头合计等", "num"], ["数据截止日"], ["说明", "w28"]], D.sources.map(function (source) {
				var off = source.status !== "loaded";
				return h("tr", { cls: off ? "off" : null }, h("th", { scope: "row", text: source.dataset }), h("td", { text: source.department || "—" }),
					h("td", null, source.file || "—", source.sheet ? h("small", { cls: "block", text: "工作表“" + source.sheet + "”" }) : null),
					h("td", null, chip("src", source.status, W.source[source.status])),
					numberCell(source.read), numberCell(source.loaded), numberCell(source.quarantined), numberCell(source.decoration),
					h("td", { cls: "day", text: source.cutOff ? day(source.cutOff) : "未注明" }),
					h("td", null, source.notes.length ? bullets(source.notes, "tight") : "—"));
			}), "words")),
		h("section", { cls: "panel" }, h("h2", { text: "本报告的依据" }), h("dl", { cls: "facts stamps" }, [
			["数据快照", "第 " + D.head.snapshot + " 号　" + D.head.sha], ["线索状态校验码", D.head.leadState], ["规则校验码", D.head.rules], ["比对引擎", D.head.engine], ["报告校验码", D.head.digest]
		].map(function (pair) { return h("div", null, h("dt", { text: pair[0] }), h("dd", { cls: "code", text: pair[1] })); })))]);
}
function ruleBox(rule) {
	var body = h("div");
	var found = rule.status === "ran" ? "命中 " + rule.hits + " 次，列出疑点 " + rule.leads + " 条" : rule.reason;
	var details = h("details", { cls: "rule" }, h("summary", null,
		h("b", { text: rule.displayName }), chip("run", rule.status, W.rule[rule.status]), h("span", { cls: "quiet", text: found })), body);
	details.addEventListener("toggle", function () {
		if (!details.open || body.firstChild) return;
		put(body, [part("要回答的问题", h("p", { text: rule.question })),
			h("div", { cls: "pair" }, part("依据", law(rule.basis)), part("参数", rule.parameters.length ? table([["参数"], ["取值"], ["来由"]], rule.parameters.map(function (item) {
				return h("tr", null, h("th", { scope: "row", text: item.title }), h("td", { text: item.value }), h("td", { text: item.origin }));
			})) : h("p", { text: "没有可调的参数。" }))),
			h("div", { cls: "pair" }, part("已自动排除", rule.suppressed.length ? bullets(rule.suppressed.map(function (item) { return item.title + "：" + item.count + " 次"; })) : h("p", { text: "本次没有。" })),
				part("查不到的情形", bullets(rule.misses))),
			h("p", { cls: "quiet", text: "规则 " + rule.id + " 第 " + rule.version + " 版" })]);
	});
	return details;
}
function drawRules() {
	var view = clear(byId("view-rules"));
	put(view, h("p", { cls: "notice", text: "每个事项比对什么、依据什么、怎样排除误报、哪些情形查不到。点开查看。" }));
	D.packs.forEach(function (name) {
		var rules = D.rules.filter(function (rule) { return rule.packName === name; });
		if (rules.length) put(view, h("section", { cls: "panel" }, h("h2", { text: name }), rules.map(ruleBox)));
	});
}
`;
