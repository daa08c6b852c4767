import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a sweep took away. */
export interface Swept {
	files: number;
	bytes: number;
}

/** A file of the store by the two names that decide whether it stays: its folder's and its own. */
type Keeps = (folder: string, key: string) => boolean;

/** Folders whose files lie below a folder per dataset, model, rule or list. */
const GROUPED = ["parts", "compact", "models", "hits", "lists"] as const;

/** Folders whose files lie there by themselves, named by the key of a part. */
const COMPANIONS = ["raw", "quarantine", "quality", "corrections"] as const;

/** Which keys of each kind of file stay. */
export interface Kept {
	/** `<dataset>/<key>`; the companions of a part stay with it. */
	parts: ReadonlySet<string>;
	compact: ReadonlySet<string>;
	/** `<name>/<key>` */
	models: ReadonlySet<string>;
	hits: ReadonlySet<string>;
	lists: ReadonlySet<string>;
}

function keyOf(file: string): string {
	return file.replace(/\.(parquet|json)$/, "");
}

/** Removes files, as far as nobody holds them open: what stays now goes with the next sweep. */
function removeFrom(folder: string, keeps: Keeps, swept: Swept): void {
	if (!existsSync(folder)) return;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		if (!entry.isFile() || keeps(folder, keyOf(entry.name))) continue;
		const path = join(folder, entry.name);
		try {
			const { size } = statSync(path);
			rmSync(path, { force: true });
			swept.files++;
			swept.bytes += size;
		} catch {
			// A reader has it open (Windows).
		}
	}
}

/**
 * Removes every file of the store that nothing kept names. Only under the run lock, and after the run's
 * snapshot and manifest are committed: until then what they name is not known.
 * @param root the store's folder
 */
export function sweepFiles(root: string, kept: Kept): Swept {
	const swept: Swept = { files: 0, bytes: 0 };
	for (const kind of GROUPED) {
		const folder = join(root, kind);
		if (!existsSync(folder)) continue;
		for (const name of readdirSync(folder))
			removeFrom(
				join(folder, name),
				(_, key) => kept[kind].has(`${name}/${key}`),
				swept,
			);
	}
	const keys = new Set([...kept.parts].map((part) => part.split("/")[1]));
	for (const kind of COMPANIONS)
		removeFrom(join(root, kind), (_, key) => keys.has(key), swept);
	return swept;
}
