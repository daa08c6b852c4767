/** Starts the page: reads the data, follows the address, keeps views apart. */
export const main = `
var D = JSON.parse(byId("data").textContent), W = D.words, leadById = {};
D.leads.forEach(function (lead) {
	leadById["$" + lead.id] = lead;
});
var views = { overview: drawOverview, leads: function () {}, unchecked: drawUnchecked, sources: drawSources, rules: drawRules }, drawn = {};
function show(name) {
	Object.keys(views).forEach(function (key) {
		byId("view-" + key).hidden = key !== name;
		var tab = byId("tab-" + key);
		if (key === name) tab.setAttribute("aria-current", "page"); else tab.removeAttribute("aria-current");
	});
	document.body.setAttribute("data-view", name);
	if (!drawn[name]) { drawn[name] = true; views[name](); }
}
function welcome() {
	current = null;
	put(clear(byId("card")), h("div", { cls: "empty" }, h("p", { cls: "empty-title", text: "请在左侧选一条疑点" }), h("p", { text: "上下方向键可以移动，回车打开。" })));
}
function route() {
	var hash = decodeURIComponent(location.hash.slice(1));
	if (hash.slice(0, 5) === "lead-") {
		var lead = leadById["$" + hash.slice(5)];
		show("leads");
		if (lead) { reveal(lead); drawCard(lead); document.title = lead.displayName + " " + lead.id; return; }
		welcome();
		return;
	}
	document.title = D.head.title;
	show(views[hash] ? hash : "overview");
	if (hash === "leads") {
		if (!current && shown.length && window.innerWidth >= 1100) { reveal(shown[0]); drawCard(shown[0]); }
		else if (!current) welcome();
	} else window.scrollTo(0, 0);
}
D.groupNames = unique(D.groups.concat(D.leads.map(function (lead) { return lead.groupName; })));
drawFilters();
drawList();
byId("list").addEventListener("keydown", listKeys);
window.addEventListener("hashchange", route);
route();
`;
