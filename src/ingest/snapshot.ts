import {
	type Part,
	SNAPSHOT_CONTRACT,
	type Snapshot,
	type SnapshotLine,
	type SnapshotPart,
	type Store,
} from "../store/index.ts";
import type { Source } from "../workspace/index.ts";
import type { SourceOutcome } from "./types.ts";

/** The parts that the current snapshot has for a source. */
export function partsOfSource(
	snapshot: Snapshot | undefined,
	source: string,
): SnapshotPart[] {
	return (snapshot?.lines ?? []).filter(
		(line): line is SnapshotPart =>
			line.type === "part" && line.source === source,
	);
}

function partLine(
	store: Store,
	source: Source,
	file: string,
	part: Part,
): SnapshotPart {
	return {
		contract: SNAPSHOT_CONTRACT,
		type: "part",
		source: source.id,
		dataset: part.dataset,
		key: part.key,
		src: part.src,
		file,
		...(part.sheet === undefined ? {} : { sheet: part.sheet }),
		rows: part.counts.loaded,
		digest: part.digest,
		manifest: store.manifestDigest(part.dataset, part.key),
		...(source.cut_off === undefined ? {} : { cut_off: source.cut_off }),
	};
}

/**
 * The lines of the next snapshot for one source.
 * Parts of the snapshot before stay where the source gave nothing in their place: those of a refused
 * file; those of vanished files while any file of the source is refused (it may be their successor);
 * in mode append those of vanished files always. In the other modes a part vanishes with its file.
 */
export function sourceLines(
	store: Store,
	source: Source,
	outcomes: readonly SourceOutcome[],
	before: readonly SnapshotPart[],
): SnapshotLine[] {
	const lines: SnapshotLine[] = [];
	const refused = outcomes.filter((item) => item.status === "refused");
	const present = new Set(
		outcomes
			.filter((item) => item.status !== "missing")
			.map((item) => item.file),
	);
	const refusedFiles = new Set(refused.map((item) => item.file));
	const stays = (line: SnapshotPart): boolean =>
		refusedFiles.has(line.file) ||
		(!present.has(line.file) &&
			(source.mode === "append" || refused.length > 0));
	const kept = before.filter(stays);

	for (const outcome of outcomes) {
		if (outcome.status === "missing")
			lines.push({
				contract: SNAPSHOT_CONTRACT,
				type: "missing",
				source: source.id,
				dataset: source.dataset,
			});
		if (outcome.status === "refused")
			lines.push({
				contract: SNAPSHOT_CONTRACT,
				type: "refused",
				source: source.id,
				dataset: source.dataset,
				file: outcome.file,
				codes: [
					...new Set(
						outcome.problems
							.filter((item) => item.severity === "error")
							.map((item) => item.code),
					),
				],
				kept: kept.length > 0,
			});
		if (
			(outcome.status === "loaded" || outcome.status === "unchanged") &&
			outcome.part !== undefined
		)
			lines.push(partLine(store, source, outcome.file, outcome.part));
	}
	const keys = new Set(
		lines.flatMap((line) => (line.type === "part" ? [line.key] : [])),
	);
	lines.push(...kept.filter((line) => !keys.has(line.key)));
	return lines;
}
