import type { Dataset } from "../../datasets/index.ts";
import { type ResentSource, versionWords } from "../../ingest/index.ts";
import type { Form, ReadForm } from "../../intake/index.ts";
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
