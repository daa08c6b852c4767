import { table } from "./entry.ts";

/** Why a rule did not run: `skip-` is missing input, `rule-` a failure that the others survive. */
export const runCodes = table({
	"skip-dataset": {
		severity: "warning",
		exit: 3,
		message: "缺少数据：{datasets}",
		remedy:
			"向掌握数据的部门（{held_by}）调取后放入 sources，并在 bidui.yaml 的 sources 中登记。",
	},
	"skip-column": {
		severity: "warning",
		exit: 3,
		message: "“{dataset}”缺少列：{columns}",
		remedy:
			"请提供数据的部门补充这些列，或在 bidui.yaml 的 columns 中指明它们对应的表头。",
	},
	"skip-authorisation": {
		severity: "warning",
		exit: 3,
		message: "“{dataset}”需要授权（{authorisation}）",
		remedy: "取得批准后，在 bidui.yaml 的 authorisations 中登记文号。",
	},
	"skip-parameter": {
		severity: "warning",
		exit: 3,
		message: "参数表“{list}”缺少：{cells}",
		remedy:
			"用 bidui params template 导出，填好后用 bidui params import 导入；不要改规则。",
	},
	"skip-rule-authorisation": {
		severity: "warning",
		exit: 3,
		message: "规则需要授权（{authorisation}）",
		remedy: "取得批准后，在 bidui.yaml 的 authorisations 中登记文号。",
	},
	"rule-rate": {
		severity: "warning",
		exit: 3,
		message:
			"{rule} 列出 {leads} 条，是“{dataset}”{rows} 行的 {rate}，通常在 {from} 至 {to}：更可能是数据或口径有误",
		remedy:
			"先查：{likely}；再用 bidui rules pilot {rule} 抽查 20 条。确属正常的，请规则作者修订 expected_rate。",
	},
	"skip-model": {
		severity: "warning",
		exit: 3,
		message: "所需的中间结果“{model}”没有生成：{reason}",
		remedy: "先解决上述原因。",
	},
	"skip-disabled": {
		severity: "warning",
		exit: 3,
		message: "在 bidui.yaml 中停用",
		remedy: "需要时从 rules.disable 中移除。",
	},
	"skip-unasked": {
		severity: "warning",
		exit: 3,
		message: "每晚不运行（试验或停用的规则，或不在 rules.packs 中）",
		remedy:
			"试验的规则用 bidui run --rules 编号 点名运行；要每晚运行，改规则的 status 或 bidui.yaml 的 rules.packs。",
	},
	"skip-invalid": {
		severity: "error",
		exit: 3,
		message: "规则文件有误，没有运行",
		remedy: "用 bidui rules lint 查看并改正。",
	},
	"rule-sql-failed": {
		severity: "error",
		exit: 3,
		message: "{node} 的 SQL 执行出错：{reason}",
		remedy: "用 bidui rules lint 和 bidui rules test 检查；其他规则不受影响。",
	},
	"rule-engine-failed": {
		severity: "error",
		exit: 3,
		message: "{node} 没有算完，引擎出了问题：{reason}",
		remedy:
			"其他规则不受影响；查看 Trino 的节点是否都在，再运行一次，已算完的不会重算。",
	},
	"rule-limit": {
		severity: "error",
		exit: 3,
		message: "{node} 超出限制：{reason}",
		remedy:
			"检查规则是否缺少连接条件；确需更多资源时，在 bidui.yaml 的 limits 中调高。",
	},
	"rule-input-changed": {
		severity: "error",
		exit: 3,
		message: "{node} 运行期间输入文件被改动：{reason}",
		remedy: "不要在运行期间改动 store 文件夹；请重新运行。",
	},
	"run-missing": {
		severity: "error",
		exit: 2,
		message: "这个工作区还没有完成过一次运行",
		remedy: "先运行 bidui run。",
	},
	"snapshot-missing": {
		severity: "error",
		exit: 1,
		message: "没有第 {n} 号数据快照",
		remedy: "store 文件夹可能不完整；请从备份恢复，或运行 bidui run 重新装载。",
	},
	"sql-query": {
		severity: "error",
		exit: 2,
		message: "查询没有执行：{reason}",
		remedy: "写一条 SELECT；表名用 bidui datasets list 列出的数据集名称。",
	},
	"run-cancelled": {
		severity: "error",
		exit: 1,
		message: "运行被中断",
		remedy: "已完成的部分已保存，再次运行会接着做；之前的结果没有改动。",
	},
});
