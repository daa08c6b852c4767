import { describeProblem, exitCodeOf, fail } from "../../errors/index.ts";
import { readLeadLog, stateDigest, verifyLeadLog } from "../../leads/index.ts";
import { loadDefinitions, readLastRun } from "../../nightly/index.ts";
import { packName, packOf, severityWords } from "../../rules/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { leadDocument } from "../documents/documents.ts";
import { jsonOption, workspaceOption } from "../options.ts";
import {
	describeLead,
	exemptionLine,
	mergedLine,
	roleOf,
	subjectsText,
} from "../print/lead.ts";
import { leadStatusName } from "../print/summary.ts";
import { table } from "../print/table.ts";

interface Options {
	workspace: string;
	json?: boolean;
	all?: boolean;
	exempted?: boolean;
	superseded?: boolean;
}

/** bidui leads list|show|verify. */
export const registerLeads: Register = (program, { out }, exit) => {
	const leads = program.command("leads").description("查看线索，检查线索记录");

	leads
		.command("list")
		.description("列出最近一次运行的线索（内容已脱敏）")
		.addOption(workspaceOption())
		.option("--all", "连同以前已消失的、豁免的和并入其他线索的")
		.option("--exempted", "只列出豁免的线索")
		.option("--superseded", "只列出并入其他线索的（同一事实由更近的规则列出）")
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui leads list -w datasets-sample")
		.action((options: Options) => {
			const workspace = openWorkspace(options.workspace);
			const last = readLastRun(workspace);
			const { as_of: asOf } = last.manifest;
			const exempted = last.exempted.map((lead) => ({
				...lead,
				status: "exempted" as const,
			}));
			const merged = last.merged.map((lead) => ({
				...lead,
				status: "superseded" as const,
			}));
			const listed = options.exempted
				? exempted
				: options.superseded
					? merged
					: [
							...last.leads,
							...(options.all ? [...exempted, ...merged] : []),
							...(options.all
								? last.past.map((lead) => ({
										...lead,
										status: "past" as const,
									}))
								: []),
						];
			const { set } = loadDefinitions(workspace);
			if (options.json) {
				out(
					JSON.stringify(
						{
							contract: "bidui/leads@1",
							as_of: asOf,
							state: last.manifest.lead_state,
							exempted: last.exempted.length,
							superseded: merged.length,
							leads: listed.map((lead) => leadDocument(lead, asOf, set)),
						},
						null,
						2,
					),
				);
				return;
			}
			out(
				table(
					[
						{ title: "编号", value: (lead) => lead.id },
						{ title: "状态", value: (lead) => leadStatusName[lead.status] },
						{
							title: "级别",
							value: (lead) => severityWords[lead.facts.severity],
						},
						{
							title: "类别",
							value: (lead) => packName(set, packOf(lead.facts.rule)),
						},
						{
							title: "作用",
							value: (lead) => roleOf(lead.facts.rule, set),
						},
						{
							title: "对象",
							value: (lead) => subjectsText(lead.facts.subjects, asOf),
						},
						{
							title: "金额（元）",
							value: (lead) => lead.facts.amount ?? "",
							right: true,
						},
						{
							title: "单位或村组",
							value: (lead) => lead.facts.unit ?? lead.facts.region ?? "",
						},
					],
					listed,
				),
			);
			for (const lead of options.superseded ? merged : [])
				out(`${lead.id}　${mergedLine(lead)}`);
			for (const lead of options.exempted ? exempted : [])
				if (lead.exemption !== undefined)
					out(`${lead.id}　${exemptionLine(lead.exemption)}`);
		});

	leads
		.command("show")
		.description("显示一条线索的内容和证据（已脱敏）")
		.argument("<编号>", "线索编号，如 7K2M-9QPD-4T1C")
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui leads show 7K2M-9QPD-4T1C -w 工作区")
		.action((id: string, options: Options) => {
			const workspace = openWorkspace(options.workspace);
			const { leads: all } = readLeadLog(workspace.leads);
			const lead =
				all.get(id.toUpperCase()) ?? fail("lead-unknown", {}, { id });
			const { set } = loadDefinitions(workspace);
			out(describeLead(lead, set, workspace.config.as_of));
		});

	leads
		.command("verify")
		.description("检查线索记录是否完整、未被改动")
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui leads verify -w 工作区")
		.action((options: Options) => {
			const workspace = openWorkspace(options.workspace);
			const { commits, problems } = verifyLeadLog(workspace.leads);
			if (problems.length > 0) {
				out(problems.map(describeProblem).join("\n"));
				exit(exitCodeOf(problems));
				return;
			}
			const log = readLeadLog(workspace.leads);
			out(
				`线索记录完整：${commits} 份，${log.events} 条事件，${log.leads.size} 条线索，状态校验值 ${stateDigest(log)}`,
			);
		});
};
