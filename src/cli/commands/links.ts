import { InvalidArgumentError } from "commander";
import { exitCodeOf } from "../../errors/index.ts";
import { noteText, verdictWords } from "../../links/index.ts";
import { exportLinks, importLinks, listLinks } from "../../nightly/index.ts";
import { maskSubject } from "../../privacy/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { problemDocument } from "../documents/documents.ts";
import { jsonOption, workspaceOption } from "../options.ts";
import { problemLines } from "../print/problems.ts";
import { table } from "../print/table.ts";

const MOST = "1000";

function whole(text: string): string {
	if (!/^[1-9]\d{0,6}$/.test(text))
		throw new InvalidArgumentError("写一个正整数");
	return text;
}

/** bidui links export|import|list: what analysts find of relatives without a number, pair by pair. */
export const registerLinks: Register = (program, { out, note }, exit) => {
	const links = program
		.command("links")
		.description(
			"核对没有证号的亲属：导出成对的表，填好后导入，以后的运行照办",
		);

	links
		.command("export")
		.description("把要核对的亲属（疑点所依据的、不能确定的）导出为 Excel")
		.addOption(workspaceOption())
		.option("--all", "连同已能确定、没有引出疑点的")
		.option("--limit <对数>", "最多多少对，最有用的在前", whole, MOST)
		.addHelpText("after", "\n例：bidui links export -w 2026年第一轮")
		.action(
			async (options: { workspace: string; all?: boolean; limit: string }) => {
				const { file, pairs, left } = await exportLinks(
					openWorkspace(options.workspace),
					{ all: options.all === true, most: Number(options.limit) },
				);
				out(
					`已写出 ${file}（${pairs} 对${left === 0 ? "" : `，另有 ${left} 对未列出，用 --limit 增加`}）；填好后用 bidui links import 导入。表内姓名为明文，不得外传。`,
				);
			},
		);

	links
		.command("import")
		.description("导入填好的亲属核对表，记入线索记录；下一次运行起照办")
		.argument("<文件>", "bidui links export 导出、填好的 Excel")
		.addOption(workspaceOption())
		.addOption(jsonOption())
		.addHelpText(
			"after",
			"\n例：bidui links import private/亲属核对/亲属核对_2026-06-30_1a2b3c4d.xlsx -w 2026年第一轮",
		)
		.action(
			async (file: string, options: { workspace: string; json?: boolean }) => {
				const { recorded, blank, known, problems } = await importLinks(
					openWorkspace(options.workspace),
					file,
				);
				if (options.json)
					out(
						JSON.stringify(
							{
								contract: "bidui/links-import@1",
								recorded,
								known,
								blank,
								problems: problems.map(problemDocument),
							},
							null,
							2,
						),
					);
				else {
					for (const line of problemLines(problems)) note(line);
					out(
						`已记入：是 ${recorded.yes}、否 ${recorded.no}、存疑 ${recorded.unsure}、撤销 ${recorded.withdrawn}；与记录相同 ${known} 行，未填 ${blank} 行${problems.length === 0 ? "" : `，没有采用 ${problems.length} 处`}。下一次 bidui run 起照办。`,
					);
				}
				exit(exitCodeOf(problems));
			},
		);

	links
		.command("list")
		.description("列出现在有效的核对结论（内容已脱敏）")
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui links list -w 2026年第一轮")
		.action(async (options: { workspace: string }) => {
			const workspace = openWorkspace(options.workspace);
			const masked = (key: string, name: string | null) => {
				const shown = maskSubject(
					{ kind: "person", key, name },
					workspace.config.as_of,
				);
				return [shown.name, shown.key].filter((text) => text !== "").join(" ");
			};
			out(
				table(
					[
						{ title: "编号", value: ({ id }) => id },
						{
							title: "干部",
							value: ({ verdict: { pair } }) => masked(pair.person_id, null),
						},
						{
							title: "所填",
							value: ({ verdict: { pair } }) => masked("", pair.member_name),
						},
						{
							title: "登记中的人",
							value: ({ verdict: { pair } }) => masked(pair.kin_id, null),
						},
						{
							title: "结论",
							value: ({ verdict }) => verdictWords[verdict.verdict],
						},
						{ title: "核对", value: ({ verdict }) => noteText(verdict) },
						{
							title: "现有数据",
							value: ({ applied }) => (applied ? "已照办" : "没有对上"),
						},
					],
					await listLinks(workspace),
				),
			);
		});
};
