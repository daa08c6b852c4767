import type { Correction } from "../corrections/index.ts";
import type { Dataset } from "../datasets/index.ts";
import type { Limits } from "../engine/index.ts";
import type { Problem } from "../errors/index.ts";
import type { List } from "../lists/index.ts";
import type { Part, Snapshot, SnapshotVersion, Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";

/**
 * loaded: a new part; unchanged: its part was there; refused: an earlier part may stand for it;
 * missing: no file; duplicate: the same content counts under another name.
 */
export type SourceStatus =
	| "loaded"
	| "unchanged"
	| "refused"
	| "missing"
	| "duplicate";

/** What became of one file or sheet of a source. read = loaded + quarantined + decoration. */
export interface SourceOutcome {
	source: string;
	dataset: string;
	/** Below sources/, with forward slashes; the pattern where no file was found. */
	file: string;
	sheet?: string;
	status: SourceStatus;
	read: number;
	loaded: number;
	quarantined: number;
	decoration: number;
	/** Rows that people corrected and that are among the loaded ones. */
	corrected: number;
	/** Rows in quarantine per reason code (src/ingest/findings.ts). */
	reasons: Record<string, number>;
	part?: Part;
	problems: Problem[];
	/** Only for people; results never read it. */
	seconds?: number;
}

/** Told as sources are worked on; `index` counts files from 1. */
export type IngestProgress =
	| {
			type: "source-start";
			source: string;
			file: string;
			/** Which of those that load side by side works on it, from 0. */
			worker: number;
			index: number;
			total: number;
	  }
	| {
			type: "source-done";
			source: string;
			file: string;
			sheet?: string;
			status: SourceStatus;
			index: number;
			total: number;
			rows: number;
			seconds: number;
			worker: number;
			/** Size of the file; 0 where there is none. */
			bytes: number;
	  };

export interface LoadRequest {
	workspace: Workspace;
	datasets: ReadonlyMap<string, Dataset>;
	lists: ReadonlyMap<string, List>;
	store: Store;
	limits: Limits;
	/** What people corrected; left out: nothing. */
	corrections?: readonly Correction[];
	/** Sources whose new version counts however much it differs from the one before. */
	accept?: readonly string[];
	/** Who commits the snapshot. */
	by?: string;
	onProgress?: (event: IngestProgress) => void;
	signal?: AbortSignal;
}

/** A source that was sent again: how it differs from the version before. */
export interface ResentSource {
	line: SnapshotVersion;
	/** False where it differs so much that the version before stands. */
	taken: boolean;
}

export interface LoadResult {
	outcomes: SourceOutcome[];
	/** The current snapshot after the load; the one before it when nothing changed. */
	snapshot: Snapshot;
	/** Of the sources that were sent again: in their order. */
	versions: ResentSource[];
	/** Of all sources, in their order. */
	problems: Problem[];
}
