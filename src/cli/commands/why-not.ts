import { exitCodeOf } from "../../errors/index.ts";
import { explainAbsence, openLog, type WhyNot } from "../../nightly/index.ts";
import { maskText } from "../../privacy/index.ts";
import type { Reason } from "../../rules/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { problemDocument } from "../documents/documents.ts";
import { asOfOption, jsonOption, workspaceOption } from "../options.ts";
import { problemLines } from "../print/problems.ts";
import { progressLine } from "../print/progress.ts";

interface Options {
	workspace: string;
	asOf?: string;
	json?: boolean;
}

const open: Record<Extract<Reason, { kind: "open" }>["why"], string> = {
	shape: "这一步的写法（括号里的连接、表函数等）不能拆开来问，说不清",
	dropped:
		"到这一步为止条件都能满足；此后的结果里不再带有该对象的编号，说不清是哪里去掉的",
	iterate: "逐轮推进的模型不能拆开来问，说不清",
};

function placeOf({ node, part }: Reason): string {
	return part === undefined ? node : `${node} 的 ${part}`;
}

/** One reason in words. */
function reasonLine(reason: Reason): string {
	const at = placeOf(reason);
	switch (reason.kind) {
		case "absent":
			return `${at}：读到的“${reason.input}”里没有该对象的行`;
		case "open":
			return `${at}：${open[reason.why]}`;
		default: {
			const what = reason.conditions.map((text) => `  ${text}`).join("\n");
			const how = {
				condition: "条件",
				join: "连接条件",
				having: "分组条件（HAVING）",
			}[reason.kind];
			return `${at} 第 ${reason.line} 行：该对象的 ${reason.rows} 行到这里为止，没有一行满足${how}${reason.together ? "（合在一起不满足，单独都有行满足）" : ""}\n${maskText(what)}`;
		}
	}
}

function answer(result: WhyNot, subject: string, id: string): string {
	const who = maskText(subject);
	const head: Record<WhyNot["state"], string> = {
		found: `规则 ${id} 列出了 ${who}：${result.leads.map(({ lead }) => lead).join("、")}`,
		suppressed: `规则 ${id} 查到了 ${who}，按已知误报扣下：${result.leads.map(({ code, title }) => `${code ?? ""} ${title ?? ""}`).join("、")}`,
		skipped: `规则 ${id} 没有运行：${result.reason?.text ?? ""}`,
		failed: `规则 ${id} 出错：${result.reason?.text ?? ""}`,
		absent: `规则 ${id} 没有列出 ${who}（截止日 ${result.asOf}，数据快照第 ${result.snapshot} 号）`,
	};
	return [
		head[result.state],
		...(result.data.length === 0
			? []
			: [
					"",
					"数据里有没有该对象：",
					...result.data.map(
						({ title, rows }) =>
							`  ${title}：${rows === 0 ? "没有" : `${rows} 行`}`,
					),
				]),
		...(result.reasons.length === 0
			? []
			: ["", "到哪里为止：", ...result.reasons.map(reasonLine)]),
		...(result.state === "absent"
			? [
					"",
					"以上是按规则现在的写法和现在的数据说的；数据里没有的，先看来源是否收全、编号写法是否一致。",
				]
			: []),
	].join("\n");
}

/** bidui why-not: why a subject is not among the leads of a rule. */
export const registerWhyNot: Register = (
	program,
	{ out, note, signal },
	exit,
) => {
	program
		.command("why-not")
		.description(
			"某个对象为什么没有被某条规则列出：哪个条件不满足，或缺了哪些数据",
		)
		.argument("<对象>", "证件号、信用代码、车牌、名称等，照数据里的写法")
		.argument("<规则>", "规则编号，如 LYCT-05")
		.addOption(workspaceOption())
		.addOption(asOfOption())
		.addOption(jsonOption())
		.addHelpText(
			"after",
			"\n例：bidui why-not 岚A5T207 GXB-02 -w datasets-sample",
		)
		.action(async (subject: string, id: string, options: Options) => {
			const workspace = openWorkspace(options.workspace);
			const log = openLog(workspace.logs, "why-not");
			try {
				log.write("asked", { rule: id });
				const result = await explainAbsence({
					workspace,
					id,
					subject,
					asOf: options.asOf,
					signal,
					onProgress: (event) => {
						log.write("progress", event);
						const line = progressLine(event);
						if (line !== undefined) note(line);
					},
				});
				for (const line of problemLines(result.problems)) note(line);
				if (options.json)
					out(
						JSON.stringify(
							{
								contract: "bidui/why-not@1",
								as_of: result.asOf,
								snapshot: result.snapshot,
								rule: id,
								state: result.state,
								reason: result.reason ?? null,
								leads: result.leads,
								data: result.data,
								reasons: result.reasons,
								problems: result.problems.map(problemDocument),
							},
							null,
							2,
						),
					);
				else out(answer(result, subject, id));
				exit(exitCodeOf(result.problems));
			} finally {
				log.close();
			}
		});
};
