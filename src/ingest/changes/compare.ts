import type { Dataset } from "../../datasets/index.ts";
import type { Engine } from "../../engine/index.ts";
import {
	CHANGE_CONTRACT,
	type Part,
	partColumns,
	type SnapshotPart,
	type SourceChange,
	type Store,
} from "../../store/index.ts";
import { compareColumns } from "./columns.ts";
import type { ChangeLimits } from "./limits.ts";
import { compareRows, rowsOf } from "./rows.ts";

/** The parts of a source before and now. */
export interface SourceVersions {
	dataset: Dataset;
	before: readonly SnapshotPart[];
	now: readonly SnapshotPart[];
}

async function commonColumns(
	engine: Engine,
	paths: readonly string[],
): Promise<string[]> {
	let common: Map<string, string> | undefined;
	for (const path of paths) {
		const columns = await partColumns(engine, path);
		common =
			common === undefined
				? columns
				: new Map(
						[...common].filter(([name, type]) => columns.get(name) === type),
					);
	}
	return [...(common?.keys() ?? [])];
}

/** Whether bytes were sent that were not there before: other settings, definitions or corrections are no new version. */
function sentAgain(before: readonly Part[], now: readonly Part[]): boolean {
	const contents = (parts: readonly Part[]) =>
		parts
			.map((part) => `${part.sha256} ${part.sheet ?? ""}`)
			.sort()
			.join("\n");
	return contents(before) !== contents(now);
}

const total = (parts: readonly { rows: number }[]) =>
	parts.reduce((sum, { rows }) => sum + rows, 0);

/** The few numbers that say whether the whole is still there. */
function wholeFindings(
	rows: SourceChange["rows"],
	limits: ChangeLimits,
): SourceChange["findings"] {
	if (rows.before === 0) return [];
	const fewer = (rows.before - rows.now) / rows.before;
	const gone = rows.removed / rows.before;
	return [
		...(fewer > 0 && fewer >= limits.rows
			? [
					{
						code: "change-rows" as const,
						before: String(rows.before),
						now: String(rows.now),
					},
				]
			: []),
		...(gone > 0 && gone >= limits.removed
			? [
					{
						code: "change-removed" as const,
						before: String(rows.before),
						now: String(rows.removed),
					},
				]
			: []),
	];
}

/**
 * How a source differs from its version before.
 * Only the parts that are not in both versions are read; where nothing was replaced but something added,
 * the columns of what is new are held against the last part before it.
 * @returns undefined where nothing was sent again, or there was nothing before
 */
export async function compareVersions(
	engine: Engine,
	store: Store,
	{ dataset, before, now }: SourceVersions,
	limits: ChangeLimits,
): Promise<SourceChange | undefined> {
	const has = (lines: readonly SnapshotPart[]) =>
		new Set(lines.map(({ key }) => key));
	const [keysBefore, keysNow] = [has(before), has(now)];
	const went = before.filter(({ key }) => !keysNow.has(key));
	const came = now.filter(({ key }) => !keysBefore.has(key));
	if (before.length === 0 || now.length === 0) return undefined;
	const manifests = (lines: readonly SnapshotPart[]) =>
		lines.flatMap((line) => store.part(line.dataset, line.key) ?? []);
	const paths = (lines: readonly SnapshotPart[]) =>
		lines.map((line) => store.partPath(line.dataset, line.key));
	if (!sentAgain(manifests(went), manifests(came))) return undefined;

	const columns = await commonColumns(engine, paths([...went, ...came]));
	const key = dataset.natural_key.every((name) => columns.includes(name))
		? dataset.natural_key
		: [];
	const rows =
		went.length === 0 || came.length === 0
			? undefined
			: await compareRows(engine, {
					before: rowsOf(paths(went)),
					now: rowsOf(paths(came)),
					columns,
					key,
				});
	const counts = {
		before: total(before),
		now: total(now),
		added: rows?.added ?? total(came),
		changed: rows?.changed ?? 0,
		removed: rows?.removed ?? total(went),
	};
	const former = went.length > 0 ? went : before.slice(-1);
	const findings =
		came.length === 0
			? []
			: await compareColumns(
					engine,
					dataset,
					{ parts: manifests(former), rows: rowsOf(paths(former)) },
					{ parts: manifests(came), rows: rowsOf(paths(came)) },
					new Set(await commonColumns(engine, paths([...former, ...came]))),
					limits,
					rows === undefined
						? undefined
						: (column) =>
								rows.added +
								rows.removed +
								(rows.columns.find((item) => item.column === column)?.rows ??
									0),
				);
	return {
		contract: CHANGE_CONTRACT,
		by: rows?.by ?? (key.length === 0 ? "row" : "natural_key"),
		rows: counts,
		columns: rows?.columns ?? [],
		samples: rows?.samples ?? { added: [], changed: [], removed: [] },
		findings: [...wholeFindings(counts, limits), ...findings],
	};
}
