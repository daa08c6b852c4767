import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { CellValue } from "hucre";
import { canonicalJson, sha256 } from "../../base/index.ts";
import {
	CORRECTION_CONTRACT,
	type Correction,
	type CorrectionEvent,
	originalOf,
} from "../../corrections/index.ts";
import type { Engine } from "../../engine/index.ts";
import { fail, type Place, type Problem, problem } from "../../errors/index.ts";
import { cellText } from "../../ingest/index.ts";
import type { Part, RawRow, SnapshotPart, Store } from "../../store/index.ts";
import {
	HELP_SHEET,
	headingOf,
	LEADING,
	type RowNumber,
	readRowNumber,
} from "./layout.ts";

/** More than any form of ours has. */
const MOST_BYTES = 64 << 20;
/** Whole numbers beyond it have lost their last digits. */
const MOST_DIGITS = 1e15;

/** What a form says, compared with what stands. */
export interface ReadForm {
	/** Absolute path. */
	path: string;
	events: CorrectionEvent[];
	corrected: number;
	withdrawn: number;
	/** Rows that nobody changed. */
	same: number;
	problems: Problem[];
}

interface FormReader {
	store: Store;
	engine: Engine;
	standing: readonly Correction[];
}

interface FilledRow {
	number: RowNumber;
	values: CellValue[];
	at: Place;
}

/** Text as a workbook can hold it: programs drop control characters and blanks at the ends. */
function plain(text: string | null | undefined): string {
	return (
		(text ?? "")
			.replaceAll(/\r\n?/g, "\n")
			// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a workbook cannot hold.
			.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
			.trim()
	);
}

function samePlain(
	a: readonly (string | null)[],
	b: readonly (string | null)[],
): boolean {
	return a.every((text, i) => plain(text) === plain(b[i]));
}

async function sheetsOf(path: string, at: Place) {
	const bytes = readFileSync(path);
	try {
		const { readXlsx } = await import("hucre/xlsx");
		return { sha256: sha256(bytes), sheets: (await readXlsx(bytes)).sheets };
	} catch {
		return fail("correction-form", at, {
			reason: "打不开，不是 .xlsx 文件或有密码",
		});
	}
}

/** The rows of a sheet with their numbers; what is no row of a form is said. */
function filledRows(
	rows: readonly CellValue[][],
	at: Place,
	problems: Problem[],
): FilledRow[] {
	const titles = (rows[0] ?? []).slice(0, LEADING.length).map(cellText);
	if (!LEADING.every(({ title }, i) => titles[i]?.trim() === title)) {
		problems.push(
			problem("correction-form", at, { reason: "前几列不是更正表的样子" }),
		);
		return [];
	}
	return rows.slice(1).flatMap((values, i) => {
		const place = { ...at, row: i + 2 };
		if (values.every((value) => cellText(value).trim() === "")) return [];
		const number = readRowNumber(cellText(values[0]));
		if (number !== undefined) return [{ number, values, at: place }];
		problems.push(problem("correction-unknown", place));
		return [];
	});
}

/** The cells of a row as texts; undefined when a number has lost digits. */
function cellsOf(
	{ values, at }: FilledRow,
	part: Part,
	problems: Problem[],
): (string | null)[] | undefined {
	let sound = true;
	const cells = part.headings.map((heading, i) => {
		const value = values[LEADING.length + i];
		if (typeof value === "number" && Math.abs(value) >= MOST_DIGITS) {
			sound = false;
			problems.push(
				problem("correction-number", {
					...at,
					field: headingOf(heading, i + 1),
				}),
			);
		}
		const text = cellText(value);
		return text.trim() === "" ? null : text;
	});
	return sound ? cells : undefined;
}

