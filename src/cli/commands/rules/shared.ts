import { basename } from "node:path";
import { ProblemError, problem } from "../../../errors/index.ts";
import { type Definitions, loadDefinitions } from "../../../nightly/index.ts";
import { type LoadedRule, type Origin, packOf } from "../../../rules/index.ts";
import { openWorkspace } from "../../../workspace/index.ts";

/** Options that every command of rules has. */
export interface RulesOptions {
	workspace: string;
	json?: boolean;
}

export const statusName = {
	experimental: "试验",
	test: "测试",
	stable: "正式",
	deprecated: "停用",
} as const;

export const originName: Record<Origin, string> = {
	shipped: "随产品",
	edited: "随产品，已改动",
	local: "本地",
};

/** The definitions of the workspace that the options name. */
export function open(options: RulesOptions): Definitions {
	return loadDefinitions(openWorkspace(options.workspace));
}

/** The rules that ids or packs name; all when none is named. */
export function chosen(
	{ set, problems }: Definitions,
	ids: readonly string[],
): LoadedRule[] {
	const rules = [...set.rules.values()];
	const unknown = ids.filter(
		(id) => !rules.some((node) => node.name === id || packOf(node.name) === id),
	);
	if (unknown.length > 0)
		throw new ProblemError(
			unknown.flatMap((id) => {
				// A file that could not be read leaves no rule; what is wrong with it is the answer.
				const why = problems.filter(
					({ at }) =>
						at.file !== undefined && basename(at.file) === `${id}.yaml`,
				);
				return why.length > 0 ? why : [problem("rule-unknown", {}, { id })];
			}),
		);
	return rules.filter(
		(node) =>
			ids.length === 0 ||
			ids.includes(node.name) ||
			ids.includes(packOf(node.name)),
	);
}
