import type { Register } from "../command.ts";
import { registerRulesDiff } from "./rules/diff.ts";
import { registerRulesDocs } from "./rules/docs.ts";
import { registerRulesLint } from "./rules/lint.ts";
import { registerRulesList } from "./rules/list.ts";
import { registerRulesLock } from "./rules/lock.ts";
import { registerRulesMutate } from "./rules/mutate.ts";
import { registerRulesNew } from "./rules/new.ts";
import { registerRulesPilot } from "./rules/pilot.ts";
import { registerRulesRun } from "./rules/run.ts";
import { registerRulesShow } from "./rules/show.ts";
import { registerRulesTest } from "./rules/test.ts";

const subcommands = [
	registerRulesList,
	registerRulesShow,
	registerRulesNew,
	registerRulesLint,
	registerRulesTest,
	registerRulesMutate,
	registerRulesRun,
	registerRulesDiff,
	registerRulesPilot,
	registerRulesDocs,
	registerRulesLock,
];

/** bidui rules …: the tools of those who write rules, one file per command. */
export const registerRules: Register = (program, context, exit) => {
	const rules = program
		.command("rules")
		.description("查看、编写、检查、测试规则");
	for (const register of subcommands) register(rules, context, exit);
};
