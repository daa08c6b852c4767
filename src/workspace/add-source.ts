import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { isSeq, parseDocument } from "yaml";

/** What `bidui inspect --write` adds to bidui.yaml. */
export interface NewSource {
	id: string;
	path: string;
	dataset: string;
}

/**
 * Adds a source at the end of the list in bidui.yaml. The rest of the file, comments and spacing
 * included, stays as it is.
 */
export function addSource(configFile: string, source: NewSource): void {
	const text = readFileSync(configFile, "utf8");
	const document = parseDocument(text);
	const list = document.get("sources", true);
	const entry = {
		id: source.id,
		path: source.path,
		dataset: source.dataset,
	};
	let changed: string;
	const first = isSeq(list) ? list.items[0] : undefined;
	const start = (first as { range?: [number, number, number] } | undefined)
		?.range?.[0];
	if (isSeq(list) && list.flow !== true && start !== undefined && list.range) {
		const dash = text.lastIndexOf("-", start);
		const indent = " ".repeat(dash - (text.lastIndexOf("\n", dash) + 1));
		const end = text.slice(0, list.range[1]).trimEnd().length;
		const lines = Object.entries(entry).map(
			([name, value]) => `${name}: ${JSON.stringify(value)}`,
		);
		changed = `${text.slice(0, end)}\n${indent}- ${lines.join(`\n${indent}  `)}${text.slice(end)}`;
	} else {
		document.addIn(["sources"], entry);
		changed = document.toString();
	}
	const temporary = `${configFile}.new`;
	writeFileSync(temporary, changed);
	renameSync(temporary, configFile);
}
