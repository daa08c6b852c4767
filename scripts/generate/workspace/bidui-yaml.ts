import type { SourceNote } from "../exports/desk.ts";
import { towns } from "../places/county.ts";
import { inspectedUnits } from "../places/units.ts";

/** The workspace file of the county's round, with comments for whoever opens it first. */
export function biduiYaml(sources: readonly SourceNote[]): string {
	const units = inspectedUnits
		.filter((unit) => !unit.short.endsWith("政府"))
		.map((unit) => unit.name);
	const [first = [], second = []] = [units.slice(0, 3), units.slice(3)];
	const rural = towns.filter((town) =>
		["柳溪镇", "望亭镇"].includes(town.name),
	);
	const rest = towns.filter((town) => !rural.includes(town));
	return `# 一轮巡察一个文件夹：这个文件、sources/（各单位送来的数据），运行后还有 out/、store/、leads/、private/。
# 本样例全部虚构：岚川省（区划 38）不是 GB/T 2260 里的省，人、企业、号码都不存在。
contract: bidui/workspace@1
round: 临澄县2026年第一轮巡察
office: 中共临澄县委巡察工作领导小组办公室

# 运行的“今天”。始终由这里给出，不看电脑时钟，所以任何时候重跑结果都一样。
as_of: "2026-06-30"

# 每个来源：id 不变，文件可以重送；path 相对 sources/，可用通配符。
# mode: replace 新文件顶替旧文件；append 每个文件都算；cumulative 全量重导。
sources:
${sources.map(sourceYaml).join("")}
# 须授权的数据：类别和批准文号；没有文号的不读。
authorisations:
  bank: 临巡办函〔2026〕9号 # 一卡通代发账户登记

# 分地区、分年度的参数表（rules/lists/）要填哪些县；用 bidui params check 看还缺哪些。
regions: ["380121"]

# 要运行的规则包；不写就是全部。
rules:
  packs: [LYCT, WBCB, GXB, XBML]

# 参数覆盖，例如：
# parameters:
#   GXB-02:
#     min_value: 0

# 线索归第一个相符的组：先看单位，再看地区（区划代码的开头），再看规则包；都不符的进“待分配”。
groups:
  - id: group_1
    name: 县委第一巡察组
    units:
${list(first)}
    packs: [WBCB]
  - id: group_2
    name: 县委第二巡察组
    units:
${list([...second, ...rural.map((town) => `临澄县${town.name}人民政府`)])}
    regions:
${rural.map((town) => `      - "${town.code}" # ${town.name}\n`).join("")}    packs: [LYCT]
  - id: group_3
    name: 县委第三巡察组
    regions:
${rest.map((town) => `      - "${town.code}" # ${town.name}\n`).join("")}    packs: [GXB, XBML]

report:
  title: 临澄县2026年第一轮巡察数据比对疑点报告
  # 首批清单最多多少张卡片，其余进备查库。
  list_budget: 300
`;
}

function list(names: readonly string[]): string {
	return names.map((name) => `      - ${name}`).join("\n");
}

function sourceYaml(source: SourceNote): string {
	const lines = [
		...(source.comment ? [`  # ${source.comment}`] : []),
		`  - id: ${source.id}`,
		`    path: "${source.path}"`,
		`    dataset: ${source.dataset}`,
		...(source.mode ? [`    mode: ${source.mode}`] : []),
		`    from: ${source.from}`,
		`    cut_off: "${source.cutOff ?? "2026-06-30"}"`,
		...(source.delimiter
			? [`    delimiter: ${JSON.stringify(source.delimiter)}`]
			: []),
		...(source.encoding ? [`    encoding: ${source.encoding}`] : []),
		...(source.units
			? [
					"    units:",
					...Object.entries(source.units).map(
						([column, unit]) => `      ${column}: ${unit}`,
					),
				]
			: []),
	];
	return `${lines.join("\n")}\n`;
}

/** The county's own table of parameters: square metres a person, by year. */
export const housingStandard = `contract: bidui/list@1
name: housing_standard
title: 人均住房面积标准
owner: 临澄县民政局
updated: "2026-01-15"
source: 临澄县社会救助家庭财产核算办法（虚构）
cells: { region: region, year: year, years: 3, only_named: true }
columns:
  - { name: region, type: VARCHAR, title: 地区（六位区划代码） }
  - { name: year, type: BIGINT, title: 年度 }
  - { name: area, type: "DECIMAL(9,2)", title: 人均住房面积上限（平方米） }
rows:
  - ["380121", 2024, "40"]
  - ["380121", 2025, "40"]
  - ["380121", 2026, "40"]
`;
