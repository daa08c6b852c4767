import { InvalidArgumentError, Option } from "commander";
import { engineNames } from "../engine/index.ts";

/** Options that several commands share, each worded once. */
export const workspaceOption = () =>
	new Option("-w, --workspace <文件夹>", "工作区文件夹").default(
		".",
		"当前文件夹",
	);

export const asOfOption = () =>
	new Option(
		"--as-of <日期>",
		"截止日（“今天”），代替 bidui.yaml 中的 as_of，如 2026-06-30",
	).argParser((text: string) => {
		if (!isDay(text)) throw new InvalidArgumentError("日期写成 2026-06-30");
		return text;
	});

export const rulesOption = () =>
	new Option(
		"--rules <编号,…>",
		"只运行这些规则或规则组，用逗号分隔，如 LYCT-05,WBCB",
	)
		.argParser((text: string) =>
			text
				.split(/[,，]/)
				.map((part) => part.trim())
				.filter((part) => part !== ""),
		)
		.default([] as string[], "bidui.yaml 中的全部");

export const engineOption = () =>
	new Option(
		"--engine <引擎>",
		"模型和规则在哪里运行，代替 bidui.yaml 中的 engine",
	).choices(engineNames);

export const jsonOption = () =>
	new Option("--json", "在标准输出给出一份 JSON（格式见 docs/json.md）");

/** A real calendar day as 2026-06-30. */
function isDay(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	return (
		/^\d{4}-\d{2}-\d{2}$/.test(text) &&
		!Number.isNaN(date.getTime()) &&
		date.toISOString().startsWith(text)
	);
}
