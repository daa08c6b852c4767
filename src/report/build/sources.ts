import { type Dataset, storedColumns } from "../../datasets/index.ts";
import { changeProblems, versionWords } from "../../ingest/index.ts";
import { maskText } from "../../privacy/index.ts";
import type {
	Part,
	Snapshot,
	SnapshotLine,
	SnapshotVersion,
} from "../../store/index.ts";
import type { WorkspaceConfig } from "../../workspace/index.ts";
import type { SourceView } from "../model.ts";
import { codeMessage, findingWords, isMeant } from "../words/findings.ts";

type Source = WorkspaceConfig["sources"][number];

/** What a source is called before readers: who sent what. */
export function sourceTitle(
	source: Source | undefined,
	dataset: string,
): string {
	return source?.from === undefined ? dataset : `${source.from}：${dataset}`;
}

/** The title of a column, companions included; the name itself where the dataset is not known. */
export function columnTitle(
	dataset: Dataset | undefined,
	column: string,
): string {
	if (dataset === undefined) return column;
	return (
		storedColumns(dataset).find((stored) => stored.name === column)?.title ??
		column
	);
}

function qualityNotes(part: Part, dataset: Dataset | undefined): string[] {
	return part.quality
		.filter((entry) => entry.rows > 0 && !isMeant(entry.code))
		.map(
			(entry) =>
				`“${columnTitle(dataset, entry.column)}”：${findingWords(entry.code)}，${entry.rows} 行`,
		);
}

/** How a source that was sent again differs from the version before, in words. */
function versionNotes(
	line: SnapshotVersion,
	dataset: Dataset | undefined,
): string[] {
	return [
		versionWords(line, dataset),
		...(dataset === undefined
			? []
			: changeProblems(line.change, dataset, "").map(({ message }) => message)),
	];
}

/** Findings about one part in words. */
export function partNotes(part: Part, dataset: Dataset | undefined): string[] {
	const notes = Object.entries(part.reasons)
		.filter(([, rows]) => rows > 0)
		.map(([code, rows]) => `隔离 ${rows} 行：${findingWords(code)}`);
	if (part.corrections !== undefined && part.corrections.loaded > 0)
		notes.push(`经更正 ${part.corrections.loaded} 行（原值保留）`);
	if (part.corrections !== undefined && part.corrections.outdated > 0)
		notes.push(
			`更正不再适用 ${part.corrections.outdated} 行（文件里已是别的内容）`,
		);
	for (const total of part.totals)
		if (!total.agrees)
			notes.push(
				`第 ${total.row} 行合计“${columnTitle(dataset, total.column)}”为 ${total.stated}，装载的记录相加为 ${total.loaded}，不一致`,
			);
	notes.push(...qualityNotes(part, dataset));
	if (part.duplicates.rows > 0)
		notes.push(`整行重复：${part.duplicates.rows} 行`);
	if (part.duplicates.keys > 0)
		notes.push(`主要字段重复：${part.duplicates.keys} 行`);
	if (part.unmapped.length > 0)
		notes.push(`未识别的列（不参与比对）：${part.unmapped.join("、")}`);
	return notes;
}

const none = {
	file: null,
	sheet: null,
	read: 0,
	loaded: 0,
	quarantined: 0,
	decoration: 0,
};

function viewOf(
	line: Exclude<SnapshotLine, { type: "version" }>,
	source: Source | undefined,
	dataset: Dataset | undefined,
	parts: ReadonlyMap<string, Part>,
): SourceView {
	const head = {
		source: line.source,
		dataset: dataset?.title ?? line.dataset,
		department: source?.from ?? null,
		cutOff: source?.cut_off ?? null,
	};
	switch (line.type) {
		case "part": {
			const part = parts.get(line.key);
			return {
				...head,
				file: maskText(line.file),
				sheet: line.sheet ?? null,
				status: "loaded",
				read: part?.counts.read ?? line.rows,
				loaded: part?.counts.loaded ?? line.rows,
				quarantined: part?.counts.quarantined ?? 0,
				decoration: part?.counts.decoration ?? 0,
				cutOff: line.cut_off ?? head.cutOff,
				notes: part === undefined ? [] : partNotes(part, dataset),
			};
		}
		case "refused":
			return {
				...head,
				...none,
				file: maskText(line.file),
				status: line.kept ? "kept" : "refused",
				notes: line.codes.map(codeMessage),
			};
		case "duplicate":
			return {
				...head,
				...none,
				file: maskText(line.file),
				status: "duplicate",
				notes: [`与 ${maskText(line.of)} 内容相同，只计一次`],
			};
		case "missing":
			return {
				...head,
				...none,
				status: "missing",
				notes: source?.optional === true ? ["可选数据"] : [],
			};
	}
}

/** Every source of the snapshot with its counts and findings, in the order of bidui.yaml. */
export function sourceViews(
	snapshot: Snapshot,
	config: WorkspaceConfig,
	datasets: ReadonlyMap<string, Dataset>,
	parts: ReadonlyMap<string, Part>,
): SourceView[] {
	const order = config.sources.map((source) => source.id);
	const place = (line: SnapshotLine) => {
		const at = order.indexOf(line.source);
		return at < 0 ? order.length : at;
	};
	const views = snapshot.lines
		.flatMap((line) => (line.type === "version" ? [] : [line]))
		.sort((a, b) => place(a) - place(b))
		.map((line) =>
			viewOf(
				line,
				config.sources.find((source) => source.id === line.source),
				datasets.get(line.dataset),
				parts,
			),
		);
	for (const line of snapshot.lines)
		if (line.type === "version")
			views
				.find((view) => view.source === line.source)
				?.notes.push(...versionNotes(line, datasets.get(line.dataset)));
	return views;
}
