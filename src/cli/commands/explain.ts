import { explainLead } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { jsonOption, workspaceOption } from "../options.ts";
import { explanationText } from "../print/explain.ts";

/** bidui explain: all that is known of a lead. */
export const registerExplain: Register = (program, { out }) => {
	program
		.command("explain")
		.description(
			"说清一条线索：问的是什么、怎样连到一起、亲属怎样认定、排除了什么、没能检查什么（已脱敏）",
		)
		.argument("<编号>", "线索编号，如 7K2M-9QPD-4T1C")
		.addOption(workspaceOption())
		.addOption(jsonOption())
		.addHelpText(
			"after",
			"\n例：bidui explain 7K2M-9QPD-4T1C -w datasets-sample",
		)
		.action(
			async (id: string, options: { workspace: string; json?: boolean }) => {
				const explanation = await explainLead(
					openWorkspace(options.workspace),
					id,
				);
				const { view, rule, unchecked, asOf } = explanation;
				out(
					options.json
						? JSON.stringify(
								{
									contract: "bidui/explanation@1",
									as_of: asOf,
									lead: view,
									rule,
									unchecked,
								},
								null,
								2,
							)
						: explanationText(explanation),
				);
			},
		);
};
