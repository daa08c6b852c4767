import type { ColumnKind, Dataset } from "../datasets/index.ts";
import type { Engine } from "../engine/index.ts";
import { fail } from "../errors/index.ts";
import type { Hit } from "../rules/index.ts";
import type { Part, SnapshotPart, Store } from "../store/index.ts";
import type { LeadHit } from "./hit.ts";
import type { EvidenceRow } from "./schema.ts";

/** A part of the snapshot with its manifest. */
export interface EvidenceSource {
	line: SnapshotPart;
	part: Part;
}

export function split(address: string): { src: string; row: number } {
	const at = address.lastIndexOf("#");
	return { src: address.slice(0, at), row: Number(address.slice(at + 1)) };
}

function cellsOf(
	part: Part,
	dataset: Dataset | undefined,
	values: readonly (string | null)[],
	corrected: readonly (string | null)[] | undefined,
): EvidenceRow["cells"] {
	const columnAt = new Map(
		part.mapping.map((entry) => [entry.position, entry.column]),
	);
	return part.headings.map((heading, i) => {
		const name = columnAt.get(i + 1);
		const kind: ColumnKind | undefined = dataset?.columns.find(
			(column) => column.name === name,
		)?.kind;
		const text = values[i] ?? null;
		const now = corrected?.[i] ?? null;
		return {
			heading,
			kind: kind ?? null,
			text,
			...(corrected === undefined || now === text ? {} : { corrected: now }),
		};
	});
}

/**
 * Fetches the rows that prove hits, as they came, so that the lead log can keep them.
 * Each source is read once, whatever the number of hits.
 * Fails with hit-evidence-unknown when an address is not in the snapshot.
 */
export async function fetchEvidence(
	hits: readonly Hit[],
	sources: readonly EvidenceSource[],
	store: Store,
	engine: Engine,
	datasets: ReadonlyMap<string, Dataset>,
): Promise<LeadHit[]> {
	const bySrc = new Map(sources.map((source) => [source.line.src, source]));
	const wanted = new Map<string, Set<number>>();
	for (const hit of hits)
		for (const { address } of hit.evidence) {
			const { src, row } = split(address);
			if (!bySrc.has(src) || !Number.isSafeInteger(row))
				fail("hit-evidence-unknown", {}, { rule: hit.rule, address });
			const rows = wanted.get(src) ?? new Set();
			wanted.set(src, rows.add(row));
		}
	const found = new Map<string, Omit<EvidenceRow, "title">>();
	for (const [src, rows] of wanted) {
		const source = bySrc.get(src);
		if (source === undefined) continue;
		const { line, part } = source;
		const dataset = datasets.get(line.dataset);
		const corrected = new Map(
			(await store.correctedRows(engine, part, [...rows])).map(
				({ row, cells }) => [row, cells],
			),
		);
		for (const raw of await store.rawRows(engine, part, [...rows]))
			found.set(`${src}#${raw.row}`, {
				address: `${src}#${raw.row}`,
				dataset: line.dataset,
				source: line.source,
				file: line.file,
				...(line.sheet === undefined ? {} : { sheet: line.sheet }),
				row: raw.row,
				...(raw.line === undefined ? {} : { line: raw.line }),
				...(line.cut_off === undefined ? {} : { cut_off: line.cut_off }),
				cells: cellsOf(part, dataset, raw.cells, corrected.get(raw.row)),
			});
	}
	return hits.map((hit) => ({
		...hit,
		rows: hit.evidence.map(({ title, address }) => {
			const row = found.get(address);
			if (row === undefined)
				return fail("hit-evidence-unknown", {}, { rule: hit.rule, address });
			return { title, ...row };
		}),
	}));
}
