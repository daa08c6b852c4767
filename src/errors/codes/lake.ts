import { table } from "./entry.ts";

/** The lake of an engine elsewhere, and the way to it. */
export const lakeCodes = table({
	"lake-unset": {
		severity: "error",
		exit: 2,
		message: "没有写明数据湖在哪里",
		remedy:
			"在 bidui.yaml 中加上 lake（url、user、catalog、location），见 docs/contracts/workspace.md。",
	},
	"lake-settings": {
		severity: "error",
		exit: 2,
		message: "数据湖的设置不能用：{reason}",
		remedy:
			"更正 bidui.yaml 的 lake；口令和令牌放在环境变量 BIDUI_TRINO_PASSWORD、BIDUI_TRINO_TOKEN 中。",
	},
	"lake-unreachable": {
		severity: "error",
		exit: 1,
		message: "数据湖的引擎不应答或拒绝：{reason}",
		remedy:
			"检查 bidui.yaml 的 lake、网络和权限后再运行；也可以用 --engine duckdb 在本机运行。",
	},
	"lake-unpublished": {
		severity: "error",
		exit: 2,
		message: "数据快照第 {n} 号没有发布到数据湖",
		remedy:
			"先运行 bidui lake publish；在 lake 中写明 folder 后，bidui run 会自己发布。",
	},
	"lake-rows": {
		severity: "error",
		exit: 1,
		message:
			"“{dataset}”在数据湖中是 {found} 行，快照中是 {rows} 行：文件没有全部复制过去",
		remedy:
			"把 {folder} 下的文件全部复制到 {location}，再运行 bidui lake publish。",
	},
});