/** Compares the rows of one part with what the file has and with what was corrected before. */
async function eventsOf(
	rows: readonly FilledRow[],
	line: SnapshotPart,
	part: Part,
	reader: FormReader,
	into: ReadForm,
): Promise<void> {
	const raw = new Map<number, RawRow>(
		(
			await reader.store.rawRows(
				reader.engine,
				part,
				rows.map(({ number }) => number.row),
			)
		).map((row) => [row.row, row]),
	);
	const standing = new Map(
		reader.standing
			.filter(
				(item) =>
					item.source === line.source &&
					item.file === line.file &&
					item.sheet === line.sheet,
			)
			.map((item) => [`${item.row} ${item.original}`, item.cells]),
	);
	const seen = new Map<number, string>();
	for (const row of rows) {
		const { number } = row;
		const came = raw.get(number.row);
		if (
			came === undefined ||
			originalOf(part.headings, came.cells, came.rest) !== number.original
		) {
			into.problems.push(problem("correction-unknown", row.at));
			continue;
		}
		const cells = cellsOf(row, part, into.problems);
		if (cells === undefined) continue;
		const text = canonicalJson(cells);
		if ((seen.get(number.row) ?? text) !== text) {
			into.problems.push(problem("correction-twice", row.at));
			continue;
		}
		if (seen.has(number.row)) continue;
		seen.set(number.row, text);
		const before = standing.get(`${number.row} ${number.original}`);
		if (samePlain(cells, before ?? came.cells)) {
			into.same++;
			continue;
		}
		const address = {
			contract: CORRECTION_CONTRACT as typeof CORRECTION_CONTRACT,
			source: line.source,
			dataset: line.dataset,
			file: line.file,
			...(line.sheet === undefined ? {} : { sheet: line.sheet }),
			row: number.row,
			original: number.original,
		};
		if (samePlain(cells, came.cells)) {
			into.withdrawn++;
			into.events.push({ ...address, type: "withdrawn" });
		} else {
			into.corrected++;
			into.events.push({
				...address,
				type: "corrected",
				before: came.cells,
				// A cell that nobody changed keeps its text to the last blank.
				cells: cells.map((cell, i) =>
					plain(cell) === plain(came.cells[i]) ? (came.cells[i] ?? null) : cell,
				),
			});
		}
	}
}

/**
 * Reads a form that people filled in. Rows with faults are named and left out; the others count.
 * Fails with correction-form when the file is no form.
 */
export async function readForm(
	path: string,
	reader: FormReader,
): Promise<ReadForm> {
	const at: Place = { file: path };
	const size = statSync(path, { throwIfNoEntry: false });
	if (!size?.isFile()) fail("correction-form", at, { reason: "没有这个文件" });
	if (size.size > MOST_BYTES)
		fail("correction-form", at, {
			reason: `文件超过 ${MOST_BYTES >> 20} MB`,
		});
	const { sha256, sheets } = await sheetsOf(path, at);
	const form: ReadForm = {
		path,
		events: [],
		corrected: 0,
		withdrawn: 0,
		same: 0,
		problems: [],
	};
	const bySrc = new Map<string, FilledRow[]>();
	for (const sheet of sheets) {
		if (sheet.name === HELP_SHEET) continue;
		const place = { ...at, sheet: sheet.name };
		for (const row of filledRows(sheet.rows, place, form.problems)) {
			const { src } = row.number;
			const rows = bySrc.get(src) ?? [];
			if (rows.length === 0) bySrc.set(src, rows);
			rows.push(row);
		}
	}
	const titlesOf = new Map(
		sheets.map((sheet) => [sheet.name, (sheet.rows[0] ?? []).map(cellText)]),
	);
	for (const [src, rows] of bySrc) {
		const line = reader.store.partBySrc(src);
		const part =
			line === undefined
				? undefined
				: reader.store.part(line.dataset, line.key);
		const first = rows[0];
		if (first === undefined) continue;
		if (line === undefined || part === undefined) {
			form.problems.push(
				...rows.map((row) => problem("correction-unknown", row.at)),
			);
			continue;
		}
		const titles = titlesOf.get(first.at.sheet ?? "") ?? [];
		const moved = part.headings.some(
			(heading, i) =>
				(titles[LEADING.length + i] ?? "").trim() !== headingOf(heading, i + 1),
		);
		if (moved) {
			form.problems.push(
				problem(
					"correction-form",
					{ file: path, sheet: first.at.sheet },
					{ reason: "原表头各列被增删、改名或换了次序" },
				),
			);
			continue;
		}
		await eventsOf(rows, line, part, reader, form);
	}
	form.events.push({
		contract: CORRECTION_CONTRACT,
		type: "form",
		name: basename(path),
		sha256,
	});
	return form;
}
