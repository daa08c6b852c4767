import type { Random } from "./random.ts";

/** What is wrong with an input, if anything. */
export type Intent = "cells" | "rows" | "headings" | "form";
export const INTENTS: readonly Intent[] = ["cells", "rows", "headings", "form"];

/** The dataset that every input is loaded into. */
export const DATASET = `contract: bidui/dataset@1
name: person
title: 人员
held_by: [民政]
family: welfare
natural_key: [citizen_id]
identify_by: [name, citizen_id]
columns:
  - {name: name, kind: name, title: 姓名, headers: [姓名], required: true}
  - {name: citizen_id, kind: citizen_id, title: 身份证号, headers: [身份证号]}
  - {name: amount, kind: money, title: 金额, headers: [金额], unit: 元, totalled: true}
  - {name: paid, kind: date, title: 日期, headers: [日期]}
  - {name: note, kind: text, title: 备注, headers: [备注]}
`;

export const HEADINGS = ["姓名", "身份证号", "金额", "日期", "备注"];
const NAMES = ["张三", "李四", "王五", "买买提·艾力", "欧阳震华"];
const IDS = [
	"11010519491231002X",
	"440524188001010014",
	"612127197604031231",
	"612127760403123",
];
/** Cells that real files have and parsers stumble over. */
const ODD = [
	"１２３",
	"a,b",
	"a;b|c\td",
	'说"好"',
	"第一行\n第二行",
	"\r\n",
	"=1+1",
	'="007"',
	"'0012",
	"{}[]",
	'"',
	"\\",
	"\\n",
	"王\ue123",
	"𠮷野家",
	"\u200b\ufeff",
	"é à",
	"合计",
	"1e5",
	"-",
	"NULL",
	"<b>&amp;</b>",
	"]]>",
	"#REF!",
	"9".repeat(40),
	"长".repeat(3000),
];

/** A table of people, with one record or more. */
export interface Table {
	headings: string[];
	rows: string[][];
}

function row(random: Random): string[] {
	return [
		random.pick(NAMES),
		random.pick(IDS),
		`${random.below(5000)}.${random.below(90) + 10}`,
		`20${10 + random.below(16)}-0${1 + random.below(9)}-1${random.below(9)}`,
		random.pick(["", "无", "甲"]),
	];
}

/** A table with the faults of its intent that any form can carry. */
export function makeTable(random: Random, intent: Intent): Table {
	const rows = Array.from({ length: 2 + random.below(9) }, () => row(random));
	const headings = [...HEADINGS];
	const at = () => random.pick(rows);
	if (intent === "cells")
		for (let n = 1 + random.below(6); n > 0; n--) {
			// The name stays: without one a record is not usable.
			const target = at();
			target[1 + random.below(4)] = random.pick(ODD);
		}
	if (intent === "rows")
		for (let n = 1 + random.below(3); n > 0; n--)
			at()[0] = random.pick(["", "/", "　", "无"]);
	if (intent === "headings") {
		const way = random.below(4);
		if (way === 0) headings[0] = random.pick(["甲", "姓氏", ""]);
		else if (way === 1) headings.fill("列");
		else if (way === 2) for (const item of rows) item[1] = "5.10322E+17";
		else headings.splice(0, 1, "说明");
	}
	return { headings, rows };
}
