import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
	canonicalJson,
	createExclusive,
	fingerprint,
	makePrivateDir,
	publishImmutable,
	publishTogether,
	sha256,
} from "../base/index.ts";
import { type Commit, CommitLog } from "../commits/index.ts";
import { type Engine, pathLiteral, type Row } from "../engine/index.ts";
import { fail } from "../errors/index.ts";
import {
	type Part,
	partSchema,
	type Snapshot,
	type SnapshotLine,
	type SnapshotPart,
	snapshotLineSchema,
} from "./schema.ts";

/** The immutable companions of a part, all under its key. */
export type Companion = "raw" | "quarantine" | "quality" | "corrections";

/** The files of a part before it is published, all in a staging folder. */
export interface StagedPart {
	manifest: Part;
	part: string;
	companions: Partial<Record<Companion, string>>;
}

/** The sha is of what a snapshot names, not of its commit: results show it, and hold no clock. */
function snapshotOf(n: number, lines: SnapshotLine[]): Snapshot {
	return { n, sha: fingerprint(lines), lines };
}

function decodeSnapshot({ head, lines }: Commit): Snapshot {
	return snapshotOf(
		head.n,
		lines.map((line) => snapshotLineSchema.parse(JSON.parse(line))),
	);
}

/** A row of a source as it came: record number, physical line where it differs, the text of every column. */
export interface RawRow {
	row: number;
	line: number | undefined;
	cells: (string | null)[];
	/** What stands beyond the headings. */
	rest: string | null;
}

/** A row as people corrected it. */
export type CorrectedRow = Pick<RawRow, "row" | "cells">;

/** The texts of the cells of a row, in the order of the headings. */
function cellsOf(part: Part, row: Row): (string | null)[] {
	return part.headings.map((_, i) => {
		const value = row[`c${i + 1}`];
		return value === null || value === undefined ? null : String(value);
	});
}

/** A condition on `_row`. */
function among(rows: readonly number[]): string {
	return `_row IN (${[...rows].sort((a, b) => a - b).join(", ")})`;
}

/**
 * The Parquet store of a workspace (design decisions 2 and 3).
 * Files are immutable and named by key; only what a snapshot names exists for a run.
 */
export class Store {
	readonly root: string;
	readonly #snapshots: CommitLog;

	constructor(root: string) {
		this.root = root;
		this.#snapshots = new CommitLog(join(root, "snapshots"));
	}

	partPath(dataset: string, key: string): string {
		return join(this.root, "parts", dataset, `${key}.parquet`);
	}

	manifestPath(dataset: string, key: string): string {
		return join(this.root, "parts", dataset, `${key}.json`);
	}

	companionPath(kind: Companion, key: string): string {
		return join(this.root, kind, `${key}.parquet`);
	}

	/** Where the rows of many parts of a dataset stand together. */
	bundlePath(dataset: string, key: string): string {
		return join(this.root, "compact", dataset, `${key}.parquet`);
	}

	/** Where a model's or rule's result of a given fingerprint stands. */
	resultPath(
		kind: "models" | "hits" | "lists",
		name: string,
		key: string,
	): string {
		return join(this.root, kind, name, `${key}.parquet`);
	}

	/** A fresh folder for files in the making; the caller clears it with clearStaging. */
	stagingDir(name: string): string {
		const dir = join(this.root, "staging", name);
		rmSync(dir, { recursive: true, force: true });
		makePrivateDir(dir);
		return dir;
	}

	/** Removes what unfinished loads or runs left behind. Only under the run lock. */
	clearStaging(): void {
		rmSync(join(this.root, "staging"), { recursive: true, force: true });
	}

	/**
	 * Reads a part's manifest.
	 * @returns undefined when the part is not in the store, whole
	 */
	part(dataset: string, key: string): Part | undefined {
		const manifest = this.manifestPath(dataset, key);
		if (!existsSync(manifest) || !existsSync(this.partPath(dataset, key)))
			return undefined;
		return partSchema.parse(JSON.parse(readFileSync(manifest, "utf8")));
	}

	/** Moves a part's files to their names; the manifest last, so that its presence means a whole part. */
	async publishPart(staged: StagedPart): Promise<void> {
		const { dataset, key } = staged.manifest;
		await publishTogether([
			...Object.entries(staged.companions).map(([kind, path]) => ({
				temporary: path,
				path: this.companionPath(kind as Companion, key),
			})),
			{ temporary: staged.part, path: this.partPath(dataset, key) },
		]);
		createExclusive(
			this.manifestPath(dataset, key),
			`${canonicalJson(partSchema.parse(staged.manifest))}\n`,
		);
	}

