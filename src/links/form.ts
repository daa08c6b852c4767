import { canonicalJson } from "../base/index.ts";
import { type Place, type Problem, problem } from "../errors/index.ts";
import {
	LEAD_EVENT_CONTRACT,
	pairKey,
	type RelativePair,
	type VerdictEvent,
	type Verdicts,
	verdicts as words,
} from "../leads/index.ts";
import { filled, SHEET } from "./sheet.ts";
import { verdictWords } from "./words.ts";

/** What a filled form says that the log does not say yet. */
export interface ReadForm {
	events: VerdictEvent[];
	/** Rows that nobody filled in, and rows that say what stands or what was said before. */
	blank: number;
	known: number;
	problems: Problem[];
}

type Cell = unknown;

function text(value: Cell): string {
	if (value === null || value === undefined) return "";
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	return String(value).trim();
}

/** Texts that are compared: width makes no difference. */
function plain(value: Cell): string {
	return text(value).normalize("NFKC");
}

/** 2026-06-20, also as 2026/6/20, 2026.6.20 or 2026年6月20日; undefined when it is no day. */
function dayOf(written: string): string | undefined {
	const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(written);
	if (found === null) return undefined;
	const day = [
		found[1],
		found[2]?.padStart(2, "0"),
		found[3]?.padStart(2, "0"),
	].join("-");
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
		? day
		: undefined;
}

function headingsOf(
	rows: readonly Cell[][],
	at: Place,
): Record<keyof typeof filled, number> | Problem {
	const titles = (rows[0] ?? []).map(plain);
	const places = Object.fromEntries(
		Object.entries(filled).map(([name, title]) => [
			name,
			titles.indexOf(title.normalize("NFKC")),
		]),
	) as Record<keyof typeof filled, number>;
	const missing = Object.entries(filled)
		.filter(([name]) => places[name as keyof typeof filled] < 0)
		.map(([, title]) => title);
	return missing.length === 0
		? places
		: problem("links-form", at, {
				reason: `缺少“${missing.join("”“")}”列`,
			});
}

/**
 * Reads a form that pairWorkbook made and people filled in, and compares it with the log. Every row that
 * cannot be used is a problem with its place; the others count.
 * @param pairs every pair that there is, by number
 */
export function readPairForm(
	sheets: readonly { name: string; rows: unknown[][] }[],
	file: string,
	pairs: ReadonlyMap<string, RelativePair>,
	before: Verdicts,
): ReadForm {
	const read: ReadForm = { events: [], blank: 0, known: 0, problems: [] };
	const sheet = sheets.find(({ name }) => name === SHEET);
	const at: Place = { file, sheet: SHEET };
	if (sheet === undefined) {
		read.problems.push(
			problem("links-form", { file }, { reason: `没有工作表“${SHEET}”` }),
		);
		return read;
	}
	const places = headingsOf(sheet.rows, { ...at, row: 1 });
	if ("code" in places) {
		read.problems.push(places);
		return read;
	}
	/** Verdicts of this form by pair, and who was said to be a stated relative. */
	const seen = new Map<string, VerdictEvent["verdict"]>();
	const chosen = new Map<string, string>();
	for (const { pair, verdict } of before.standing.values())
		if (verdict === "yes") chosen.set(statedKey(pair), pair.kin_id);
	const rows = sheet.rows.slice(1).map((cells, i) => ({
		of: (name: keyof typeof filled) =>
			name === "by" || name === "note"
				? text(cells[places[name]])
				: plain(cells[places[name]]),
		blank: cells.every((cell) => text(cell) === ""),
		place: { ...at, row: i + 2 },
	}));
	// A "yes" that is taken back in this form makes room for another.
	for (const { of } of rows) {
		const pair = pairs.get(of("id").toUpperCase());
		if (pair === undefined || of("verdict") === "") continue;
		if (
			of("verdict") !== verdictWords.yes &&
			chosen.get(statedKey(pair)) === pair.kin_id
		)
			chosen.delete(statedKey(pair));
	}
	for (const { of, blank, place } of rows) {
		if (blank) continue;
		const said = of("verdict");
		if (said === "") {
			read.blank++;
			continue;
		}
		const found: Problem[] = [];
		const pair = pairs.get(of("id").toUpperCase());
		if (pair === undefined)
			found.push(problem("links-pair-unknown", place, { id: of("id") }));
		const verdict = words.find((word) => verdictWords[word] === said);
		if (verdict === undefined)
			found.push(
				problem("links-cell", place, {
					column: filled.verdict,
					value: said,
					expected: Object.values(verdictWords).join("、"),
				}),
			);
		const on = dayOf(of("on"));
		if (on === undefined)
			found.push(
				problem("links-cell", place, {
					column: filled.on,
					value: of("on"),
					expected: "日期，如 2026-06-20",
				}),
			);
		if (of("by") === "")
			found.push(
				problem("links-cell", place, {
					column: filled.by,
					value: "",
					expected: "核对人的姓名或代号",
				}),
			);
		if (
			found.length > 0 ||
			pair === undefined ||
			verdict === undefined ||
			on === undefined
		) {
			read.problems.push(...found);
			continue;
		}
		const key = pairKey(pair);
		const stated = statedKey(pair);
		if ((seen.get(key) ?? verdict) !== verdict) {
			read.problems.push(problem("links-twice", place, { id: of("id") }));
			continue;
		}
		if (
			verdict === "yes" &&
			(chosen.get(stated) ?? pair.kin_id) !== pair.kin_id
		) {
			read.problems.push(problem("links-two-persons", place));
			continue;
		}
		if (verdict === "yes") chosen.set(stated, pair.kin_id);
		const note = of("note");
		const event: VerdictEvent = {
			contract: LEAD_EVENT_CONTRACT,
			type: "verdict",
			pair,
			verdict,
			by: of("by"),
			on,
			...(note === "" ? {} : { note }),
		};
		const standing = before.standing.get(key);
		if (standing !== undefined && on < standing.on) {
			read.problems.push(
				problem("links-older", place, { by: standing.by, on: standing.on }),
			);
			continue;
		}
		if (
			seen.has(key) ||
			before.said.has(canonicalJson(event)) ||
			(verdict === "withdrawn" && standing === undefined)
		) {
			read.known++;
			continue;
		}
		seen.set(key, verdict);
		read.events.push(event);
	}
	return read;
}

/** One text a stated relative, whoever he is. */
function statedKey({ person_id, path, member_name }: RelativePair): string {
	return canonicalJson([person_id, path, member_name]);
}
