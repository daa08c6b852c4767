import type { ColumnKind, Dataset } from "../../datasets/index.ts";
import type { EvidenceRow, Lead } from "../../leads/index.ts";
import { maskText } from "../../privacy/index.ts";
import type { EvidenceView } from "../model.ts";
import { guessKind } from "./guess-kind.ts";
import { maskFor, type People } from "./people.ts";

/** Which kinds of cell say most in one line, the best first. */
const telling: readonly ColumnKind[] = [
	"name",
	"citizen_id",
	"org",
	"plate",
	"device",
	"money",
	"area",
	"ratio",
	"month",
	"date",
	"code",
];

const BRIEF_CELLS = 6;

/** A cell as readers see it; where people corrected it, with what the file has. */
function shown(
	cell: EvidenceRow["cells"][number],
	mask: (text: string | null) => string,
): string {
	const came = mask(cell.text).trim();
	if (cell.corrected === undefined) return came;
	const now = mask(cell.corrected).trim();
	return `${now === "" ? "（空）" : now}（经更正，原为${came === "" ? "空" : came}）`;
}

function cellViews(row: EvidenceRow, people: People) {
	return row.cells
		.map((cell) => {
			const declared = cell.kind as ColumnKind | null;
			const kind =
				declared === null || declared === "text"
					? (guessKind(cell.heading, cell.text ?? "") ?? declared)
					: declared;
			return {
				kind: cell.kind,
				heading: cell.heading.replaceAll(/\s+/g, " ").trim(),
				text: shown(cell, (text) => maskFor(people, kind, text)),
			};
		})
		.filter((cell) => cell.text !== "");
}

function briefOf(cells: ReturnType<typeof cellViews>): string {
	const chosen = cells
		.map((cell, at) => ({
			at,
			weight: telling.indexOf(cell.kind as ColumnKind),
		}))
		.filter((item) => item.weight >= 0)
		.sort((a, b) => a.weight - b.weight || a.at - b.at)
		.slice(0, BRIEF_CELLS)
		.map((item) => item.at)
		.sort((a, b) => a - b);
	return chosen
		.map((at) => `${cells[at]?.heading} ${cells[at]?.text}`)
		.join("，");
}

/** The source rows that prove a lead, cells masked by what their column means. */
export function evidenceViews(
	lead: Lead,
	datasets: ReadonlyMap<string, Dataset>,
	people: People,
): EvidenceView[] {
	return lead.evidence.map((row) => {
		const cells = cellViews(row, people);
		return {
			title: row.title,
			dataset: datasets.get(row.dataset)?.title ?? row.dataset,
			file: maskText(row.file),
			sheet: row.sheet ?? null,
			row: row.row,
			line: row.line ?? null,
			cutOff: row.cut_off ?? null,
			brief: briefOf(cells),
			cells: cells.map(({ heading, text }) => ({ heading, text })),
		};
	});
}
