import type { Dataset } from "../datasets/index.ts";
import type { Engine } from "../engine/index.ts";
import { type Problem, problem } from "../errors/index.ts";
import {
	SNAPSHOT_CONTRACT,
	type Snapshot,
	type SnapshotLine,
	type SnapshotPart,
	type SnapshotVersion,
	type SourceChange,
} from "../store/index.ts";
import type { Source } from "../workspace/index.ts";
import { compareVersions } from "./changes/compare.ts";
import { changeLimits } from "./changes/limits.ts";
import { partsOfSource, sourceLines } from "./snapshot.ts";
import type { LoadRequest, ResentSource, SourceOutcome } from "./types.ts";

/** What a source contributes to the next snapshot. */
export interface SettledSource {
	outcomes: SourceOutcome[];
	lines: SnapshotLine[];
	/** Where it was sent again in this load, taken or not. */
	resent?: ResentSource;
}

function columnTitle(dataset: Dataset, column: string | undefined): string {
	return (
		dataset.columns.find(({ name }) => name === column)?.title ?? column ?? ""
	);
}

/** What is worth a look in a change, each as a problem of the file that was sent. */
export function changeProblems(
	change: SourceChange,
	dataset: Dataset,
	file: string,
): Problem[] {
	return change.findings.map(({ code, column, before, now }) =>
		problem(
			code,
			{ file },
			{ column: columnTitle(dataset, column), before, now },
		),
	);
}

const MOST_COLUMNS = 5;

/** “第 2 版：比上一版新增 12 行、改动 3 行（金额 3）、减少 1 行”. */
export function versionWords(
	{ version, change }: SnapshotVersion,
	dataset: Dataset | undefined,
): string {
	const { added, changed, removed } = change.rows;
	const columns = change.columns
		.slice(0, MOST_COLUMNS)
		.map(
			({ column, rows }) =>
				`${dataset === undefined ? column : columnTitle(dataset, column)} ${rows}`,
		);
	const more = change.columns.length > MOST_COLUMNS ? "等" : "";
	const where = columns.length === 0 ? "" : `（${columns.join("、")}${more}）`;
	return `第 ${version} 版：比上一版新增 ${added} 行、改动 ${changed} 行${where}、减少 ${removed} 行`;
}

function lineOf(
	source: Source,
	version: number,
	change: SourceChange,
): SnapshotVersion {
	return {
		contract: SNAPSHOT_CONTRACT,
		type: "version",
		source: source.id,
		dataset: source.dataset,
		version,
		change,
	};
}

/** Refuses what of a source is new: its version before stands until somebody accepts the other. */
function stopped(
	source: Source,
	outcomes: readonly SourceOutcome[],
	before: readonly SnapshotPart[],
	reasons: readonly Problem[],
): SourceOutcome[] {
	const known = new Set(before.map(({ key }) => key));
	return outcomes.map((outcome) => {
		if (outcome.part === undefined || known.has(outcome.part.key))
			return outcome;
		const { part: _part, ...rest } = outcome;
		return {
			...rest,
			status: "refused",
			loaded: 0,
			quarantined: 0,
			decoration: 0,
			read: 0,
			corrected: 0,
			reasons: {},
			problems: [
				problem(
					"change-stopped",
					{ file: outcome.file },
					{
						source: source.id,
						reasons: reasons.map(({ message }) => message).join("；"),
					},
				),
			],
		};
	});
}

/**
 * Settles what the next snapshot has of a source: where it was sent again, it gets the next version with what
 * changed, and is held back where the workspace says so.
 */
export async function settleSource(
	request: LoadRequest,
	engine: Engine,
	source: Source,
	dataset: Dataset | undefined,
	outcomes: SourceOutcome[],
	snapshot: Snapshot | undefined,
): Promise<SettledSource> {
	const { store, workspace } = request;
	const before = partsOfSource(snapshot, source.id);
	const lines = sourceLines(store, source, outcomes, before);
	const last = snapshot?.lines.find(
		(line): line is SnapshotVersion =>
			line.type === "version" && line.source === source.id,
	);
	const kept = last === undefined ? [] : [last];
	const now = lines.filter((line) => line.type === "part");
	const change =
		dataset === undefined
			? undefined
			: await compareVersions(
					engine,
					store,
					{ dataset, before, now },
					changeLimits(workspace.config, source),
				);
	if (change === undefined || dataset === undefined)
		return { outcomes, lines: [...lines, ...kept] };
	const line = lineOf(source, (last?.version ?? 1) + 1, change);
	const known = new Set(before.map(({ key }) => key));
	const fresh = outcomes.find(
		({ part }) => part !== undefined && !known.has(part.key),
	);
	const problems = changeProblems(change, dataset, fresh?.file ?? source.path);
	const stop =
		problems.length > 0 &&
		(source.on_change ?? workspace.config.on_change) === "stop" &&
		request.accept?.includes(source.id) !== true;
	if (stop && fresh !== undefined) {
		const refused = stopped(source, outcomes, before, problems);
		return {
			outcomes: refused,
			lines: [...sourceLines(store, source, refused, before), ...kept],
			resent: { line, taken: false },
		};
	}
	(fresh ?? outcomes[0])?.problems.push(...problems);
	return { outcomes, lines: [...lines, line], resent: { line, taken: true } };
}
