import { fail } from "../../../errors/index.ts";
import { catalogueEntry, catalogueText } from "../../../rules/index.ts";
import type { Register } from "../../command.ts";
import { workspaceOption } from "../../options.ts";
import { open, type RulesOptions } from "./shared.ts";

/** bidui rules show: one rule as text. */
export const registerRulesShow: Register = (rules, { out }) => {
	rules
		.command("show")
		.description(
			"显示一条规则：问什么、依据、输入和每一项的来历、参数、测试、SQL",
		)
		.argument("<编号>", "规则编号，如 LYCT-05")
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui rules show LYCT-05 -w datasets-sample")
		.action(async (id: string, options: RulesOptions) => {
			const { set } = open(options);
			const node = set.rules.get(id) ?? fail("rule-unknown", {}, { id });
			const entry = catalogueText(await catalogueEntry(node, set));
			out(`${entry}\n\n文件：${node.file}`);
		});
};
