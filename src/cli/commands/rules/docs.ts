import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { exitCodeOf } from "../../../errors/index.ts";
import {
	catalogueHtml,
	catalogueMarkdown,
	catalogueOf,
} from "../../../rules/index.ts";
import type { Register } from "../../command.ts";
import { workspaceOption } from "../../options.ts";
import { problemLines } from "../../print/problems.ts";
import { chosen, open, type RulesOptions } from "./shared.ts";

/** bidui rules docs: the catalogue of rules as Markdown and HTML. */
export const registerRulesDocs: Register = (rules, { out, note }, exit) => {
	rules
		.command("docs")
		.description(
			"生成规则目录（Markdown 和单个网页）：依据、逻辑、输入、参数、测试，规则组与数据集对照表",
		)
		.argument("[编号...]", "规则编号或规则组；不写则是全部")
		.addOption(workspaceOption())
		.option("--out <文件夹>", "写到哪个文件夹", "规则目录")
		.addHelpText(
			"after",
			"\n例：bidui rules docs --out 规则目录 -w datasets-sample",
		)
		.action(async (ids: string[], options: RulesOptions & { out: string }) => {
			const definitions = open(options);
			for (const line of problemLines(definitions.problems)) note(line);
			const nodes = chosen(definitions, ids);
			const blocks = await catalogueOf(nodes, definitions.set);
			const folder = resolve(options.out);
			mkdirSync(folder, { recursive: true });
			const files = [
				["规则目录.md", catalogueMarkdown(blocks)],
				["规则目录.html", catalogueHtml(blocks)],
			] as const;
			for (const [name, text] of files) {
				writeFileSync(join(folder, name), text);
				out(join(folder, name));
			}
			exit(exitCodeOf(definitions.problems));
		});
};
