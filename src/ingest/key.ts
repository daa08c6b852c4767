import {
	canonicalJson,
	compareCodePoints,
	fingerprint,
	sha256,
} from "../base/index.ts";
import type { Correction } from "../corrections/index.ts";
import type { ColumnKind, Dataset } from "../datasets/index.ts";
import { engineVersion } from "../engine/index.ts";
import type { List } from "../lists/index.ts";
import type { Source } from "../workspace/index.ts";
import { NORMALISER_VERSION } from "./normalise/index.ts";

/** The list of administrative divisions that identity numbers are checked against. */
export const REGION_LIST = "region";

/** Whether values of a kind are held against the list of administrative divisions. */
export function readsRegions(kind: ColumnKind): boolean {
	return kind === "citizen_id" || kind === "region";
}

/** Kinds of which the list decides what is stored. */
const byRegions: ReadonlySet<ColumnKind> = new Set(["address"]);

/** The lists that loading a dataset reads. */
export function listsOf(
	dataset: Dataset,
	lists: ReadonlyMap<string, List>,
): List[] {
	const names = new Set(
		dataset.columns.flatMap((column) =>
			column.codes_list === undefined ? [] : [column.codes_list],
		),
	);
	if (
		dataset.columns.some(
			({ kind }) => readsRegions(kind) || byRegions.has(kind),
		)
	)
		names.add(REGION_LIST);
	return [...names].sort().flatMap((name) => {
		const list = lists.get(name);
		return list === undefined ? [] : [list];
	});
}

/** What of a definition decides the bytes of a part; the rest only says what is to be told of it. */
function deciding(dataset: Dataset): Partial<Dataset> {
	const {
		completeness: _completeness,
		references: _references,
		...rest
	} = dataset;
	return rest;
}

/** What corrections make of a part: never who made them, nor when. */
function corrected(corrections: readonly Correction[]): string[] {
	return corrections
		.map(({ row, original, cells }) => canonicalJson([row, original, cells]))
		.sort(compareCodePoints);
}

/**
 * The key of a part: everything that decides its bytes. The settings of the source stand for the
 * mapping, which follows from them, the definition and the bytes.
 */
export function partKey(
	source: Source,
	dataset: Dataset,
	lists: ReadonlyMap<string, List>,
	file: { sha256: string; sheet?: string | undefined },
	corrections: readonly Correction[],
): string {
	return fingerprint({
		sha256: file.sha256,
		sheet: file.sheet ?? null,
		settings: {
			sheet: source.sheet ?? null,
			header_row: source.header_row ?? null,
			encoding: source.encoding ?? null,
			delimiter: source.delimiter ?? null,
			columns: source.columns,
			units: source.units,
			fill_down: source.fill_down ?? false,
			accept_damaged: source.accept_damaged,
		},
		dataset: deciding(dataset),
		...(corrections.length === 0
			? {}
			: { corrections: corrected(corrections) }),
		lists: listsOf(dataset, lists).map((list) => [list.name, list.fingerprint]),
		normaliser: NORMALISER_VERSION,
		engine: engineVersion(),
	});
}

/** The value of `_src`: the same bytes, sheet and dataset give the same address in every load. */
export function sourceAddress(
	dataset: Dataset,
	file: { sha256: string; sheet?: string | undefined },
): string {
	return sha256(`${file.sha256}\n${file.sheet ?? ""}\n${dataset.name}`).slice(
		0,
		12,
	);
}
