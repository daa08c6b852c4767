import { pairKey, type Verdict, type VerdictNote } from "../leads/index.ts";
import type { List } from "../lists/index.ts";
import { maskSubject, maskText } from "../privacy/index.ts";
import { type Candidate, features, pairOf, type Relative } from "./read.ts";

export const verdictWords = {
	yes: "是",
	no: "否",
	unsure: "存疑",
	withdrawn: "撤销",
} as const;

/** Candidates beyond the most likely that are told one by one. */
const OTHERS = 4;

/** Titles of relations and of what features show, as the lists have them. */
export interface LinkWords {
	relation: (relative: Relative) => string;
	/** What each feature of a candidate shows, those that nothing is known of left out. */
	shown: (candidate: Candidate) => string[];
}

function column(list: List | undefined, name: string): number {
	return list?.columns.findIndex((item) => item.name === name) ?? -1;
}

/** A man's seventeenth digit is odd (GB 11643). */
function sexOf(id: string): string {
	return Number(id[16]) % 2 === 1 ? "1" : "2";
}

/** @param lists kin_class, kin_title and relative_weight among them */
export function linkWords(lists: ReadonlyMap<string, List>): LinkWords {
	const [classes, titles, weights] = [
		"kin_class",
		"kin_title",
		"relative_weight",
	].map((name) => lists.get(name));
	const texts = (
		list: List | undefined,
		keys: readonly string[],
	): Map<string, string> =>
		new Map(
			(list?.rows ?? []).map((row) => [
				keys.map((key) => String(row[column(list, key)])).join(" "),
				String(row[column(list, "title")]),
			]),
		);
	const byPath = texts(classes, ["path"]);
	const bySex = texts(titles, ["path", "ego_sex", "kin_sex"]);
	const byLevel = texts(weights, ["feature", "bond", "level"]);
	return {
		relation({ path, personId, sex }) {
			const kin = sex === null ? "" : sex === 1 ? "1" : "2";
			return (
				bySex.get(`${path} ${sexOf(personId)} ${kin}`) ??
				byPath.get(path) ??
				path
			);
		},
		shown({ levels, bond }) {
			return features
				.filter((feature) => levels[feature] !== "unknown")
				.flatMap((feature) => {
					const level = levels[feature];
					const text =
						byLevel.get(`${feature} ${bond} ${level}`) ??
						byLevel.get(`${feature} * ${level}`);
					return text === undefined ? [] : [text];
				});
		},
	};
}

/** 1947年11月: as much of the day of birth as was stated. */
export function birthText({ birth, birthLevel }: Relative): string {
	if (birth === null || birthLevel === "none") return "没有填出生年月";
	const [year, month, day] = birth.split("-").map(Number);
	const parts = [`${year}年`];
	if (birthLevel !== "year") parts.push(`${month}月`);
	if (birthLevel === "day") parts.push(`${day}日`);
	return `${parts.join("")}出生`;
}

/** 99.2 %, rounded down: what is not certain is never shown as certain. */
export function probabilityText(probability: number): string {
	return `${(Math.floor(probability * 1000) / 10).toFixed(1)} %`;
}

export function decisionText({ decision, candidates }: Relative): string {
	if (candidates[0]?.verdict === "yes") return "经核对为同一人";
	if (decision === "resolved") return "可以确定";
	if (decision === "none") return "没有可用的候选";
	return candidates[0]?.verdict === "unsure"
		? "经核对仍存疑，只作候选"
		: "不能确定是哪一个，只作候选";
}

/** "李某 2026-06-20：户籍底册一致" */
export function noteText({ by, on, note }: VerdictNote): string {
	return `${by} ${on}${note === undefined ? "" : `：${maskText(note)}`}`;
}

function masked(id: string, name: string | null, asOf: string): string {
	const shown = maskSubject({ kind: "person", key: id, name }, asOf);
	const key = shown.key === "" ? "" : `（证号 ${shown.key}）`;
	return `${shown.name}${key}`;
}

/**
 * How a relative without a number was looked for, in words, masked: what was stated, who could be meant,
 * what speaks for each, what was decided and by whom.
 * @param verdicts standing ones by pair
 */
export function relativeText(
	relative: Relative,
	words: LinkWords,
	verdicts: ReadonlyMap<string, Verdict>,
	asOf: string,
): string[] {
	const possible = relative.candidates.filter(
		({ verdict }) => verdict !== "no",
	);
	const refuted = relative.candidates.filter(({ verdict }) => verdict === "no");
	const said = (candidate: Candidate): string => {
		const verdict = verdicts.get(pairKey(pairOf(relative, candidate)));
		return verdict === undefined
			? ""
			: `；核对（${noteText(verdict)}）：${verdictWords[verdict.verdict]}`;
	};
	const line = (candidate: Candidate): string =>
		`${masked(candidate.id, candidate.name, asOf)}：${words.shown(candidate).join("，")}；可能性 ${probabilityText(candidate.probability)}${said(candidate)}`;
	const name = maskSubject(
		{ kind: "person", key: "", name: relative.name },
		asOf,
	).name;
	const stated = `家庭成员表所填${words.relation(relative)}${name}（${birthText(relative)}）没有可用的证号；户籍中同名同性别、前后五年出生的有 ${relative.namesakes} 人，值得考虑的候选 ${relative.possible} 人。`;
	const [best, ...others] = possible;
	const told = others.filter(({ probability }) => probability >= 0.001);
	return [
		stated,
		...(best === undefined ? [] : [`最可能的是${line(best)}。`]),
		`结论：${decisionText(relative)}。`,
		...told.slice(0, OTHERS).map((other) => `另一候选${line(other)}。`),
		...(told.length > OTHERS
			? [`另有候选 ${told.length - OTHERS} 人，从略。`]
			: []),
		...refuted.map(
			(other) =>
				`已排除${masked(other.id, other.name, asOf)}：经核对不是同一人${said(
					other,
				)
					.replace(/^；核对/, "")
					.replace(/：否$/, "")}。`,
		),
	];
}
