import { statSync } from "node:fs";
import { type Engine, pathList } from "../../engine/index.ts";
import type { SourceOutcome } from "../../ingest/index.ts";
import type { RunResult } from "../../run/index.ts";
import type { Store } from "../../store/index.ts";
import type { Span } from "./types.ts";

/** Rows and bytes of files; one that is not there has neither. */
interface Sizes {
	rows: ReadonlyMap<string, number>;
	bytes: (file: string) => number;
}

const sum = (values: readonly number[]) =>
	values.reduce((total, value) => total + value, 0);

function bytesOf(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Reads the footers of Parquet files, and nothing else of them. */
async function sizesOf(files: Set<string>, engine: Engine): Promise<Sizes> {
	const there = [...files].filter((file) => bytesOf(file) > 0);
	if (there.length === 0) return { rows: new Map(), bytes: bytesOf };
	const { rows } = await engine.query(
		`SELECT file_name, num_rows FROM parquet_file_metadata(${pathList(there)})`,
	);
	return {
		rows: new Map(
			rows.map((row) => [String(row.file_name), Number(row.num_rows)]),
		),
		bytes: bytesOf,
	};
}

/** Adds to the spans of models and rules what they read and wrote. */
export async function measureNodes(
	spans: readonly Span[],
	{ jobs, files }: Pick<RunResult, "jobs" | "files">,
	engine: Engine,
): Promise<void> {
	const inputs = (name: string) =>
		jobs.get(name)?.inputs.flatMap((input) => input.files) ?? [];
	const all = new Set(
		[...jobs.keys()].flatMap((name) => [
			...inputs(name),
			files.get(name) ?? "",
		]),
	);
	all.delete("");
	const sizes = await sizesOf(all, engine);
	for (const span of spans) {
		const file = files.get(span.name);
		if (span.kind !== "model" && span.kind !== "rule") continue;
		if (file === undefined || !jobs.has(span.name)) continue;
		const read = inputs(span.name);
		span.rowsIn = sum(read.map((path) => sizes.rows.get(path) ?? 0));
		span.bytesIn = sum(read.map(sizes.bytes));
		span.rowsOut = sizes.rows.get(file) ?? 0;
		span.bytesOut = sizes.bytes(file);
	}
}

/** Adds to the spans of sources what stands in the store of them. */
export function measureSources(
	spans: readonly Span[],
	outcomes: readonly SourceOutcome[],
	store: Store,
): void {
	for (const span of spans) {
		if (span.kind !== "source") continue;
		const mine = outcomes.filter(
			({ source, file }) => source === span.title && file === span.name,
		);
		span.rowsOut = sum(mine.map(({ loaded }) => loaded));
		span.bytesOut = sum(
			mine.flatMap(({ part }) =>
				part === undefined
					? []
					: [
							bytesOf(store.partPath(part.dataset, part.key)),
							bytesOf(store.companionPath("raw", part.key)),
						],
			),
		);
	}
}
