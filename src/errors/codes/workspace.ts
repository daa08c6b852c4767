import { table } from "./entry.ts";

export const workspaceCodes = table({
	"workspace-missing": {
		severity: "error",
		exit: 2,
		message: "没有找到工作区配置 bidui.yaml",
		remedy:
			"用 --workspace 指明工作区文件夹，或用 bidui init 文件夹 新建一个工作区。",
	},
	"workspace-path": {
		severity: "error",
		exit: 2,
		message: "工作区的路径里有 * ? [ ] { } 中的字符，引擎会把它当作通配符",
		remedy: "给文件夹改名，去掉这些字符；中文、空格和圆括号都可以用。",
	},
	"workspace-exists": {
		severity: "error",
		exit: 2,
		message: "这里已经有一个工作区",
		remedy: "换一个文件夹；要修改现有工作区，请直接编辑 bidui.yaml。",
	},
	"workspace-locked": {
		severity: "error",
		exit: 1,
		message: "另一个比对正在运行（进程 {pid}，{host}，{since} 开始）",
		remedy:
			"等它结束后再运行；如确认它已不在运行，删除该文件后重试（进程已退出时会自动接管）。",
	},
	"source-no-file": {
		severity: "error",
		exit: 3,
		message: "来源“{source}”没有匹配到文件（{pattern}）",
		remedy:
			"检查 bidui.yaml 中该来源的 path，或把文件放进 sources 文件夹；暂未收到的来源可加 optional: true。",
	},
});
