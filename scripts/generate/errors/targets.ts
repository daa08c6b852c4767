/**
 * What a cell holds, and so what can go wrong with it:
 * `number` a citizen's, `only number` one of those without any of which the row is nobody's, `code` a company's, `name` of somebody whose number stands beside it,
 * `bare name` without a number, `unit` with its code beside it, `bare unit` without.
 */
export type Content =
	| "number"
	| "only number"
	| "code"
	| "name"
	| "bare name"
	| "unit"
	| "bare unit";

/**
 * The columns in which errors are sown, by the beginning of the path. What only excuses (filings of
 * relatives, land that was let, public addresses) is left alone: damage there would make leads of
 * people of whom no case tells.
 */
export const targets: readonly (readonly [
	path: string,
	columns: Readonly<Record<string, Content>>,
])[] = [
	["公安局/户籍人口", { 公民身份号码: "number", 姓名: "name" }],
	["公安局/死亡注销", { 公民身份号码: "number", 姓名: "name" }],
	["公安局/机动车", { 身份证明号码: "number", 机动车所有人: "name" }],
	[
		"民政局/婚姻登记业务",
		{
			男方身份证件号: "only number",
			女方身份证件号: "only number",
			男方姓名: "name",
			女方姓名: "name",
		},
	],
	[
		"民政局/婚姻登记历史",
		{
			男方证件号码: "only number",
			女方证件号码: "only number",
			男方姓名: "name",
			女方姓名: "name",
		},
	],
	["民政局/低保人员", { 身份证号: "number", 姓名: "name" }],
	["市场监管局/市场主体", { 法定代表人证件号码: "number", 法定代表人: "name" }],
	["市场监管局/股东", { 股东证件号码: "number" }],
	["市场监管局/主要人员", { 证件号码: "number", 姓名: "name" }],
	["公共资源交易中心/投标文件", { 统一社会信用代码: "code" }],
	["公共资源交易中心/投标保证金", { 统一社会信用代码: "code" }],
	["公共资源交易中心/投标项目班子", { 身份证号: "number", 姓名: "name" }],
	["人社局/养老", { 身份证号: "only number", 姓名: "name" }],
	["财政局/财政供养", { 身份证号码: "number", 姓名: "name", 单位名称: "unit" }],
	[
		"财政局/国库集中支付",
		{ 收款人统一社会信用代码: "code", 预算单位名称: "unit" },
	],
	["组织部/领导班子", { 身份证号: "number", 姓名: "name", 单位名称: "unit" }],
	["组织部/干部任职", { 身份证号: "number", 姓名: "name", 任职单位: "unit" }],
	["组织部/干部基本", { 工作单位: "unit" }],
	["组织部/家庭主要成员", { 姓名: "bare name" }],
	["乡镇/村（社区）", { 身份证号码: "number", 姓名: "name" }],
	[
		"被巡察单位/",
		{ 甲方: "bare unit", 采购单位: "bare unit", 发包人: "bare unit" },
	],
	["财政局/一卡通账户", { 开户人证件号: "number", 户名: "name" }],
	["自然资源局/不动产", { 权利人证件号: "number", 权利人: "name" }],
	["农业农村局/惠农补贴", { 户主身份证号码: "number", 户主姓名: "name" }],
];
