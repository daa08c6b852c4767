import { existsSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "../base/index.ts";
import { type Engine, pathList, pathLiteral } from "../engine/index.ts";
import type { Snapshot, SnapshotPart } from "./schema.ts";
import { datasetsOf, partsOf, type Store } from "./store.ts";

/** Above this many parts the files of a dataset are read in bundles (design decision 2). */
const MANY = 200;
const BUNDLE = 100;

/** Parts of a dataset in the snapshot's order, those of full bundles together. */
function bundles(parts: readonly SnapshotPart[]): SnapshotPart[][] {
	if (parts.length <= MANY) return parts.map((part) => [part]);
	const full = Math.floor(parts.length / BUNDLE) * BUNDLE;
	const found: SnapshotPart[][] = [];
	for (let at = 0; at < full; at += BUNDLE)
		found.push(parts.slice(at, at + BUNDLE));
	return [...found, ...parts.slice(full).map((part) => [part])];
}

function bundleKey(bundle: readonly SnapshotPart[]): string {
	return fingerprint(bundle.map(({ key }) => key));
}

/** Bundles of more than one part, of all datasets of a snapshot. */
function bundlesOf(snapshot: Snapshot): SnapshotPart[][] {
	return datasetsOf(snapshot)
		.flatMap((dataset) => bundles(partsOf(snapshot, dataset)))
		.filter((bundle) => bundle.length > 1);
}

/** `<dataset>/<key>` of every bundle that a snapshot's parts make. */
export function bundleNames(snapshot: Snapshot): string[] {
	return bundlesOf(snapshot).map(
		(bundle) => `${bundle[0]?.dataset}/${bundleKey(bundle)}`,
	);
}

/** The files that hold the rows of a dataset's parts: bundles where they were made, else the parts themselves. */
export function filesOf(
	store: Store,
	parts: readonly SnapshotPart[],
): string[] {
	return bundles(parts).flatMap((bundle) => {
		const [first] = bundle;
		if (first !== undefined && bundle.length > 1) {
			const file = store.bundlePath(first.dataset, bundleKey(bundle));
			if (existsSync(file)) return [file];
		}
		return bundle.map((part) => store.partPath(part.dataset, part.key));
	});
}

/**
 * Makes the bundles that are missing. The parts stay what snapshots name; a bundle only spares readers
 * the opening of many small files, and holds the same rows in the same order.
 */
export async function makeBundles(
	store: Store,
	snapshot: Snapshot,
	engine: Engine,
): Promise<void> {
	for (const bundle of bundlesOf(snapshot)) {
		const [first] = bundle;
		if (first === undefined) continue;
		const file = store.bundlePath(first.dataset, bundleKey(bundle));
		if (existsSync(file)) continue;
		const staged = join(store.stagingDir("bundle"), "bundle.parquet");
		const files = bundle.map((part) => store.partPath(part.dataset, part.key));
		await engine.execute(
			`COPY (SELECT * FROM read_parquet(${pathList(files)})) TO ${pathLiteral(staged)} (FORMAT parquet, COMPRESSION zstd)`,
		);
		store.publishResult(staged, file);
	}
}
