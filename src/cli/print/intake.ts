import type { Dataset } from "../../datasets/index.ts";
import { type ResentSource, versionWords } from "../../ingest/index.ts";
import type { Form, ReadForm } from "../../intake/index.ts";
import type { Lead } from "../../leads/index.ts";
import { maskText } from "../../privacy/index.ts";
import { count } from "./numbers.ts";

/** What was read from a correction form, as a line. */
export function readFormLine(form: ReadForm): string {
	return [
		`更正表 ${form.path}：更正 ${count(form.corrected)} 行`,
		`撤销 ${count(form.withdrawn)} 行`,
		`未改 ${count(form.same)} 行`,
		...(form.problems.length === 0
			? []
			: [`未采用 ${count(form.problems.length)} 处`]),
	].join("，");
}

/** Where the forms lie in which people correct what waits in quarantine; none when nothing waits. */
export function formLines(forms: readonly Form[]): string[] {
	const waiting = forms.filter((form) => form.waiting + form.doubtful > 0);
	if (waiting.length === 0) return [];
	return [
		"\n读不通的行可在下列表中更正（含个人信息，不得外传），改好后运行 bidui load --corrections：",
		...waiting.map(
			(form) =>
				`  ${form.path}　未装载 ${count(form.waiting)} 行，存疑 ${count(form.doubtful)} 处`,
		),
	];
}

/** What changed in the sources that were sent again, a line each. */
export function versionLines(
	versions: readonly ResentSource[],
	datasets: ReadonlyMap<string, Dataset>,
): string[] {
	if (versions.length === 0) return [];
	return [
		"\n重报的来源：",
		...versions.map(
			({ line, taken }) =>
				`  ${line.source}　${versionWords(line, datasets.get(line.dataset))}${taken ? "" : "（没有采用）"}`,
		),
	];
}

const MOST_RESENT = 10;

/** Leads whose evidence is gone or changed because its source was sent again. */
export function resentLines(leads: readonly Lead[]): string[] {
	const concerned = leads.filter((lead) => lead.resent !== undefined);
	if (concerned.length === 0) return [];
	const rest = concerned.length - MOST_RESENT;
	return [
		`\n重报变动：${count(concerned.length)} 条线索的依据在重报的文件里没有了或改了（上一版原文已留存）`,
		...concerned.slice(0, MOST_RESENT).map(({ id, resent }) => {
			const [row] = resent?.rows ?? [];
			const where =
				row === undefined
					? ""
					: `${maskText(row.file)}${row.sheet === undefined ? "" : ` 工作表“${row.sheet}”`} 第 ${row.row} 条${row.change === "removed" ? "没有了" : "改了"}`;
			const more = (resent?.rows.length ?? 0) - 1;
			return `  ${id}　${where}${more > 0 ? `，另 ${more} 行` : ""}`;
		}),
		...(rest > 0 ? [`  另有 ${count(rest)} 条，见报告“未能检查的范围”`] : []),
	];
}
