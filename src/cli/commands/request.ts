import { InvalidArgumentError } from "commander";
import { sourceRequests } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { rulesOption, workspaceOption } from "../options.ts";

interface Options {
	workspace: string;
	rules: string[];
	due?: string;
	period?: string;
}

/** bidui request: what to ask of which department. */
export const registerRequest: Register = (program, { out }) => {
	program
		.command("request")
		.description(
			"给每个部门生成一份数据调取清单（Excel）：要哪些数据和列、哪些必需、用于核对什么、怎样提供",
		)
		.addOption(workspaceOption())
		.addOption(rulesOption())
		.option("--due <日期>", "提供期限，如 2026-06-20", (text: string) => {
			if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
				throw new InvalidArgumentError("日期写成 2026-06-20");
			return text;
		})
		.option("--period <期间>", "数据覆盖的期间，如 2024年1月至2026年6月")
		.addHelpText(
			"after",
			"\n例：bidui request -w 2026年第一轮 --due 2026-06-20 --period 2024年1月至2026年6月",
		)
		.action(async (options: Options) => {
			const requests = await sourceRequests(
				openWorkspace(options.workspace),
				options.rules,
				{ due: options.due, period: options.period },
			);
			out(
				requests
					.map(({ path, datasets }) => `${path}　${datasets} 类数据`)
					.join("\n"),
			);
		});
};
