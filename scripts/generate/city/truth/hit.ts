/**
 * What may come of the city by accident under one rule: a SELECT of the city's own tables, written from the
 * rulings, that gives the subjects, `suppressed` or NULL, the `rows` that prove it as `file|row`, and in `lost` what the
 * errors took. What is no subject of the rule (`period`, `vehicle`) may stand beside them.
 */
export interface CityHits {
	rule: string;
	why: string;
	/** What must be made before. */
	before?: readonly string[];
	/** role, kind and column of each subject. */
	subjects: readonly (readonly [
		role: string,
		kind: "person" | "company" | "household" | "lot",
		column: string,
	])[];
	sql: string;
}

/** The address of a row, in SQL: row 0 of a table stands below the headings. */
export function at(file: string, row: string): string {
	return `'${file}' || '|' || ((${row}) + 2)::VARCHAR`;
}

const file = (path: string) => (row: string) => at(path, row);
export const rows = {
	vehicle: file("公安局/全市_机动车登记信息.csv"),
	death: file("公安局/全市_死亡注销人员名单.csv"),
	family: file("民政局/全市_低保家庭查询.csv"),
	member: file("民政局/全市_低保人员查询.csv"),
	office: file("乡镇/全市_村（社区）干部名册.csv"),
	claim: file("乡镇/全市_补贴面积申报.csv"),
	bid: file("公共资源交易中心/全市_投标人一览表.csv"),
	upload: file("公共资源交易中心/全市_投标文件上传日志.csv"),
	deposit: file("公共资源交易中心/全市_投标保证金台账.csv"),
	staff: file("公共资源交易中心/全市_投标项目班子人员.csv"),
	contract: file("被巡察单位/全市_合同登记簿.csv"),
	company: file("市场监管局/全市_市场主体登记信息.csv"),
	stake: file("市场监管局/全市_股东及出资信息.csv"),
	officer: file("市场监管局/全市_主要人员信息.csv"),
	employee: file("编办/全市_财政供养人员.csv"),
	insured: file("人社局/全市_社会保险参保缴费.csv"),
	duty: file("组织部/全市_领导班子成员分工.csv"),
	house: file("自然资源局/全市_不动产登记信息.csv"),
} as const;

/** The day after the exports: until then lasts what has no end. */
export const open = "DATE '2026-07-01'";
