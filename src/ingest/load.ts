import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { elapsed, monotonic } from "../base/index.ts";
import { type Correction, correctionsFor } from "../corrections/index.ts";
import { openDuckdb } from "../engine/index.ts";
import { fail, type Problem, ProblemError, problem } from "../errors/index.ts";
import type { SnapshotLine } from "../store/index.ts";
import { loadFile } from "./file/load-file.ts";
import { comparePeers } from "./peers.ts";
import { type PlannedSource, planSources } from "./plan.ts";
import { isDiskFull, shortReason } from "./refusal.ts";
import { dropSameContent } from "./same-content.ts";
import { InOrder, type Session, sideBySide } from "./side-by-side.ts";
import { partsOfSource } from "./snapshot.ts";
import type {
	LoadRequest,
	LoadResult,
	ResentSource,
	SourceOutcome,
} from "./types.ts";
import { settleSource } from "./versions.ts";

const STAGING = "ingest";

/** One file of a source; none where the source has no file that can be read. */
interface Turn {
	item: PlannedSource;
	file: string | undefined;
}

function turnsOf(planned: readonly PlannedSource[]): Turn[] {
	return planned.flatMap((item) => {
		const readable = item.dataset !== undefined && item.problems.length === 0;
		const files = readable && item.files.length > 0 ? item.files : [undefined];
		return files.map((file) => ({ item, file }));
	});
}

function sizeOf({ file }: Turn, sources: string): number {
	const size = (path: string) =>
		statSync(path, { throwIfNoEntry: false })?.size ?? 0;
	return file === undefined ? 0 : size(join(sources, file));
}

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
 * are those of a part that exists are not loaded again. Files are loaded side by side; what comes of it
 * is in the order of the sources and the same however many. A refused source leaves its parts of the
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
	const turns = turnsOf(planned);
	const total = turns.length;
	const order = new InOrder();
	const seen = new Map<string, string>();
	const outcomes: SourceOutcome[] = [];
	const lines: SnapshotLine[] = [];
	const versions: ResentSource[] = [];
	const stood = new Set(
		before?.lines.flatMap((line) => (line.type === "part" ? [line.key] : [])),
	);
	const counted = new Map<string, string>();
	let staging: string | undefined;
	try {
		const folder = store.stagingDir(STAGING);
		staging = folder;
		const load = async (
			{ item, file }: Turn,
			at: number,
			{ engine, regions }: Session,
		): Promise<SourceOutcome[]> => {
			const { source, dataset, files } = item;
			if (file === undefined || dataset === undefined)
				return [sourceOutcome(item)];
			return loadFile({
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
				scratch: join(folder, String(at + 1)),
				before: partsOfSource(before, source.id).filter(
					(line) => line.file === file,
				),
				seen,
				inOrder: (step) => order.take(at, step),
			});
		};
		const announced = async (
			turn: Turn,
			at: number,
			session: Session,
		): Promise<SourceOutcome[]> => {
			const { source } = turn.item;
			const announce = {
				source: source.id,
				index: at + 1,
				total,
				worker: session.worker,
			};
			const started = monotonic();
			try {
				signal?.throwIfAborted();
				const file = turn.file ?? source.path;
				report({ type: "source-start", ...announce, file });
				const results = await load(turn, at, session);
				for (const result of results)
					report({
						type: "source-done",
						...announce,
						file: result.file,
						...(result.sheet === undefined ? {} : { sheet: result.sheet }),
						status: result.status,
						rows: result.read,
						bytes: sizeOf(turn, workspace.sources),
						seconds: result.seconds ?? elapsed(started) / 1000,
					});
				return results;
			} finally {
				order.leave(at);
			}
		};
		// The engine plans for one thread otherwise than for several, and then writes other bytes.
		const threads = Math.max(2, request.limits.threads);
		const engine = await openDuckdb({ ...request.limits, threads });
		try {
			const results = await sideBySide(
				turns,
				engine,
				request.limits.threads,
				lists,
				announced,
			);
			for (const item of planned) {
				const { source, dataset, files } = item;
				const mine = turns.flatMap((turn, at) =>
					turn.item === item ? (results[at] ?? []) : [],
				);
				if (dataset !== undefined)
					await dropSameContent(
						engine,
						store,
						dataset,
						outcomes,
						mine,
						stood,
						counted,
					);
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
