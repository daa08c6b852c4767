/** Which leads are listed: the state of the filter bar and what fits it. */
export const filters = String.raw`
var F = { pack: "", severity: "", status: "", group: "", place: "", amount: "", list: "", text: "" };
function unique(values) {
	var seen = {};
	return values.filter(function (value) { if (!value || seen["$" + value]) return false; seen["$" + value] = true; return true; });
}
function places() {
	var units = unique(D.leads.map(function (lead) { return lead.unit; })).sort();
	var regions = unique(D.leads.map(function (lead) { return lead.region; })).sort();
	return units.map(function (name) { return ["u:" + name, name]; }).concat(regions.map(function (name) { return ["r:" + name, name]; }));
}
function choices(map) { return Object.keys(map).map(function (key) { return [key, map[key]]; }); }
function named(names) { return names.map(function (name) { return [name, name]; }); }
function filterFields() {
	return [
		["pack", "类别", named(D.packs)], ["severity", "严重度", choices(W.severity)], ["status", "与上次相比", choices(W.status)],
		["group", "巡察组", named(D.groupNames)], ["place", "单位或地区", places()],
		["amount", "涉及金额", [["500000", "5,000 元以上"], ["1000000", "1 万元以上"], ["10000000", "10 万元以上"], ["100000000", "100 万元以上"], ["none", "未注明"]]],
		["list", "清单", choices(W.list)]];
}
var tests = {
	pack: function (lead, value) { return lead.packName === value; },
	severity: function (lead, value) { return lead.severity === value; },
	status: function (lead, value) { return lead.status === value; },
	group: function (lead, value) { return lead.groupName === value; },
	place: function (lead, value) { return (value.charAt(0) === "u" ? lead.unit : lead.region) === value.slice(2); },
	amount: function (lead, value) { return value === "none" ? lead.cents === null : lead.cents !== null && lead.cents >= Number(value); },
	list: function (lead, value) { return lead.list === value; },
	text: function (lead, value) { return value.split(/\s+/).every(function (word) { return hay(lead).indexOf(word) >= 0; }); }
};
function hay(lead) {
	if (!lead.hay) lead.hay = [lead.id, lead.rule, lead.displayName, lead.packName, lead.groupName, lead.unit, lead.region, lead.sentence, lead.strength,
		lead.subjects.map(function (s) { return s.role + s.name + s.key; }).join(" "),
		lead.evidence.map(function (e) { return e.dataset + e.file + e.brief; }).join(" ")].join(" ").toLowerCase();
	return lead.hay;
}
function fitting() {
	var active = Object.keys(F).filter(function (key) { return F[key] !== ""; });
	return D.leads.filter(function (lead) { return active.every(function (key) { return tests[key](lead, F[key]); }); });
}
function filterTo(key, value) {
	Object.keys(F).forEach(function (name) { F[name] = ""; });
	if (key) F[key] = value;
	page = 0;
	syncFilters();
	location.hash = "#leads";
	drawList();
}
function syncFilters() {
	Object.keys(F).forEach(function (key) { var field = byId("f-" + key); if (field) field.value = F[key]; });
}
function drawFilters() {
	var bar = clear(byId("filters"));
	filterFields().forEach(function (field) {
		var select = h("select", { id: "f-" + field[0], onchange: function () { F[field[0]] = select.value; page = 0; drawList(); } },
			h("option", { value: "", text: "全部" }), field[2].map(function (choice) { return h("option", { value: choice[0], text: choice[1] }); }));
		put(bar, h("label", { cls: "field", for: "f-" + field[0] }, h("span", { text: field[1] }), select));
	});
	var input = h("input", { id: "f-text", type: "search", placeholder: "编号、对象、单位、描述中的文字", autocomplete: "off", oninput: function () { F.text = input.value.trim().toLowerCase(); page = 0; drawList(); } });
	put(bar, [h("label", { cls: "field wide", for: "f-text" }, h("span", { text: "查找" }), input),
		h("button", { id: "f-clear", cls: "button", type: "button", onclick: function () { filterTo("", ""); }, text: "清除条件" })]);
}
`;
