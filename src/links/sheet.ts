import { leadId, pairKey, type Verdict } from "../leads/index.ts";
import { maskSubject } from "../privacy/index.ts";
import { type Candidate, pairOf, type Relative } from "./read.ts";
import {
	birthText,
	decisionText,
	type LinkWords,
	probabilityText,
	verdictWords,
} from "./words.ts";

/** One pair that an analyst is asked about. */
export interface Pair {
	/** Its number: the same pair has the same in every form; it cannot be guessed back from the numbers of the two. */
	id: string;
	relative: Relative;
	candidate: Candidate;
	/** Numbers of the leads that stand on it. */
	leads: string[];
}

/** The number of a pair under the site's key. */
export function pairId(
	siteKey: Uint8Array,
	relative: Pick<Relative, "personId" | "path" | "name">,
	candidate: Pick<Candidate, "id">,
): string {
	const { person_id, path, member_name, kin_id } = pairOf(relative, candidate);
	return leadId(siteKey, "relative", [person_id, path, member_name, kin_id]);
}

export const SHEET = "亲属核对";
const ABOUT = "填写说明";
const TEXT = "@";

interface Column {
	title: string;
	width: number;
	value: (pair: Pair, context: SheetContext) => string;
}

export interface SheetContext {
	words: LinkWords;
	verdicts: ReadonlyMap<string, Verdict>;
	asOf: string;
}

function verdictOf({ relative, candidate }: Pair, { verdicts }: SheetContext) {
	return verdicts.get(pairKey(pairOf(relative, candidate)));
}

function withNumber(id: string, name: string | null, asOf: string): string {
	return `${name ?? ""}\n${maskSubject({ kind: "person", key: id, name }, asOf).key}`;
}

/** What the reader of a filled form looks for, by title. */
export const filled = {
	id: "编号（勿改）",
	verdict: "是同一人吗",
	by: "核对人",
	on: "核对日期",
	note: "说明",
} as const;

const columns: readonly Column[] = [
	{ title: filled.id, width: 17, value: ({ id }) => id },
	{
		title: "干部",
		width: 14,
		value: ({ relative }, { asOf }) =>
			withNumber(relative.personId, relative.personName, asOf),
	},
	{
		title: "家庭成员表所填",
		width: 22,
		value: ({ relative }, { words }) =>
			`${words.relation(relative)}　${relative.name}\n${birthText(relative)}`,
	},
	{
		title: "登记中的人",
		width: 18,
		value: ({ candidate }, { asOf }) =>
			withNumber(candidate.id, candidate.name, asOf),
	},
	{
		title: "依据",
		width: 46,
		value: ({ relative, candidate }, { words }) =>
			`${words.shown(candidate).join("；")}\n同名同性别、前后五年出生的 ${relative.namesakes} 人，候选 ${relative.possible} 人`,
	},
	{
		title: "可能性\n系统结论",
		width: 16,
		value: ({ relative, candidate }) =>
			`${probabilityText(candidate.probability)}\n${
				candidate.verdict === "no"
					? "经核对不是同一人"
					: relative.candidates[0] === candidate
						? decisionText(relative)
						: "另一候选"
			}`,
	},
	{
		title: "涉及疑点、企业",
		width: 18,
		value: ({ leads, candidate }) =>
			[
				...leads,
				...(candidate.companies === undefined || candidate.companies === 0
					? []
					: [`任职或持股 ${candidate.companies} 家`]),
			].join("\n"),
	},
	{
		title: filled.verdict,
		width: 12,
		value: (pair, context) => {
			const verdict = verdictOf(pair, context);
			return verdict === undefined ? "" : verdictWords[verdict.verdict];
		},
	},
	{
		title: filled.by,
		width: 10,
		value: (pair, context) => verdictOf(pair, context)?.by ?? "",
	},
	{
		title: filled.on,
		width: 12,
		value: (pair, context) => verdictOf(pair, context)?.on ?? "",
	},
	{
		title: filled.note,
		width: 24,
		value: (pair, context) => verdictOf(pair, context)?.note ?? "",
	},
];

const about = [
	"每行是一对：家庭成员表里没有证号的一名亲属，与登记中可能就是他（她）的一个人。",
	`“${filled.verdict}”从下拉表中选：是、否、存疑；要取消以前的结论选“撤销”；没有核对的留空。`,
	`填了结论的，“${filled.by}”和“${filled.on}”（如 2026-06-20）必填，“${filled.note}”写看了什么材料。`,
	"证号只显示末四位；姓名为明文，本表放在 private 文件夹内，不得外传。",
	"填好、保存、关闭后：bidui links import 本文件 -w 工作区；下一次 bidui run 起按结论办。",
	"结论为“否”的，不再认作亲属，靠这一认定的疑点随之消失并写明原因；“是”的认作亲属；“存疑”的只作候选，不出疑点。",
];

/** The form on which analysts say of each pair whether the two are one; the same pairs give the same bytes. */
export async function pairWorkbook(
	pairs: readonly Pair[],
	context: SheetContext,
): Promise<Uint8Array> {
	const { writeXlsx } = await import("hucre/xlsx");
	const at = columns.findIndex(({ title }) => title === filled.verdict);
	const letter = String.fromCharCode(65 + at);
	const stamp = new Date(`${context.asOf}T00:00:00Z`);
	return writeXlsx({
		sheets: [
			{
				name: SHEET,
				columns: columns.map(({ width }) => ({ width, numFmt: TEXT })),
				rows: [
					columns.map(({ title }) => title),
					...pairs.map((pair) =>
						columns.map(({ value }) => {
							const text = value(pair, context);
							return text === "" ? null : text;
						}),
					),
				],
				freezePane: { rows: 1 },
				...(pairs.length === 0
					? {}
					: {
							dataValidations: [
								{
									type: "list" as const,
									values: Object.values(verdictWords),
									range: `${letter}2:${letter}${pairs.length + 1}`,
									allowBlank: true,
									showErrorMessage: true,
									errorTitle: filled.verdict,
									errorMessage: `请从下拉表中选：${Object.values(verdictWords).join("、")}。`,
								},
							],
						}),
			},
			{
				name: ABOUT,
				columns: [{ width: 110, numFmt: TEXT }],
				rows: about.map((line) => [line]),
			},
		],
		properties: { title: SHEET, created: stamp, modified: stamp },
	});
}
