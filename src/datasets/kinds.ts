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
	/**
	 * A column that the loader adds right after it:
	 * `_check` of an identity: ok, upgraded (15 to 18 digits), bad (fails its check), other (another document),
	 * damaged (by Excel, in a column that the workspace accepts so);
	 * `_precision` of a date: day, month, year.
	 */
	companion?: "_check" | "_precision";
	title: string;
}

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
		companion: "_check",
		title: "公民身份号码",
	},
	uscc: {
		type: "VARCHAR",
		mask: "none",
		companion: "_check",
		title: "统一社会信用代码",
	},
	phone: { type: "VARCHAR", mask: "phone", title: "电话" },
	account: { type: "VARCHAR", mask: "account", title: "银行账号" },
	address: { type: "VARCHAR", mask: "address", title: "地址" },
	plate: { type: "VARCHAR", mask: "account", title: "号牌" },
	device: { type: "VARCHAR", mask: "none", title: "机器特征码" },
	ip: { type: "VARCHAR", mask: "none", title: "网络地址" },
	region: { type: "VARCHAR", mask: "none", title: "行政区划代码" },
	date: {
		type: "DATE",
		mask: "none",
		companion: "_precision",
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
