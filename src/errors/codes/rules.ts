import { table } from "./entry.ts";

/** Problems of rule and model files outside their SQL. A broken file does not stop the others: exit 3. */
export const ruleCodes = table({
	"model-header": {
		severity: "error",
		exit: 3,
		message: "模型文件没有开头的说明",
		remedy: "文件以 /*--- 开头写 YAML 说明，以 ---*/ 结束，其后是一条 SELECT。",
	},
	"model-piece": {
		severity: "error",
		exit: 3,
		message: "/*--- {name} ---*/ 重复，或不是可用的小标题",
		remedy: "小标题只有 {known}，各写一次。",
	},
	"model-pieces": {
		severity: "error",
		exit: 3,
		message: "逐轮推进的模型（kind: iterate）缺少 seed 或 step",
		remedy:
			"说明之后写 /*--- seed ---*/ 和起始的 SELECT，再写 /*--- step ---*/ 和推进一轮的 SELECT（可读 latest、reached）；需要时加 /*--- stop ---*/。",
	},
	"model-iterate-name": {
		severity: "error",
		exit: 3,
		message: "输入不能叫 {name}：逐轮推进的模型用它读上一轮和已到达的行",
		remedy: "换一个模型或数据集的名称。",
	},
	"model-iterate-key": {
		severity: "error",
		exit: 3,
		message: "iterate.key 的列 {column} 不在 columns 中",
		remedy: "写模型自己的列：{known}。",
	},
	"model-stop": {
		severity: "error",
		exit: 3,
		message: "stop 应当只给出一列 BOOLEAN，实为 {found}",
		remedy: "写成 SELECT count(*) > 1000 FROM reached 这样。",
	},
	"model-unfinished": {
		severity: "error",
		exit: 3,
		message: "{node} 推进 {maximum} 轮后仍有新的行，没有推到头",
		remedy:
			"核对是否有环以外的无限增长；确需更多轮的加大 iterate.maximum，只要这么多轮的写 at_maximum: stop。",
	},
	"rule-path": {
		severity: "error",
		exit: 3,
		message: "规则编号 {id} 与文件位置不一致",
		remedy: "把文件放在 rules/{expected}，或改正编号。",
	},
	"rule-id-twice": {
		severity: "error",
		exit: 3,
		message: "编号 {id} 已被 {first} 使用",
		remedy: "编号不可重复使用；本地规则请换一个编号。",
	},
	"rule-id": {
		severity: "error",
		exit: 2,
		message: "{id} 不是规则编号",
		remedy: "写成 XBML-91 这样：规则组的大写字母、短横、两三位数字。",
	},
	"rule-id-used": {
		severity: "error",
		exit: 2,
		message: "编号 {id} 已有线索使用过",
		remedy: "线索编号由规则编号得来，用过的不能再用；请换一个编号。",
	},
	"rule-banned-word": {
		severity: "error",
		exit: 3,
		message: "读者会看到的文字里有“{word}”（{reason}）：{context}",
		remedy: "改成中性的说法（疑似、需核实）；不许用的词见清单 banned_word。",
	},
	"rule-deprecated": {
		severity: "error",
		exit: 3,
		message: "status: deprecated 与 deprecated: {reason: …} 没有一起写",
		remedy:
			"停用的规则写明原因和代替它的规则（deprecated: {reason: …, replacement: …}）；没有停用的不写。",
	},
	"rule-expected-rate": {
		severity: "error",
		exit: 3,
		message: "expected_rate 写得不对（of: {of}）",
		remedy: "of 写规则直接读的一个数据集，from 小于 to。",
	},
	"rule-basis-dates": {
		severity: "error",
		exit: 3,
		message: "依据的施行日期 {from} 不早于废止日期 {to}",
		remedy: "改正 from 和 to；尚未核实的不写日期，state 写 pending。",
	},
	"rule-fact": {
		severity: "error",
		exit: 3,
		message:
			"{id} 优先于 {other}，但两条规则的 output.fact 对不上（{own} 列与 {others} 列）",
		remedy:
			"两条规则都在 output.fact 里写明同一件事实由哪些列认定（如干部证号、合同的证据地址），列数和次序相同。",
	},
	"rule-supersedes-unknown": {
		severity: "error",
		exit: 3,
		message: "{id} 的 supersedes 写了 {other}，没有这条规则",
		remedy: "改正编号，或删去这一项。",
	},
	"rule-supersedes-cycle": {
		severity: "error",
		exit: 3,
		message: "{id} 与 {other} 互相优先（supersedes 成环）",
		remedy: "只留一个方向：离事实更近的规则写 supersedes。",
	},
	"rule-unfilled": {
		severity: "error",
		exit: 3,
		message: "规则里还有没填的内容（待填）",
		remedy: "填好各处“待填”；还没写完的规则把 status 写成 experimental。",
	},
	"rule-edited": {
		severity: "error",
		exit: 3,
		message: "{id} 的内容改动了，版本仍是 {version}",
		remedy:
			"把 version 加一，再用 bidui rules lock 登记；不想改动的请恢复原文。",
	},
	"rule-version-back": {
		severity: "error",
		exit: 3,
		message: "{id} 的版本 {version} 低于已登记的 {locked}",
		remedy: "版本只能增加；改成大于 {locked} 的数。",
	},
	"rule-not-locked": {
		severity: "warning",
		exit: 3,
		message: "{id} 第 {version} 版还没有登记",
		remedy: "定稿后用 bidui rules lock 登记。",
	},
	"rule-lock-gone": {
		severity: "error",
		exit: 3,
		message: "已登记的 {id} 不见了",
		remedy: "规则不删除：恢复文件，停用的把 status 写成 deprecated。",
	},
	"rule-pack": {
		severity: "error",
		exit: 3,
		message: "规则组 {pack} 没有登记",
		remedy: "在 rules/packs.yaml 中登记该组的名称和对外名称。",
	},
	"rule-placeholder": {
		severity: "error",
		exit: 3,
		message: "表述中的 {{name}} 没有对应的内容",
		remedy: "可用的有：{known}；或在 output.arguments 中声明它。",
	},
	"rule-narrative": {
		severity: "error",
		exit: 3,
		message: "表述没有写“疑似”或“需核实”",
		remedy: "线索不是结论，表述须写明疑似什么、需核实什么。",
	},
	"rule-test-name": {
		severity: "error",
		exit: 3,
		message: "测试“{test}”里写了{what}，规则和它的模型都不读它",
		remedy: "检查拼写，或删去。可用的：{known}。",
	},
	"rule-measure": {
		severity: "error",
		exit: 3,
		message: "对照的参数 {name} 没有声明",
		remedy: "在 parameters 中声明它，或去掉该 measure 的 parameter。",
	},
	"rule-tests": {
		severity: "error",
		exit: 3,
		message: "测试里没有 kind: {kind}",
		remedy:
			"每条规则至少要有一个命中（hit）和一个近似但不命中（near_miss）的测试。",
	},
	"rule-output": {
		severity: "error",
		exit: 3,
		message: "SELECT 没有给出声明的列 {column}",
		remedy:
			"在 SELECT 中加上该列，或改正 output、suppressions、downgrades 中的列名。SELECT 给出的列：{found}。",
	},
	"rule-output-type": {
		severity: "error",
		exit: 3,
		message: "列 {column} 的类型是 {found}，应为 {expected}",
		remedy: "在 SELECT 中用 CAST({column} AS {expected}) 写明类型。",
	},
	"model-columns": {
		severity: "error",
		exit: 3,
		message: "模型给出的列与声明不一致：声明 {declared}；给出 {found}",
		remedy: "让 SELECT 的列与说明中的 columns 名称、次序一致。",
	},
	"input-unknown": {
		severity: "error",
		exit: 3,
		message: "输入 {name} 不存在",
		remedy:
			"检查拼写；数据集在 rules/datasets，模型在 rules/models，清单在 rules/lists。",
	},
	"input-twice": {
		severity: "error",
		exit: 3,
		message: "输入 {name} 写了两次",
		remedy: "合并为一项，把需要的列写在一起。",
	},
	"input-column-unknown": {
		severity: "error",
		exit: 3,
		message: "{name} 没有列 {column}",
		remedy: "可用的列：{known}。",
	},
	"input-optional-column": {
		severity: "error",
		exit: 3,
		message: "{name} 的 optional_columns 里的 {column} 不在 columns 里",
		remedy: "把它加进 columns，或从 optional_columns 中去掉。",
	},
	"model-cycle": {
		severity: "error",
		exit: 3,
		message: "模型互相引用成环：{way}",
		remedy: "去掉其中一个引用，模型之间只能单向引用。",
	},
	"rule-parameter-unknown": {
		severity: "error",
		exit: 2,
		message: "{node} 没有参数 {name}",
		remedy: "可用的参数：{known}。",
	},
	"rule-parameter-value": {
		severity: "error",
		exit: 2,
		message: "{node} 的参数 {name} 不能是 {value}：{reason}",
		remedy: "改成{expected}。",
	},
	"rule-unknown": {
		severity: "error",
		exit: 2,
		message: "没有规则或规则组 {id}",
		remedy: "用 bidui rules list 查看可用的规则编号。",
	},
});
