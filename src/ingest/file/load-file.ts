import { mkdirSync, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import { elapsed, monotonic, sha256File } from "../../base/index.ts";
import { fail, type Place, problem } from "../../errors/index.ts";
import type { Part } from "../../store/index.ts";
import { isDiskFull, refuse, shortReason, toProblems } from "../refusal.ts";
import type { SourceOutcome } from "../types.ts";
import { type FileJob, keyOf, outcomeOf, pathOf, version } from "./job.ts";
import { loadTables } from "./tables.ts";

/** The parts of the file that still hold, when all that the snapshot has of it do. */
function unchanged(job: FileJob, sha256: string): Part[] | undefined {
	const { before, request } = job;
	const parts = before.map((line) => {
		const part = request.store.part(line.dataset, line.key);
		const key = keyOf(job, sha256, line.sheet);
		return part !== undefined && key === line.key ? part : undefined;
	});
	return parts.length > 0 && parts.every((part) => part !== undefined)
		? parts
		: undefined;
}

/**
 * Loads one file. Never throws for what is wrong with the file; throws when the load is cancelled or
 * the disk is full.
 * A file is taken whole: when one of its sheets is refused, all are.
 */
export async function loadFile(job: FileJob): Promise<SourceOutcome[]> {
	const { request, dataset, file, seen } = job;
	const at: Place = { file };
	const started = monotonic();
	const path = pathOf(job);
	try {
		mkdirSync(job.scratch, { recursive: true, mode: 0o700 });
		const { size } = await stat(path);
		const before = await version(path);
		if (size === 0) refuse("file-empty", at);
		const sha256 = await sha256File(path);
		const content = `${dataset.name}\n${job.source.sheet ?? ""}\n${sha256}`;
		const other = await job.inOrder(() => {
			const first = seen.get(content);
			if (first === undefined) seen.set(content, file);
			return first;
		});
		if (other !== undefined)
			return [
				outcomeOf(job, "duplicate", undefined, [
					problem("file-duplicate", at, { other }),
				]),
			];
		const parts = unchanged(job, sha256);
		const outcomes =
			parts === undefined
				? await loadTables(job, { sha256, bytes: size, version: before })
				: parts.map((part) =>
						outcomeOf(job, "unchanged", part, [], part.sheet),
					);
		for (const outcome of outcomes) outcome.seconds ??= elapsed(started) / 1000;
		return outcomes;
	} catch (error) {
		if (request.signal?.aborted === true) throw error;
		// A full disk is no fault of this file: the load ends, and nothing becomes current.
		if (isDiskFull(error))
			fail("disk-full", at, { reason: shortReason(error) });
		return [
			{
				...outcomeOf(job, "refused", undefined, toProblems(error, at)),
				seconds: elapsed(started) / 1000,
			},
		];
	} finally {
		rmSync(job.scratch, { recursive: true, force: true });
	}
}
