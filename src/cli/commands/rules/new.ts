import { join } from "node:path";
import { timestamp } from "../../../base/index.ts";
import { readLeadLog } from "../../../leads/index.ts";
import { loadDefinitions } from "../../../nightly/index.ts";
import { createRule } from "../../../rules/index.ts";
import { openWorkspace } from "../../../workspace/index.ts";
import type { Register } from "../../command.ts";
import { workspaceOption } from "../../options.ts";

/** bidui rules new: a rule file to be filled in, in the workspace's rules/. */
export const registerRulesNew: Register = (rules, { out }) => {
	rules
		.command("new")
		.description("在工作区的 rules 文件夹新建一个待填的规则文件")
		.argument("<编号>", "新规则的编号，如 XBML-91；用过的编号不能再用")
		.addOption(workspaceOption())
		.requiredOption(
			"--dataset <名称>",
			"主要读取的数据集，用 bidui datasets list 查看",
		)
		.addHelpText(
			"after",
			"\n例：bidui rules new XBML-91 --dataset subsidy_pay -w 2026年第一轮",
		)
		.action((id: string, options: { workspace: string; dataset: string }) => {
			const workspace = openWorkspace(options.workspace);
			const { set } = loadDefinitions(workspace);
			const [shipped = "", local = ""] = workspace.rules;
			const { leads } = readLeadLog(workspace.leads);
			const file = createRule({
				id,
				dataset: options.dataset,
				set,
				folder: local,
				schema: join(shipped, "..", "docs", "schema", "rule.schema.json"),
				today: timestamp().slice(0, 10),
				used: new Set([...leads.values()].map((lead) => lead.facts.rule)),
			});
			out(
				[
					`已新建 ${file}`,
					"接下来：",
					"  1. 填写各处“待填”，先写测试，再写 SQL；",
					`  2. bidui rules lint ${id}　检查写法`,
					`  3. bidui rules test ${id}　运行测试（填好之前不会通过）`,
					`  4. bidui rules run ${id}　在现有数据上试运行，不写入线索记录`,
				].join("\n"),
			);
		});
};
