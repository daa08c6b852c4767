import type { Dataset } from "../../datasets/index.ts";
import {
	type Engine,
	identifier,
	pathLiteral,
	type Row,
} from "../../engine/index.ts";
import type { Part, Snapshot, SnapshotPart, Store } from "../../store/index.ts";

/** What stands in a snapshot, for looking at its completeness. */
export interface Loaded {
	snapshot: Snapshot;
	store: Store;
	engine: Engine;
	datasets: ReadonlyMap<string, Dataset>;
}

/** A part with its manifest. */
export interface LoadedPart {
	line: SnapshotPart;
	part: Part;
}

/** The parts of a snapshot that fit a condition. */
export function partsWhere(
	{ snapshot, store }: Pick<Loaded, "snapshot" | "store">,
	fits: (line: SnapshotPart) => boolean,
): LoadedPart[] {
	return snapshot.lines.flatMap((line) => {
		if (line.type !== "part" || !fits(line)) return [];
		const part = store.part(line.dataset, line.key);
		return part === undefined ? [] : [{ line, part }];
	});
}

/** Some parts as a relation; undefined where there is none. */
export function relationOf(
	store: Store,
	parts: readonly LoadedPart[],
): string | undefined {
	if (parts.length === 0) return undefined;
	const paths = parts.map(({ line }) =>
		pathLiteral(store.partPath(line.dataset, line.key)),
	);
	return `read_parquet([${paths.join(", ")}], union_by_name = true)`;
}

/** Whether any of some parts has a column. */
export function hasColumn(
	parts: readonly LoadedPart[],
	column: string | undefined,
): column is string {
	return (
		column !== undefined &&
		parts.some(({ part }) => !part.absent.includes(column))
	);
}

export async function one(engine: Engine, sql: string): Promise<Row> {
	return (await engine.query(sql)).rows[0] ?? {};
}

/** A column as a quoted name. */
export const column = identifier;
