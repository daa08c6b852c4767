import { checkHealth, type HealthCheck } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { workspaceOption } from "../options.ts";
import { table } from "../print/table.ts";

const stateName: Record<HealthCheck["state"], string> = {
	ok: "正常",
	attention: "请处理",
	unknown: "未能判断",
};

/** bidui doctor: the machine and the workspace. */
export const registerDoctor: Register = (program, { out }) => {
	program
		.command("doctor")
		.description("检查本机和工作区：引擎、定义、密钥、权限、线索记录、磁盘")
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui doctor -w datasets-sample")
		.action(async (options: { workspace: string }) => {
			const checks = await checkHealth(openWorkspace(options.workspace));
			out(
				table(
					[
						{ title: "项目", value: (check) => check.name },
						{ title: "状态", value: (check) => stateName[check.state] },
						{ title: "说明", value: (check) => check.detail },
					],
					checks,
				),
			);
		});
};
