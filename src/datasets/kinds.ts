/** The column types of the store (design decision 2); both engines have each of them. */
export type ColumnType =
	| "VARCHAR"
	| "BIGINT"
	| "DOUBLE"
	| "DATE"
	| "TIMESTAMP"
	| "BOOLEAN"
	| `DECIMAL(${number},${number})`;

/** What a value means decides its type, its normaliser, its mask and its companion column. */
interface KindEntry {
	type: ColumnType;
	/** How the value is masked on the way out (src/privacy). */
	mask: "name" | "citizen_id" | "phone" | "account" | "address" | "none";
	/** Columns that the loader adds right after it, by what is put behind its name. */
	companions?: readonly CompanionSuffix[];
	title: string;
}

/** What a companion column says of the value that it stands beside; each is VARCHAR. */
export const companionSuffixes = {
	/**
	 * Of an identity: ok, upgraded (15 to 18 digits), bad (fails its check), other (another document),
	 * damaged (by Excel, in a column that the workspace accepts so).
	 */
	_check: { title: "校验结果", mask: "none" },
	/** Of a date: day, month, year. */
	_precision: { title: "精度", mask: "none" },
	/** Of an address: the code of the county, or of the city where no county is named. */
	_region: { title: "所在区划代码", mask: "none" },
	_town: { title: "所在乡镇（街道）", mask: "none" },
	/** 光明村, 文庙社区: without 村委会, 居委会. */
	_village: { title: "所在村（社区）", mask: "none" },
	/** The number in digits, or the name, without 组. */
	_group: { title: "所在组", mask: "none" },
	/** 建设路12号; 12号 where only a number is given. */
	_road: { title: "路名门牌", mask: "address" },
	/** The name of an estate or building. */
	_estate: { title: "小区（院落）", mask: "address" },
	/** Building, unit and room: 3-2-501. */
	_room: { title: "楼栋房号", mask: "address" },
} as const satisfies Record<
	string,
	{ title: string; mask: "address" | "none" }
>;

export type CompanionSuffix = keyof typeof companionSuffixes;

function kinds<Kind extends string>(
	entries: Record<Kind, KindEntry>,
): Record<Kind, KindEntry> {
	return entries;
}

/** The kinds of value (docs/contracts/dataset.md). */
export const columnKinds = kinds({
	text: { type: "VARCHAR", mask: "none", title: "文字" },
	code: { type: "VARCHAR", mask: "none", title: "代码" },
	name: { type: "VARCHAR", mask: "name", title: "姓名" },
	org: { type: "VARCHAR", mask: "none", title: "单位或企业名称" },
	citizen_id: {
		type: "VARCHAR",
		mask: "citizen_id",
		companions: ["_check"],
		title: "公民身份号码",
	},
	uscc: {
		type: "VARCHAR",
		mask: "none",
		companions: ["_check"],
		title: "统一社会信用代码",
	},
	phone: { type: "VARCHAR", mask: "phone", title: "电话" },
	account: { type: "VARCHAR", mask: "account", title: "银行账号" },
	address: {
		type: "VARCHAR",
		mask: "address",
		companions: [
			"_region",
			"_town",
			"_village",
			"_group",
			"_road",
			"_estate",
			"_room",
		],
		title: "地址",
	},
	plate: { type: "VARCHAR", mask: "account", title: "号牌" },
	device: { type: "VARCHAR", mask: "none", title: "机器特征码" },
	ip: { type: "VARCHAR", mask: "none", title: "网络地址" },
	region: { type: "VARCHAR", mask: "none", title: "行政区划代码" },
	date: {
		type: "DATE",
		mask: "none",
		companions: ["_precision"],
		title: "日期",
	},
	month: { type: "DATE", mask: "none", title: "年月（该月第一日）" },
	timestamp: { type: "TIMESTAMP", mask: "none", title: "时间" },
	money: { type: "DECIMAL(18,2)", mask: "none", title: "金额（元）" },
	area: { type: "DECIMAL(12,4)", mask: "none", title: "面积（亩或平方米）" },
	ratio: { type: "DECIMAL(9,6)", mask: "none", title: "比例（1 为全部）" },
	integer: { type: "BIGINT", mask: "none", title: "整数" },
	number: { type: "DOUBLE", mask: "none", title: "数" },
	boolean: { type: "BOOLEAN", mask: "none", title: "是否" },
});

export type ColumnKind = keyof typeof columnKinds;
