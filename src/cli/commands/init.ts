import { createWorkspace } from "../../nightly/index.ts";
import type { Register } from "../command.ts";

/** bidui init: a new workspace. */
export const registerInit: Register = (program, { out }) => {
	program
		.command("init")
		.description("新建一个工作区，附带写好注释的 bidui.yaml")
		.argument("<文件夹>", "工作区文件夹")
		.addHelpText("after", "\n例：bidui init 2026年第一轮")
		.action((folder: string) => {
			const root = createWorkspace(folder);
			out(
				[
					`已建立工作区：${root}`,
					"接下来：把导出文件放进 sources，修改 bidui.yaml，然后运行 bidui run。",
					"private/site.key 是本站密钥，线索编号靠它保持不变，请备份。",
				].join("\n"),
			);
		});
};
