import type { LoadReport, SourceStanding } from "../../intake/index.ts";
import { maskText } from "../../privacy/index.ts";

/** Where a source stands: expected, received, usable. */
export function standingDocument(standing: SourceStanding) {
	const { source } = standing;
	return {
		source: source.id,
		dataset: source.dataset,
		from: source.from ?? null,
		mode: source.mode,
		cut_off: source.cut_off ?? null,
		due: source.due ?? null,
		state: standing.state,
		files: standing.files.map(maskText),
		version: standing.version,
		loaded: standing.loaded,
		quarantined: standing.quarantined,
		corrected: standing.corrected,
		controls: standing.controls.map((total) => ({
			...total,
			loaded: total.loaded ?? null,
		})),
		reasons: standing.reasons,
	};
}

/** The load report of a source. */
export function reportDocument(report: LoadReport) {
	const { matrix, version, duplicates } = report;
	return {
		...standingDocument(report.standing),
		parts: report.parts.map(({ line, part }) => ({
			file: maskText(line.file),
			sheet: line.sheet ?? null,
			format: part.format,
			encoding: part.encoding ?? null,
			header_row: part.header_row,
			...part.counts,
			corrections: part.corrections ?? null,
			mapping: part.mapping.map(({ column, heading }) => ({
				column,
				heading: maskText(heading),
			})),
			unmapped: part.unmapped.map(maskText),
			absent: part.absent,
			reasons: part.reasons,
			quality: part.quality,
			totals: part.totals,
		})),
		change: version?.change ?? null,
		matrix: matrix ?? null,
		population: report.population?.origin ?? null,
		rolls: report.rolls,
		references: report.references.map((rate) => ({
			...rate,
			found: rate.found ?? null,
		})),
		damaged: report.damaged.map((numbers) => ({
			...numbers,
			one: numbers.one ?? null,
			several: numbers.several ?? null,
		})),
		duplicates: { ...duplicates, keys: duplicates.keys ?? null },
	};
}
