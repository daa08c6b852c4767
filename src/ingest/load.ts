import { rmSync } from "node:fs";
import { join } from "node:path";
import { elapsed, monotonic } from "../base/index.ts";
import { type Correction, correctionsFor } from "../corrections/index.ts";
import { openDuckdb } from "../engine/index.ts";
import { fail, type Problem, ProblemError, problem } from "../errors/index.ts";
import type { SnapshotLine } from "../store/index.ts";
import { prepareEngine } from "./engine.ts";
import { loadFile } from "./file.ts";
import { regionTable } from "./lookups.ts";
import { comparePeers } from "./peers.ts";
import { type PlannedSource, planSources } from "./plan.ts";
import { isDiskFull, shortReason } from "./refusal.ts";
import { dropSameContent } from "./same-content.ts";
import { partsOfSource } from "./snapshot.ts";
import type {
	LoadRequest,
	LoadResult,
	ResentSource,
	SourceOutcome,
} from "./types.ts";
import { settleSource } from "./versions.ts";

const STAGING = "ingest";

/** The outcome of a source of which no file can be read. */
function sourceOutcome(planned: PlannedSource): SourceOutcome {
	const wrong = planned.problems.some((item) => item.code !== "source-no-file");
	return {
		source: planned.source.id,
		dataset: planned.source.dataset,
		file: planned.source.path,
		status: wrong ? "refused" : "missing",
		read: 0,
		loaded: 0,
		quarantined: 0,
		decoration: 0,
		corrected: 0,
		reasons: {},
		problems: planned.problems,
	};
}

/** Says that corrected rows have no place any more, where a source was loaded anew without their file or sheet. */
function lostCorrections(
	corrections: readonly Correction[],
	source: PlannedSource["source"],
	files: readonly string[],
	outcomes: readonly SourceOutcome[],
): Problem[] {
	if (outcomes.every(({ status }) => status !== "loaded")) return [];
	const placed = new Set(
		outcomes.flatMap(({ file, sheet }) =>
			correctionsFor(corrections, { source: source.id, file, sheet }, files),
		),
	);
	const lost = corrections.filter(
		(item) => item.source === source.id && !placed.has(item),
	);
	return lost.length === 0
		? []
		: [
				problem(
					"corrections-lost",
					{ file: source.path },
					{ source: source.id, count: lost.length },
				),
			];
}

/**
 * Loads every source of a workspace into the store and makes the result current: one immutable part
 * a file or sheet, quarantine, quality, and a snapshot. Sources whose bytes, settings and definition
 * are those of a part that exists are not loaded again. A refused source leaves its parts of the
 * snapshot before standing; the others go on. Runs under the workspace's lock.
 *
 * Throws only when the load is cancelled, or the store itself cannot be written (disk-full) or trusted
 * (ProblemError); the current snapshot is then the one before.
 */
export async function loadSources(request: LoadRequest): Promise<LoadResult> {
	const { workspace, datasets, lists, store, signal } = request;
	const report = request.onProgress ?? (() => {});
	const before = store.currentSnapshot();
	const planned = planSources(workspace, datasets);
	const total = planned.reduce(
		(sum, item) => sum + Math.max(1, item.files.length),
		0,
	);
	const outcomes: SourceOutcome[] = [];
	const lines: SnapshotLine[] = [];
	const versions: ResentSource[] = [];
	const seen = new Map<string, string>();
	let index = 0;
	let staging: string | undefined;
	try {
		staging = store.stagingDir(STAGING);
		const engine = await openDuckdb(request.limits);
		try {
			await prepareEngine(engine);
			let made: Promise<string | undefined> | undefined;
			const regions = () => {
				made ??= regionTable(engine, lists);
				return made;
			};
			for (const item of planned) {
				const { source, dataset, files } = item;
				const mine: SourceOutcome[] = [];
				const earlier = partsOfSource(before, source.id);
				const readable = dataset !== undefined && item.problems.length === 0;
				for (const file of readable && files.length > 0 ? files : [undefined]) {
					signal?.throwIfAborted();
					index++;
					const started = monotonic();
					report({
						type: "source-start",
						source: source.id,
						file: file ?? source.path,
						index,
						total,
					});
					const results =
						file === undefined || dataset === undefined
							? [sourceOutcome(item)]
							: await loadFile({
									request,
									engine,
									regions,
									source,
									dataset,
									file,
									corrections: (sheet) =>
										correctionsFor(
											request.corrections ?? [],
											{ source: source.id, file, sheet },
											files,
										),
									scratch: join(staging, String(index)),
									before: earlier.filter((line) => line.file === file),
									seen,
								});
					for (const result of results)
						report({
							type: "source-done",
							source: source.id,
							file: result.file,
							...(result.sheet === undefined ? {} : { sheet: result.sheet }),
							status: result.status,
							index,
							total,
							rows: result.read,
							seconds: result.seconds ?? elapsed(started) / 1000,
						});
					mine.push(...results);
				}
				if (dataset !== undefined)
					await dropSameContent(engine, store, dataset, outcomes, mine);
				mine[0]?.problems.push(
					...lostCorrections(request.corrections ?? [], source, files, mine),
				);
				const settled = await settleSource(
					request,
					engine,
					source,
					dataset,
					mine,
					before,
				);
				outcomes.push(...settled.outcomes);
				lines.push(...settled.lines);
				if (settled.resent !== undefined) versions.push(settled.resent);
			}
		} finally {
			engine.close();
		}
		comparePeers(outcomes, workspace.config.sources, datasets);
		signal?.throwIfAborted();
		const snapshot = store.commitSnapshot(lines, request.by ?? "bidui load");
		return {
			outcomes,
			snapshot,
			versions,
			problems: outcomes.flatMap((outcome) => outcome.problems),
		};
	} catch (error) {
		if (!(error instanceof ProblemError) && isDiskFull(error))
			fail("disk-full", { file: store.root }, { reason: shortReason(error) });
		throw error;
	} finally {
		if (staging !== undefined)
			rmSync(staging, { recursive: true, force: true });
	}
}
