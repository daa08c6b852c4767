import type { Explanation } from "../../nightly/index.ts";
import {
	type EvidenceView,
	listWords,
	pathText,
	statusWords,
} from "../../report/index.ts";
import { severityWords } from "../../rules/index.ts";
import { exemptionLine } from "./lead.ts";

function addressOf(row: EvidenceView): string {
	return [
		row.file,
		row.sheet === null ? "" : `工作表“${row.sheet}”`,
		`第 ${row.row} 行`,
		row.line === null || row.line === row.row
			? ""
			: `（文件第 ${row.line} 行）`,
		row.cutOff === null ? "" : `（数据截止 ${row.cutOff}）`,
	]
		.filter((part) => part !== "")
		.join(" ");
}

/** The steps of a path, one a line, each with its time and the rows that prove it. */
function steps({ path, evidence }: Explanation["view"]): string[] {
	const lines: string[] = [];
	path.forEach((step, i) => {
		if (step.type !== "edge") return;
		const side = (node: (typeof path)[number] | undefined) =>
			node?.type === "node" ? node.name : "";
		const rows = step.evidence.flatMap((at) => {
			const row = evidence[at - 1];
			return row === undefined ? [] : [`证据 ${at}：${addressOf(row)}`];
		});
		lines.push(
			`${lines.length + 1}. ${side(path[i - 1])}—${step.text}→${side(path[i + 1])}${step.period === null ? "" : `　${step.period}`}${rows.length === 0 ? "" : `　${rows.join("；")}`}`,
		);
	});
	return lines;
}

function section(title: string, lines: readonly string[]): string[] {
	return lines.length === 0
		? []
		: ["", `【${title}】`, ...lines.map((line) => `  ${line}`)];
}

function stateLines({ lead, view }: Explanation): string[] {
	// A lead that is set aside stands in no list.
	const aside = lead.standing === "exempted" || lead.standing === "superseded";
	const place =
		view.list === "gone"
			? listWords.gone
			: `${listWords[view.list]}第 ${view.rank} 位`;
	return [
		`状态：${aside ? "不单独列出" : `${statusWords[view.status]}　${place}`}　级别：${severityWords[view.severity]}　首次列出的截止日：${view.since}`,
		...(view.statusReason === null ? [] : [`原因：${view.statusReason}`]),
		...(lead.exemption === undefined
			? []
			: [`已豁免：${exemptionLine(lead.exemption)}`]),
		...(lead.by === undefined ? [] : [`同一事实由 ${lead.by.join("、")} 列出`]),
	];
}

/** Everything about a lead as text for a terminal; masked as the reports are. */
export function explanationText(explanation: Explanation): string {
	const { view, rule, unchecked } = explanation;
	return [
		`${view.id}　${view.displayName}（${view.packName}，规则 ${view.rule}@${view.ruleVersion}）`,
		...stateLines(explanation),
		...section("问的是什么", [rule.question]),
		...section("查到了什么", [
			view.sentence,
			...view.subjects.map(
				({ role, name, key }) =>
					`${role}：${name}${key === "" ? "" : `（${key}）`}`,
			),
			...(view.unit === null ? [] : [`单位：${view.unit}`]),
			...(view.amountText === null ? [] : [`金额：${view.amountText}`]),
			...view.measures.map(
				({ title, value, limit }) =>
					`${title}：${value}${limit === null ? "" : `（${limit}）`}`,
			),
			`证据强弱：${view.strength}`,
		]),
		...section(
			"怎样连到一起",
			view.path.length === 0 ? [] : [pathText(view.path), ...steps(view)],
		),
		...view.relatives.flatMap((lines) =>
			section("没有证号的亲属怎样认定", lines),
		),
		...section(
			"证据",
			view.evidence.map(
				(row, i) =>
					`${i + 1}. ${row.title}：${addressOf(row)}${row.brief === "" ? "" : `　${row.brief}`}`,
			),
		),
		...section("排除了什么", [
			...view.ruledOut.map((title) => `不属于：${title}`),
			...rule.suppressed.map(
				({ title, count }) => `本次按“${title}”扣下 ${count} 条`,
			),
			...view.downgrades.map((text) => `降低级别：${text}`),
			...view.merged.map((text) => `同一事实并入本条：${text}`),
		]),
		...section("没能检查的", [
			...unchecked.map(
				({ why, effect }) => `${why}${effect === "" ? "" : `：${effect}`}`,
			),
			...rule.misses.map((text) => `这条规则查不到：${text}`),
		]),
		...section("什么情况下不成立", [view.innocent]),
		...section(
			"先问什么",
			view.askFirst.map((text, i) => `${i + 1}. ${text}`),
		),
		...section(
			"依据",
			view.basis.map(
				({ text, pending }) => `${text}${pending ? "（待核）" : ""}`,
			),
		),
	].join("\n");
}
