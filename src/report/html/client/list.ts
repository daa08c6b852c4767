/** The list of leads: fifty to a page, so that thousands do not slow the page down. */
export const list = `
var PAGE = 50, page = 0, shown = [], current = null;
function row(lead) {
	var who = lead.subjects.slice(0, 3).map(function (s) { return s.name; }).join("、");
	return h("li", null, h("button", {
		type: "button", cls: "row", "data-id": lead.id, "aria-current": lead === current ? "true" : null,
		onclick: function () { location.hash = "#lead-" + lead.id; }
	},
		h("span", { cls: "row-head" },
			h("span", { cls: "rank", title: "排序", text: lead.list === "gone" ? "－" : lead.rank }),
			chip("sev", lead.severity, W.severity[lead.severity]),
			h("b", { cls: "row-title", text: lead.displayName }),
			chip("st", lead.status, W.status[lead.status])),
		h("span", { cls: "row-text", text: lead.sentence }),
		h("span", { cls: "row-foot" },
			h("span", { cls: "row-who", text: who + (lead.unit ? "　" + lead.unit : "") }),
			h("span", { cls: "row-sum", text: lead.amountText || "" }))));
}
function emptyText() {
	if (D.leads.length === 0) return ["本次没有疑点", "已完成的比对没有发现需要核实的疑点。没有疑点不等于没有问题，请看“未能检查的范围”。"];
	return ["没有符合条件的疑点", "请放宽或清除筛选条件。"];
}
function pager(pages) {
	if (pages < 2) return null;
	function step(delta, text) {
		return h("button", { type: "button", cls: "button", disabled: page + delta < 0 || page + delta >= pages, onclick: function () { page += delta; drawList(); byId("list").scrollTop = 0; }, text: text });
	}
	return h("nav", { cls: "pager", "aria-label": "翻页" }, step(-1, "上一页"), h("span", { text: "第 " + (page + 1) + " 页，共 " + pages + " 页" }), step(1, "下一页"));
}
function drawList() {
	shown = fitting();
	var pages = Math.ceil(shown.length / PAGE);
	if (page >= pages) page = 0;
	byId("count").textContent = "符合条件 " + grouped(shown.length) + " 条（共 " + grouped(D.leads.length) + " 条），涉及金额 " + sumOf(shown);
	var box = clear(byId("list"));
	var empty = shown.length === 0;
	byId("panes").classList.toggle("is-empty", empty);
	if (empty) {
		var words = emptyText();
		put(box, h("div", { cls: "empty", id: "empty" }, h("p", { cls: "empty-title", text: words[0] }), h("p", { text: words[1] }),
			D.leads.length ? h("button", { type: "button", cls: "button", onclick: function () { filterTo("", ""); }, text: "清除条件" }) : h("a", { href: "#unchecked", text: "未能检查的范围" })));
		return;
	}
	put(box, [h("ol", { cls: "rows" }, shown.slice(page * PAGE, (page + 1) * PAGE).map(row)), pager(pages)]);
}
function markCurrent() {
	Array.prototype.forEach.call(document.querySelectorAll(".row"), function (node) {
		var mine = current && node.getAttribute("data-id") === current.id;
		if (mine) node.setAttribute("aria-current", "true"); else node.removeAttribute("aria-current");
	});
}
function reveal(lead) {
	current = lead;
	var at = shown.indexOf(lead);
	if (at < 0) { Object.keys(F).forEach(function (name) { F[name] = ""; }); syncFilters(); shown = fitting(); at = shown.indexOf(lead); }
	var wanted = Math.floor(at / PAGE);
	if (wanted !== page || !document.querySelector('.row[data-id="' + lead.id + '"]')) { page = wanted; drawList(); }
	markCurrent();
	var node = document.querySelector('.row[data-id="' + lead.id + '"]');
	if (node) node.scrollIntoView({ block: "nearest" });
}
function walk(delta) {
	var at = shown.indexOf(current) + delta;
	if (at >= 0 && at < shown.length) location.hash = "#lead-" + shown[at].id;
}
function listKeys(event) {
	if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
	var rows = Array.prototype.slice.call(document.querySelectorAll(".row"));
	var at = rows.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
	if (rows[at]) { rows[at].focus(); event.preventDefault(); }
}
`;
