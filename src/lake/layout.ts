import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
} from "node:fs";
import { join } from "node:path";
import {
	datasetsOf,
	partsOf,
	type Snapshot,
	type Store,
} from "../store/index.ts";

/** How a snapshot's folder and schema are called. */
export function snapshotName({ n, sha }: Snapshot): string {
	return `s${n}_${sha.slice(0, 8)}`;
}

/**
 * Lays the parts of a snapshot out as a table over a folder wants them: a folder per dataset with
 * exactly its parts, by hard links, or by copies where the place is on another disk.
 * @param folder the workspace's own folder of the lake
 */
export function layOut(snapshot: Snapshot, store: Store, folder: string): void {
	const root = join(folder, snapshotName(snapshot));
	for (const dataset of datasetsOf(snapshot)) {
		const target = join(root, dataset);
		mkdirSync(target, { recursive: true });
		const wanted = new Set<string>();
		for (const { key } of partsOf(snapshot, dataset)) {
			const name = `${key}.parquet`;
			wanted.add(name);
			const to = join(target, name);
			if (existsSync(to)) continue;
			const from = store.partPath(dataset, key);
			try {
				linkSync(from, to);
			} catch {
				// A name that no reader takes for a part, until the copy is whole.
				const half = join(target, `.${name}`);
				copyFileSync(from, half);
				renameSync(half, to);
			}
		}
		for (const name of readdirSync(target))
			if (!wanted.has(name)) rmSync(join(target, name), { force: true });
	}
}

/** Removes the folders of snapshots that are shown no more. */
export function removeOthers(folder: string, kept: ReadonlySet<string>): void {
	if (!existsSync(folder)) return;
	for (const name of readdirSync(folder))
		if (/^s\d+_[0-9a-f]{8}$/.test(name) && !kept.has(name))
			rmSync(join(folder, name), { recursive: true, force: true });
}