	/**
	 * The source text of some rows of a part, as the file had it.
	 * @param rows record numbers; those that the part has not are left out
	 */
	async rawRows(
		engine: Engine,
		part: Part,
		rows: readonly number[],
	): Promise<RawRow[]> {
		if (rows.length === 0) return [];
		const file = this.companionPath("raw", part.key);
		const result = await engine.query(
			`SELECT * FROM read_parquet(${pathLiteral(file)}) WHERE ${among(rows)} ORDER BY _row`,
		);
		return result.rows.map((row) => ({
			row: Number(row._row),
			line:
				row._line === null || row._line === undefined
					? undefined
					: Number(row._line),
			cells: cellsOf(part, row),
			rest:
				row._rest === null || row._rest === undefined
					? null
					: String(row._rest),
		}));
	}

	/**
	 * The rows of a part that people corrected, as they corrected them.
	 * @param rows record numbers; left out: all
	 */
	async correctedRows(
		engine: Engine,
		part: Part,
		rows?: readonly number[],
	): Promise<CorrectedRow[]> {
		if (part.corrections === undefined || rows?.length === 0) return [];
		const file = this.companionPath("corrections", part.key);
		if (!existsSync(file)) return [];
		const where = rows === undefined ? "" : ` WHERE ${among(rows)}`;
		const result = await engine.query(
			`SELECT * FROM read_parquet(${pathLiteral(file)})${where} ORDER BY _row`,
		);
		return result.rows.map((row) => ({
			row: Number(row._row),
			cells: cellsOf(part, row),
		}));
	}

	/** sha256 of a part's manifest, as the snapshot records it. */
	manifestDigest(dataset: string, key: string): string {
		return sha256(readFileSync(this.manifestPath(dataset, key)));
	}

	/** Moves a model's, rule's or list's finished Parquet file to its immutable name. */
	publishResult(temporary: string, path: string): void {
		publishImmutable(temporary, path);
	}

	/** A snapshot by its number. Fails with snapshot-missing. */
	snapshot(n: number): Snapshot {
		const commit = this.#snapshots.read().commits[n - 1];
		if (commit === undefined)
			return fail("snapshot-missing", { file: this.root }, { n });
		return decodeSnapshot(commit);
	}

	/** The highest valid snapshot; undefined when nothing was loaded. Fails when the chain is broken. */
	currentSnapshot(): Snapshot | undefined {
		const chain = this.#snapshots.read();
		const broken = chain.problems[0];
		const last = chain.commits.at(-1);
		// A torn newest file is what a crash leaves: the snapshot before it stays current.
		if (last === undefined) {
			if (broken !== undefined)
				fail("commit-broken", broken.at, { why: broken.message });
			return undefined;
		}
		return decodeSnapshot(last);
	}

	/** The last snapshots, the newest last. */
	lastSnapshots(count: number): Snapshot[] {
		return this.#snapshots.read().commits.slice(-count).map(decodeSnapshot);
	}

	/** The newest snapshot line of a part, by the number that its rows bear as `_src`. */
	partBySrc(src: string): SnapshotPart | undefined {
		for (const commit of this.#snapshots.read().commits.toReversed()) {
			const line = decodeSnapshot(commit).lines.find(
				(item) => item.type === "part" && item.src === src,
			);
			if (line?.type === "part") return line;
		}
		return undefined;
	}

	/** Makes a list of parts current; nothing is written when it is current already. */
	commitSnapshot(lines: SnapshotLine[], by: string): Snapshot {
		const current = this.currentSnapshot();
		if (
			current !== undefined &&
			canonicalJson(current.lines) === canonicalJson(lines)
		)
			return current;
		const head = this.#snapshots.append(lines.map(canonicalJson), by);
		return snapshotOf(head.n, lines);
	}
}

/** The parts of one dataset in a snapshot, in its order. */
export function partsOf(snapshot: Snapshot, dataset: string): SnapshotPart[] {
	return snapshot.lines.filter(
		(line): line is SnapshotPart =>
			line.type === "part" && line.dataset === dataset,
	);
}

/** The datasets of a snapshot that have parts, in the order of their names. */
export function datasetsOf(snapshot: Snapshot): string[] {
	const names = snapshot.lines.flatMap((line) =>
		line.type === "part" ? [line.dataset] : [],
	);
	return [...new Set(names)].sort();
}
