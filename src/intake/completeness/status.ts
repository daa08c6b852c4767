import type { Dataset } from "../../datasets/index.ts";
import { planSources } from "../../ingest/index.ts";
import type { SnapshotLine, SnapshotVersion } from "../../store/index.ts";
import type { Source, Workspace } from "../../workspace/index.ts";
import { type ControlTotal, controlTotals } from "./control.ts";
import { type Loaded, partsWhere } from "./tables.ts";

/**
 * absent: not received, and not due yet; overdue: not received, and due; received: files are there, not
 * loaded yet; refused: none of it could be taken; kept: the version before stands for what was refused;
 * questioned: usable, and something does not agree; usable.
 */
export type SourceState =
	| "absent"
	| "overdue"
	| "received"
	| "refused"
	| "kept"
	| "questioned"
	| "usable";

export const sourceStateWords: Record<SourceState, string> = {
	absent: "未收到",
	overdue: "逾期未收到",
	received: "已收到，未装载",
	refused: "不可用（拒收）",
	kept: "沿用上一版",
	questioned: "可用，有疑问",
	usable: "可用",
};

/** Where a source stands: expected, received, usable. */
export interface SourceStanding {
	source: Source;
	dataset: Dataset | undefined;
	state: SourceState;
	/** Files that are there now, below sources/. */
	files: string[];
	version: number;
	loaded: number;
	quarantined: number;
	corrected: number;
	controls: ControlTotal[];
	/** Why it is questioned or refused: codes of problems. */
	reasons: string[];
}

/** More of a source's rows in quarantine are worth a question. */
const QUESTIONED_SHARE = 0.05;

function stateOf(
	standing: Omit<SourceStanding, "state">,
	lines: readonly SnapshotLine[],
	asOf: string,
): SourceState {
	const { source, files, loaded, quarantined, controls } = standing;
	const parts = lines.filter(({ type }) => type === "part");
	const refused = lines.flatMap((line) =>
		line.type === "refused" ? [line] : [],
	);
	if (refused.length > 0)
		return parts.length === 0
			? "refused"
			: refused.some(({ kept }) => kept)
				? "kept"
				: "questioned";
	if (parts.length === 0) {
		if (files.length > 0) return "received";
		return source.due !== undefined && source.due < asOf ? "overdue" : "absent";
	}
	const waits = quarantined > QUESTIONED_SHARE * (loaded + quarantined);
	return waits || controls.some(({ agrees }) => !agrees)
		? "questioned"
		: "usable";
}

/** Where every source of bidui.yaml stands, in its order. */
export async function sourceStandings(
	workspace: Workspace,
	loaded: Loaded,
	asOf: string,
): Promise<SourceStanding[]> {
	const standings: SourceStanding[] = [];
	for (const { source, dataset, files } of planSources(
		workspace,
		loaded.datasets,
	)) {
		const lines = loaded.snapshot.lines.filter(
			(line) => line.source === source.id,
		);
		const parts = partsWhere(loaded, (line) => line.source === source.id);
		const sum = (count: (item: (typeof parts)[number]) => number) =>
			parts.reduce((total, item) => total + count(item), 0);
		const version = lines.find(
			(line): line is SnapshotVersion => line.type === "version",
		);
		const standing = {
			source,
			dataset,
			files,
			version: version?.version ?? 1,
			loaded: sum(({ part }) => part.counts.loaded),
			quarantined: sum(({ part }) => part.counts.quarantined),
			corrected: sum(({ part }) => part.corrections?.loaded ?? 0),
			controls: await controlTotals(source, loaded),
			reasons: lines.flatMap((line) =>
				line.type === "refused" ? line.codes : [],
			),
		};
		standings.push({ ...standing, state: stateOf(standing, lines, asOf) });
	}
	return standings;
}
