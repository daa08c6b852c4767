/** How the subjects hang together: boxes with arrows, and the periods on a time axis. */
export const path = String.raw`
function pathStep(node, edge) {
	return h("li", { cls: "step" },
		edge ? h("span", { cls: "edge" },
			h("span", { cls: "edge-text", text: edge.text }),
			h("span", { cls: "edge-line", "aria-hidden": "true" }),
			h("span", { cls: "edge-note" }, edge.period ? h("span", { text: edge.period }) : null, edge.evidence.length ? h("span", { text: "证据 " + edge.evidence.join("、") }) : null, edge.period || edge.evidence.length ? null : "\u00a0")) : null,
		node ? h("span", { cls: "node node-" + node.kind }, h("b", { text: node.name }), node.label ? h("small", { text: node.label }) : null) : null);
}
function pathBox(lead) {
	if (lead.path.length === 0) return null;
	var steps = [], edge = null;
	lead.path.forEach(function (item) {
		if (item.type === "edge") { if (edge) steps.push(pathStep(null, edge)); edge = item; }
		else { steps.push(pathStep(item, edge)); edge = null; }
	});
	if (edge) steps.push(pathStep(null, edge));
	return part("关系路径", h("ol", { cls: "path", "aria-label": "关系路径" }, steps));
}
function dayNumber(text) { return Date.parse(text + "T00:00:00Z") / 864e5; }
function spans(lead) {
	var rows = lead.path.filter(function (item) { return item.type === "edge" && (item.from || item.to); })
		.map(function (item) { return { name: item.text, from: item.from, to: item.to, own: false }; });
	// The act itself is often one of the steps: then that bar stands for both.
	var same = rows.filter(function (item) { return item.from === lead.from && item.to === lead.to; });
	if (same.length) same.forEach(function (item) { item.own = true; });
	else if (lead.from || lead.to) rows.push({ name: "本疑点", from: lead.from, to: lead.to, own: true });
	return rows;
}
function timeAxis(lead) {
	var rows = spans(lead);
	if (rows.length < 2) return null;
	var asOf = dayNumber(D.head.asOf);
	var days = [asOf];
	rows.forEach(function (item) { if (item.from) days.push(dayNumber(item.from)); if (item.to) days.push(dayNumber(item.to)); });
	var first = Math.min.apply(null, days), last = Math.max.apply(null, days);
	var startYear = new Date(first * 864e5).getUTCFullYear(), endYear = new Date(last * 864e5).getUTCFullYear() + 1;
	var low = dayNumber(startYear + "-01-01"), high = dayNumber(endYear + "-01-01");
	var left = 150, width = 860, step = 26, height = rows.length * step + 26;
	function x(value) { return left + (value - low) / (high - low) * (width - left - 10); }
	var every = Math.max(1, Math.ceil((endYear - startYear) / 10)), marks = [];
	for (var year = startYear; year <= endYear; year += every) {
		var at = x(dayNumber(year + "-01-01"));
		marks.push(svg("line", { x1: at, x2: at, y1: 0, y2: height - 22, "class": "ax-grid" }), svg("text", { x: at, y: height - 6, "class": "ax-year", "text-anchor": "middle", text: year }));
	}
	var bars = rows.map(function (item, i) {
		var y = i * step + 6;
		var from = x(item.from ? dayNumber(item.from) : low), to = x(item.to ? dayNumber(item.to) : asOf);
		var single = item.from && item.from === item.to || to - from < 5;
		var label = item.name.length > 10 ? item.name.slice(0, 9) + "…" : item.name;
		return [svg("text", { x: left - 10, y: y + 12, "class": "ax-name", "text-anchor": "end", text: label }),
			single ? svg("circle", { cx: from, cy: y + 8, r: 5.5, "class": item.own ? "ax-own" : "ax-bar" })
				: svg("rect", { x: from, y: y + 2, width: to - from, height: 12, rx: 2, "class": item.own ? "ax-own" : "ax-bar" })];
	});
	var words = rows.map(function (item) { return item.name + " " + (item.from ? day(item.from) : "") + (item.from === item.to ? "" : "至" + (item.to ? day(item.to) : "今")); }).join("；");
	return part("时间轴", svg("svg", { viewBox: "0 0 " + width + " " + height, "class": "axis", role: "img", "aria-label": words }, marks, bars));
}
`;
