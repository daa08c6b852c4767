import { table } from "./entry.ts";

export const commitCodes = table({
	"commit-broken": {
		severity: "error",
		exit: 1,
		message: "记录文件不可信：{why}",
		remedy:
			"该文件可能被改动或没有写完。不要手工修改；请从备份恢复这一文件夹，再运行 bidui leads verify 检查。",
	},
	"commit-taken": {
		severity: "error",
		exit: 1,
		message: "另一个程序刚刚写入了同一编号的记录",
		remedy: "没有写入任何内容；请确认没有其他比对在运行，然后重试。",
	},
});
