import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Correction } from "../../corrections/index.ts";
import type { Dataset } from "../../datasets/index.ts";
import type { Engine } from "../../engine/index.ts";
import type { Problem } from "../../errors/index.ts";
import type { Part, SnapshotPart } from "../../store/index.ts";
import type { Source } from "../../workspace/index.ts";
import { partKey } from "../key.ts";
import type { LoadRequest, SourceOutcome } from "../types.ts";

/** One file of a source. */
export interface FileJob {
	request: LoadRequest;
	engine: Engine;
	/** The engine's table of known regions, made when it is first asked for. */
	regions: () => Promise<string | undefined>;
	source: Source;
	dataset: Dataset;
	/** Below sources/, with forward slashes. */
	file: string;
	scratch: string;
	/** The corrections that may concern a sheet of the file, or the file where it has none. */
	corrections: (sheet: string | undefined) => readonly Correction[];
	/** The parts that the current snapshot has for this file. */
	before: readonly SnapshotPart[];
	/** Content that was seen already in this load: sha256 and dataset, by the file that had it. */
	seen: Map<string, string>;
	/** Runs a step after the same step of every file before this one: the first file that has a content counts. */
	inOrder: <Result>(step: () => Result) => Promise<Result>;
}

const NOTHING = {
	read: 0,
	loaded: 0,
	quarantined: 0,
	decoration: 0,
	corrected: 0,
	reasons: {},
};

export function outcomeOf(
	job: FileJob,
	status: SourceOutcome["status"],
	part: Part | undefined,
	problems: Problem[],
	sheet?: string,
): SourceOutcome {
	return {
		source: job.source.id,
		dataset: job.dataset.name,
		file: job.file,
		...(sheet === undefined ? {} : { sheet }),
		status,
		...(part === undefined
			? NOTHING
			: {
					...part.counts,
					corrected: part.corrections?.loaded ?? 0,
					reasons: part.reasons,
					part,
				}),
		problems,
	};
}

/** Where a file lies. */
export function pathOf({ request, file }: FileJob): string {
	return join(request.workspace.sources, ...file.split("/"));
}

/** What is known of the bytes of a file before it is opened. */
export interface OpenedFile {
	sha256: string;
	bytes: number;
	/** What `version` said of it. */
	version: string;
}

/** What changes when a file is written to: its size and the time of the last change. */
export async function version(path: string): Promise<string> {
	const { size, mtimeNs, ino } = await stat(path, { bigint: true });
	return `${size} ${mtimeNs} ${ino}`;
}

/** The key of the part of one sheet of the file. */
export function keyOf(
	job: FileJob,
	sha256: string,
	sheet: string | undefined,
): string {
	return partKey(
		job.source,
		job.dataset,
		job.request.lists,
		{ sha256, sheet },
		job.corrections(sheet),
	);
}
