/** Building blocks: every text goes in as a text node, so no data can become markup. */
export const dom = String.raw`
function h(tag, props) {
	var node = document.createElement(tag);
	if (props) Object.keys(props).forEach(function (key) {
		var value = props[key];
		if (value === null || value === undefined || value === false) return;
		if (key === "text") node.textContent = value;
		else if (key.slice(0, 2) === "on") node.addEventListener(key.slice(2), value);
		else node.setAttribute(key === "cls" ? "class" : key, value === true ? "" : String(value));
	});
	for (var i = 2; i < arguments.length; i++) put(node, arguments[i]);
	return node;
}
function put(node, child) {
	if (child === null || child === undefined || child === false) return;
	if (Array.isArray(child)) child.forEach(function (item) { put(node, item); });
	else node.appendChild(typeof child === "object" ? child : document.createTextNode(String(child)));
}
function svg(tag, props) {
	var node = document.createElementNS("http://www.w3.org/2000/svg", tag);
	Object.keys(props || {}).forEach(function (key) {
		if (key === "text") node.textContent = props[key];
		else node.setAttribute(key, String(props[key]));
	});
	for (var i = 2; i < arguments.length; i++) put(node, arguments[i]);
	return node;
}
function clear(node) { while (node.firstChild) node.removeChild(node.firstChild); return node; }
function byId(id) { return document.getElementById(id); }
function grouped(number) { return String(number).replace(/\B(?=(\d{3})+$)/g, ","); }
function trimmed(number) { return number.toFixed(2).replace(/\.?0+$/, ""); }
function money(cents) {
	if (cents >= 1e10) return trimmed(cents / 1e10) + " 亿元";
	if (cents >= 1e6) return trimmed(cents / 1e6) + " 万元";
	return grouped(Math.floor(cents / 100)) + (cents % 100 ? "." + ("0" + cents % 100).slice(-2) : "") + " 元";
}
function day(text) {
	var match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text || "");
	return match ? match[1] + "年" + Number(match[2]) + "月" + Number(match[3]) + "日" : text || "";
}
function chip(kind, value, text) { return h("span", { cls: "chip " + kind + "-" + value, text: text }); }
function sumOf(leads) {
	var priced = leads.filter(function (lead) { return lead.cents !== null; });
	if (priced.length === 0) return "—";
	return money(priced.reduce(function (sum, lead) { return sum + lead.cents; }, 0));
}
`;
