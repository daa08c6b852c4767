import { table } from "./entry.ts";

export const ingestCodes = table({
	"template-exists": {
		severity: "error",
		exit: 2,
		message: "文件已经存在",
		remedy: "换一个文件名（-o 文件），或先移走原来的文件。",
	},
	"inspect-missing": {
		severity: "error",
		exit: 2,
		message: "没有这个文件",
		remedy: "检查路径；文件名里有空格时加引号。",
	},
	"inspect-outside": {
		severity: "error",
		exit: 2,
		message: "文件不在工作区的 sources 文件夹（{sources}）里，不能写成来源",
		remedy: "把文件复制到 sources 中它的单位名下，再对那里的文件运行。",
	},
	"inspect-declared": {
		severity: "error",
		exit: 2,
		message: "bidui.yaml 里已经有这个文件的来源“{id}”",
		remedy: "直接修改 bidui.yaml 中的该来源。",
	},
	"dataset-unknown": {
		severity: "error",
		exit: 3,
		message: "来源“{source}”要装载的数据集“{dataset}”不存在",
		remedy:
			"改正 bidui.yaml 中该来源的 dataset；可用的数据集见 bidui datasets list。{near}",
	},
	"source-path-outside": {
		severity: "error",
		exit: 3,
		message: "来源“{source}”的 path（{pattern}）指向了 sources 文件夹之外",
		remedy: "path 只写 sources 之下的相对路径，用正斜杠，不能有 .. 或盘符。",
	},
	"source-unreadable": {
		severity: "error",
		exit: 3,
		message: "文件读不出来：{reason}",
		remedy:
			"检查文件是否被其他程序占用、是否有读取权限、U 盘或网络盘是否断开。",
	},
	"source-changed": {
		severity: "error",
		exit: 3,
		message: "文件在读取过程中被改动",
		remedy: "等文件复制或导出完成、关闭打开它的程序后重新运行。",
	},
	"format-unsupported": {
		severity: "error",
		exit: 3,
		message: "不支持的文件格式：{format}",
		remedy: "{advice}",
	},
	"file-empty": {
		severity: "error",
		exit: 3,
		message: "文件是空的，没有任何内容",
		remedy: "请提供方重新导出；暂时没有数据的来源可先从 sources 中移走该文件。",
	},
	"file-nul": {
		severity: "error",
		exit: 3,
		message: "文件在字节偏移 {offset} 处有空字符（NUL），不是正常的文本文件",
		remedy:
			"文件可能损坏，或是没有标记的 UTF-16；请重新导出为 UTF-8 的 CSV，或在来源里写 encoding: utf-16le。",
	},
	"encoding-unknown": {
		severity: "error",
		exit: 3,
		message:
			"看不出文件的文字编码：按 UTF-8 读到第 {utf8Line} 行（字节偏移 {utf8Offset}）为止，按 GB18030 读到第 {gbLine} 行（字节偏移 {gbOffset}）为止",
		remedy:
			"请重新导出为 UTF-8 的 CSV 或 xlsx；如知道编码，在来源里写 encoding（如 encoding: big5）。",
	},
	"encoding-ambiguous": {
		severity: "error",
		exit: 3,
		message: "文件按 GB18030 和按 Big5 都读得通，表头看不出是哪一种",
		remedy:
			"打开文件确认是简体还是繁体编码，在来源里写 encoding: gb18030 或 encoding: big5。",
	},
	"encoding-mixed": {
		severity: "error",
		exit: 3,
		message:
			"文件中途换了文字编码：第 {line} 行（字节偏移 {offset}）起不再是 {encoding}",
		remedy:
			"多半是几个文件拼接而成；请把各部分分别导出，或统一为 UTF-8 后重新提供。",
	},
	"encoding-declared": {
		severity: "error",
		exit: 3,
		message:
			"文件不是所声明的编码 {encoding}：第 {line} 行（字节偏移 {offset}）读不通",
		remedy: "删去或改正来源里的 encoding，或请提供方重新导出。",
	},
	"csv-quote-open": {
		severity: "error",
		exit: 3,
		message: "第 {line} 行开始的引号一直没有结束",
		remedy: "补上该行缺少的双引号，或请提供方重新导出为 xlsx。",
	},
	"record-too-long": {
		severity: "error",
		exit: 3,
		message: "第 {line} 行附近有一条超过 {megabytes} MB 的记录",
		remedy:
			"文件可能损坏、缺少换行或引号没有配对；请检查该行，或请提供方重新导出。",
	},
	"archive-unreadable": {
		severity: "error",
		exit: 3,
		message: "压缩包不能读：{reason}",
		remedy: "解压后把里面的文件放进 sources，或请提供方重新打包。",
	},
	"workbook-unreadable": {
		severity: "error",
		exit: 3,
		message: "Excel 文件打不开：{reason}",
		remedy: "用 Excel 或 WPS 打开后另存为 .xlsx 再放回；打不开的请提供方重发。",
	},
	"formulas-empty": {
		severity: "warning",
		exit: 3,
		message: "有 {cells} 个单元格是没有算过的公式，读不出值",
		remedy: "用 Excel 或 WPS 打开该文件，保存后再放回；或请提供方导出为数值。",
	},
	"sheet-missing": {
		severity: "error",
		exit: 3,
		message: "文件里没有工作表“{sheet}”；有的是：{sheets}",
		remedy: "改正来源里的 sheet，或删去它让程序自己挑选。",
	},
	"sheet-skipped": {
		severity: "warning",
		exit: 3,
		message: "这张工作表没有装载：{reason}",
		remedy:
			"如果它也是该数据集的内容，请核对表头，或在来源里用 sheet、columns 指明。",
	},
	"table-skipped": {
		severity: "warning",
		exit: 3,
		message: "同一张表里的另一个表格没有装载：{reason}",
		remedy:
			"如果它也是该数据集的内容，请核对它的表头；否则不必处理，或把它移到另一张工作表。",
	},
	"heading-not-found": {
		severity: "error",
		exit: 3,
		message: "没有找到“{dataset}”的表头；文件前几行是：{seen}",
		remedy:
			"表头至少要有 {wanted}。可在来源里用 header_row 指明表头在第几行，用 columns 指明各列。",
	},
	"column-missing": {
		severity: "error",
		exit: 3,
		message: "缺少必需的列“{column}”；文件的表头是：{seen}",
		remedy:
			"该列可用的表头：{accepted}；或在来源里写 columns: {{name}: 表头}。",
	},
	"identity-missing": {
		severity: "error",
		exit: 3,
		message: "没有能认定对象的列；文件的表头是：{seen}",
		remedy: "至少要有其中一列：{accepted}；或在来源里用 columns 指明。",
	},
	"heading-ambiguous": {
		severity: "warning",
		exit: 3,
		message: "有几个表头都可作“{column}”：{headings}；采用“{taken}”",
		remedy:
			"如果不对，在来源里写 columns: {{name}: 表头}。其余各列保留在原值里。",
	},
	"mapping-column": {
		severity: "error",
		exit: 3,
		message: "来源“{source}”的 {field} 写了数据集“{dataset}”没有的列“{column}”",
		remedy: "改正列名；该数据集的列见 bidui datasets show {dataset}。",
	},
	"mapping-heading": {
		severity: "error",
		exit: 3,
		message:
			"来源里 columns 指明的表头“{heading}”在文件里没有；文件的表头是：{seen}",
		remedy: "按文件里的写法改正 columns 中“{column}”一项。",
	},
	"mapping-unit": {
		severity: "error",
		exit: 3,
		message: "列“{column}”不能用单位“{unit}”",
		remedy: "改正来源里的 units；该列按“{stored}”存放。",
	},
	"accounting-mismatch": {
		severity: "error",
		exit: 3,
		message:
			"行数对不上：扫描到 {read} 条记录，装载 {loaded}、待核 {quarantined}、非数据行 {decoration}",
		remedy:
			"该来源没有装载。请把文件另存为 xlsx 或重新导出后再试，并把文件反馈给维护人员。",
	},
	"column-damaged": {
		severity: "error",
		exit: 3,
		message: "列“{column}”的号码已被 Excel 损坏：{evidence}",
		remedy:
			"损坏的末几位无法恢复。请提供方把该列设为“文本”格式后从原系统重新导出（或导出为 CSV 且不经 Excel 打开保存）。确实取不到时，在来源里写 accept_damaged: [{name}]，损坏的号码作废后装载。",
	},
	"damaged-accepted": {
		severity: "warning",
		exit: 3,
		message: "列“{column}”被 Excel 损坏的号码已作废：{evidence}",
		remedy:
			"这些行只能凭号码前 15 位和姓名匹配，且须唯一；取得文本格式的重导后，删去来源里的 accept_damaged。",
	},
	"file-duplicate": {
		severity: "warning",
		exit: 3,
		message: "与“{other}”内容完全相同，只计一次",
		remedy: "删去重复的文件；如果本应不同，请提供方重发。",
	},
	"content-duplicate": {
		severity: "warning",
		exit: 3,
		message: "各行的内容与“{other}”完全相同（另存过的同一份数据），只计一次",
		remedy: "删去其中一份；如果本应不同，请提供方重发。",
	},
	"column-magnitude": {
		severity: "warning",
		exit: 3,
		message:
			"列“{column}”的中位数是 {own}，同一数据集的其他来源是 {peers}，相差约 {times} 倍",
		remedy:
			"多半是单位不同（元与万元，亩与公顷、平方米）；核对后在来源里写 units: {{name}: 单位}。",
	},
	"cut-off-apart": {
		severity: "warning",
		exit: 3,
		message:
			"来源“{source}”的数据截止日 {cutOff} 比最新的来源（{latest}）早 {days} 天，超过 90 天",
		remedy: "请提供方补送近期数据；补送之前，之后发生的事该来源反映不出来。",
	},
	"total-mismatch": {
		severity: "warning",
		exit: 3,
		message: "合计行“{column}”为 {stated}，装载的各行相加为 {loaded}",
		remedy: "核对是否漏行、有待核的行，或原表合计有误。",
	},
	"no-data-rows": {
		severity: "warning",
		exit: 3,
		message: "只有表头，没有数据行",
		remedy: "如果不应为空，请提供方重新导出。",
	},
	"disk-full": {
		severity: "error",
		exit: 1,
		message: "写入失败，磁盘空间不足或文件大小受限：{reason}",
		remedy: "清理磁盘或放宽限制后重新运行；之前的结果没有改动。",
	},
	"load-failed": {
		severity: "error",
		exit: 3,
		message: "装载没有完成：{reason}",
		remedy: "该来源保持上一次的数据；请把日志和文件情况反馈给维护人员。",
	},
});
