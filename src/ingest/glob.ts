import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { compareCodePoints } from "../base/index.ts";

/** Files that programs leave beside the real ones. */
const LEFTOVERS = /^(~\$|\.~|\.)|^(Thumbs\.db|desktop\.ini)$/i;

function segmentPattern(segment: string): RegExp {
	const body = segment
		.normalize("NFC")
		.replace(/[.+^${}()|[\]\\]/g, "\\$&")
		.replaceAll("*", ".*")
		.replaceAll("?", ".");
	return new RegExp(`^${body}$`, "su");
}

/** Whether a pattern stays below the folder that it is applied to. */
export function staysInside(pattern: string): boolean {
	return (
		!/^([A-Za-z]:|[/\\])/.test(pattern) &&
		!pattern.split(/[/\\]/).includes("..")
	);
}

/**
 * The files below a folder that a pattern matches, as relative paths with forward slashes, sorted
 * by code point. `*` and `?` stay within a folder name, `**` spans folders; every other character,
 * brackets included, stands for itself. Names compare in NFC.
 * @returns nothing when the folder does not exist
 */
export function glob(root: string, pattern: string): string[] {
	const found = new Set<string>();
	const segments = pattern
		.split("/")
		.filter((part) => part !== "" && part !== ".");
	const walk = (folder: string, relative: string, at: number): void => {
		const segment = segments[at];
		if (segment === undefined) return;
		const last = at === segments.length - 1;
		if (segment === "**") walk(folder, relative, at + 1);
		let names: string[];
		try {
			names = readdirSync(folder);
		} catch {
			return;
		}
		const pattern = segment === "**" ? undefined : segmentPattern(segment);
		for (const name of names) {
			if (pattern !== undefined && !pattern.test(name.normalize("NFC")))
				continue;
			if (LEFTOVERS.test(name) && name !== segment) continue;
			const path = join(folder, name);
			const shown = relative === "" ? name : `${relative}/${name}`;
			let isFolder: boolean;
			try {
				isFolder = statSync(path).isDirectory();
			} catch {
				continue;
			}
			if (isFolder) walk(path, shown, segment === "**" ? at : at + 1);
			else if (last) found.add(shown);
		}
	};
	walk(root, "", 0);
	return [...found].sort(compareCodePoints);
}
