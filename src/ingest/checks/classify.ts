import type { Dataset, DatasetColumn } from "../../datasets/index.ts";
import { literal } from "../../engine/index.ts";
import type { FoundHeading } from "../header/find.ts";
import { cellNames } from "../readers/types.ts";

/** Words of a total row; everything in front of them names what is added up. */
const TOTAL_WORDS = ["合计", "小计", "总计", "共计", "累计", "汇总", "总合计"];
/** Words of the people and places that sign a table at its foot, before a colon. */
const FOOT_WORDS = [
	"制表",
	"填表",
	"填报",
	"审核",
	"复核",
	"审批",
	"经办",
	"负责",
	"录入",
	"打印",
	"导出",
	"单位负责",
	"主管",
	"分管",
	"联系",
	"报送",
	"报表",
	"盖章",
	"签字",
	"签章",
	"日期",
	"说明",
	"备注",
	"注",
];

const spaced = (word: string) => [...word].join("[\\s\\p{Z}]*");
const TOTAL = `.{0,16}?(${TOTAL_WORDS.map(spaced).join("|")})([\\s\\p{Z}]*[:：(（].*)?`;
/** Of these only the rows since the last total are added up. */
export const SUBTOTAL = `.*(${[spaced("小计"), spaced("本页合计"), spaced("本页")].join("|")}).*`;
const FOOT = `(${FOOT_WORDS.map(spaced).join("|")})(人|员|单位|部门|时间|日期|人员|领导|电话|盖章|签字)?([(（][^)）]*[)）])?[\\s\\p{Z}]*[:：].*`;
/** A numbered line of a note, standing alone in its row: 2.本表一式三份。 */
const NUMBERED =
	"[(（]?([0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]?[.．、:：)）].{7,}";
/** What a note has and a long number or name has not. */
const NOTE_MARKS = ["：", ":", "．", ".", "、"];
/** A number of rows in a column that otherwise names the row: 共 35 人. */
const COUNT = "共?[\\s\\p{Z}]*[0-9]+[\\s\\p{Z}]*(人|户|个|笔|条|项|名|家)";

/** A cell that names a row is longer than this only where it really does. */
const LONGEST_GUARD = 16;

function rankOf(column: DatasetColumn): number {
	return column.kind === "citizen_id" || column.kind === "uscc" ? 0 : 1;
}

const EDGE = "' \\t\\r\\n\u00a0\u3000\ufeff'";

/** The text of a cell without white space at its ends; NULL when nothing is left. */
function cell(name: string): string {
	return `nullif(trim(${name}, ${EDGE.replaceAll("\\t", "\t").replaceAll("\\r", "\r").replaceAll("\\n", "\n")}), '')`;
}

function full(sql: string, pattern: string): string {
	return `regexp_full_match(${sql}, ${literal(pattern)})`;
}

/** What a row is when it is no data: decoration, or a record that could not be taken apart. */
export type RowClass =
	| "title"
	| "heading"
	| "repeat"
	| "total"
	| "subtotal"
	| "note"
	| "blank"
	| "ragged"
	| "unreadable"
	| "unsplit";

/** The classes that go to quarantine; all others are decoration. */
export const faultyRows: Partial<Record<RowClass, string>> = {
	ragged: "ragged-row",
	unreadable: "row-unreadable",
	unsplit: "split-mismatch",
};

/** Cells that name a row of the dataset, long numbers first: one look at their length tells that a row is data. */
function guardsOf(dataset: Dataset, heading: FoundHeading): string[] {
	return heading.map.mapping
		.flatMap(({ column: name, position }) => {
			const column = dataset.columns.find((item) => item.name === name);
			const guards = dataset.identify_by.includes(name) || column?.required;
			return guards && column !== undefined ? [{ column, position }] : [];
		})
		.sort((a, b) => rankOf(a.column) - rankOf(b.column))
		.map(({ position }) => `c${position}`);
}

/**
 * SQL over the raw table of a condition that holds for every row that is no data row, and for few
 * others: most rows are data and show it by one long value.
 */
