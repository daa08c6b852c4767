import { sourceNotices, sourceOverview } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { reportDocument, standingDocument } from "../documents/standing.ts";
import { asOfOption, jsonOption, workspaceOption } from "../options.ts";
import { reportText, standingLine, standingTable } from "../print/standing.ts";

interface Options {
	workspace: string;
	asOf?: string;
	json?: boolean;
}

/** bidui sources status|show|report: what was expected, what came, and whether it is complete. */
export const registerSources: Register = (program, { out }) => {
	const sources = program
		.command("sources")
		.description("查看数据来源：应收、收到、可用，以及装载得是否完整");

	sources
		.command("status")
		.description("列出全部来源：应收、收到、可用、控制数")
		.addOption(workspaceOption())
		.addOption(asOfOption())
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui sources status -w 2026年第一轮")
		.action(async (options: Options) => {
			const { standings, snapshot, asOf } = await sourceOverview(
				openWorkspace(options.workspace),
				{ asOf: options.asOf },
			);
			out(
				options.json
					? JSON.stringify(
							{
								contract: "bidui/sources@1",
								as_of: asOf,
								snapshot,
								sources: standings.map(standingDocument),
							},
							null,
							2,
						)
					: `${standingTable(standings)}\n\n${standingLine(standings)}　截止日 ${asOf}`,
			);
		});

	sources
		.command("show")
		.description(
			"一个来源的装载报告：行数、列、待核、控制数、重报变动、乡镇 × 月份、人口、匹配率、重复",
		)
		.argument("<来源>", "bidui.yaml 中的来源 id，如 dibao_person")
		.addOption(workspaceOption())
		.addOption(asOfOption())
		.addOption(jsonOption())
		.addHelpText(
			"after",
			"\n例：bidui sources show dibao_person -w 2026年第一轮",
		)
		.action(async (id: string, options: Options) => {
			const { reports, snapshot, asOf, definitions } = await sourceOverview(
				openWorkspace(options.workspace),
				{ asOf: options.asOf, wanted: [id] },
			);
			out(
				options.json
					? JSON.stringify(
							{
								contract: "bidui/source-report@1",
								as_of: asOf,
								snapshot,
								...reports.map(reportDocument)[0],
							},
							null,
							2,
						)
					: reports
							.map((report) => reportText(report, definitions.set.datasets))
							.join("\n"),
			);
		});

	sources
		.command("report")
		.description(
			"给每个提供单位生成一份补正通知（Excel，已脱敏）：缺什么、哪里对不上",
		)
		.addOption(workspaceOption())
		.addOption(asOfOption())
		.addHelpText("after", "\n例：bidui sources report -w 2026年第一轮")
		.action(async (options: Options) => {
			const notices = await sourceNotices(
				openWorkspace(options.workspace),
				options.asOf,
			);
			out(
				notices.length === 0
					? "没有需要补正的事项。"
					: notices.map(({ path, items }) => `${path}　${items} 项`).join("\n"),
			);
		});
};
