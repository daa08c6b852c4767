import { ProblemError } from "../../../errors/index.ts";
import { loadDefinitions } from "../../../nightly/index.ts";
import {
	checkLock,
	readLock,
	shippedNodes,
	writeLock,
} from "../../../rules/index.ts";
import { openWorkspace } from "../../../workspace/index.ts";
import type { Register } from "../../command.ts";
import { workspaceOption } from "../../options.ts";

/** bidui rules lock: writes down the versions and contents of the shipped rules. */
export const registerRulesLock: Register = (rules, { out }) => {
	rules
		.command("lock")
		.description(
			"登记随产品的规则和模型的版本与内容；内容改动而版本没有加一的不予登记",
		)
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui rules lock -w datasets-sample")
		.action((options: { workspace: string }) => {
			const workspace = openWorkspace(options.workspace);
			const [shipped = ""] = workspace.rules;
			const { set, problems } = loadDefinitions(workspace);
			const wrong = [
				...problems,
				...checkLock(set, shipped, readLock(shipped)),
			].filter((item) => item.severity === "error");
			// A rule whose file is wrong is not in the set: it would be struck from the lock.
			if (wrong.length > 0) throw new ProblemError(wrong);
			const nodes = shippedNodes(set);
			out(`已登记 ${nodes.length} 个规则和模型：${writeLock(shipped, nodes)}`);
		});
};