export function noDataAt(
	dataset: Dataset,
	heading: FoundHeading,
	width: number,
): string {
	const guards = guardsOf(dataset, heading);
	const longest = Math.max(
		LONGEST_GUARD,
		...heading.rows.flat().map((text) => text.length),
	);
	return [
		`_row <= ${heading.row}`,
		`_fields < ${width}`,
		"_rest IS NOT NULL",
		guards.length === 0
			? "true"
			: `(${guards.map((name) => `(${name} IS NULL OR length(${name}) <= ${longest} OR ${NOTE_MARKS.map((mark) => `contains(${name}, '${mark}')`).join(" OR ")})`).join(" AND ")})`,
	].join(" OR ");
}

/**
 * SQL over the raw table (`_row`, `_fields`, `_rest`, c1 … cN) that gives `_row` and `class` of
 * every row that is no data row. A total or a foot is only believed where nothing names the row:
 * its identifying cells are blank, so that no person called 合计 is lost.
 */
export function classifyRows(
	raw: string,
	dataset: Dataset,
	heading: FoundHeading,
	width: number,
	ragged: boolean,
): string {
	const cells = cellNames(width);
	const mapped = heading.map.mapping;
	const guards = guardsOf(dataset, heading);
	const first = `coalesce(${cells.map(cell).join(", ")})`;
	const unnamed =
		guards.length === 0
			? "true"
			: guards
					.map(
						(name) =>
							`(${cell(name)} IS NULL OR ${cell(name)} = f OR ${full(cell(name), `(?:${COUNT})|(?:${TOTAL})|(?:${FOOT})`)})`,
					)
					.join(" AND ");
	// The engine compiles a pattern once for every place where it stands.
	const leading = `[f, ${cells.slice(0, 4).map(cell).join(", ")}]`;
	const oneOf = (pattern: string) =>
		`len(list_filter(${leading}, x -> ${full("x", pattern)})) > 0`;
	const total = oneOf(TOTAL);
	const subtotal = oneOf(SUBTOTAL);
	// Printed pages repeat every heading row; a row is known by two of its mapped columns at least.
	const repeats = heading.rows.flatMap((texts) => {
		const named = mapped.filter(
			({ position }) => (texts[position - 1] ?? "").trim() !== "",
		);
		return named.length < 2
			? []
			: [
					`(${named
						.map(
							({ position }) =>
								`c${position} = ${literal(texts[position - 1] ?? "")}`,
						)
						.join(" AND ")})`,
				];
	});
	const repeat = repeats.length === 0 ? "false" : repeats.join(" OR ");
	const titles = heading.titles.filter((text) => text.length > 2);
	const others = cells.slice(1).map((name) => `${name} IS NULL`);
	const title =
		titles.length === 0 || others.length === 0
			? "false"
			: `f IN (${titles.map(literal).join(", ")}) AND ${others.join(" AND ")}`;
	const alone =
		cells.length < 2
			? "false"
			: `len(list_filter([${cells.join(", ")}], x -> x IS NOT NULL)) = 1`;
	const named = heading.row > 0;
	const faulty = ragged
		? ` WHEN _fields IS NOT NULL AND (_fields < ${width} OR _rest IS NOT NULL) THEN 'ragged'`
		: "";
	return `SELECT _row, class FROM (SELECT _row, CASE ${
		named
			? `WHEN _row < ${heading.row} THEN CASE WHEN f IS NULL AND _rest IS NULL THEN 'blank' ELSE 'title' END WHEN _row = ${heading.row} THEN 'heading'`
			: ""
	} WHEN _fields < 0 THEN 'unreadable' WHEN f IS NULL AND _rest IS NULL THEN 'blank' WHEN ${repeat} THEN 'repeat' WHEN ${title} THEN 'title' WHEN ${unnamed} THEN CASE WHEN ${total} THEN CASE WHEN ${subtotal} THEN 'subtotal' ELSE 'total' END WHEN ${full("f", FOOT)} OR (${full("f", NUMBERED)} AND ${alone}) THEN 'note'${faulty} END${faulty} END AS class FROM (SELECT *, ${first} AS f FROM ${raw} WHERE ${noDataAt(dataset, heading, width)})) WHERE class IS NOT NULL`;
}
