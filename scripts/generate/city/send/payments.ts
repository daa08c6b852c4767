import { districts } from "../make/places.ts";
import { clerk, list } from "../sql.ts";
import { type CityTable, single } from "./table.ts";

const subsidyItems = [
	"耕地地力保护",
	"稻谷补贴",
	"玉米补贴",
	"大豆补贴",
	"退耕还林",
	"生态林补偿",
	"农机作业",
	"良种补贴",
	"农资综合",
	"生猪养殖",
	"水库移民",
	"秸秆还田",
] as const;
const years = [2023, 2024, 2025, 2026];

/** The files of subsidies, one a year and item: every farm has the same row in each. */
export const subsidyFiles = years.flatMap((year) =>
	subsidyItems.map((item, i) => ({
		year,
		item,
		i,
		path: `农业农村局/全市_惠农补贴发放_${year}_${item}.csv`,
	})),
);

/** Of so many districts the bank has told whose the accounts are. */
export const registeredDistricts = 3;

export const pensionMonths = Array.from({ length: 12 }, (_, i) => {
	const month = 6 + i;
	return `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
});

/** The pension of a month, of those who are alive, or of whose death the office does not know yet. */
export function pensionOf(month: string): string {
	return `SELECT said_text(id_said, p, ${clerk.pension}) AS 身份证号, called(name, p, ${clerk.pension}) AS 姓名, scheme AS 险种, ${list(districts.map(({ code }) => code))}[d + 1] AS 统筹区, '${month.replace("-", "")}' AS 归属月份, '养老金' AS 待遇项目,
			amount // 100 AS 发放金额, account AS 银行账号, '${month}-15' AS 发放日期, '成功' AS 发放状态
		FROM pensioner WHERE ${paidIn(month)}`;
}

/** The rows of a month's file that have no number, below the headings: they are nobody's. */
export function namelessIn(month: string, where = "true"): string {
	return `SELECT row + 1 AS row FROM (SELECT p, row_number() OVER () AS row FROM pensioner WHERE ${paidIn(month)} AND ${where})
		WHERE missing(p, ${clerk.pension}) ORDER BY row`;
}

/** Who gets the pension of a month. */
export function paidIn(month: string): string {
	return `(died IS NULL OR DATE '${month}-01' <= died + to_months(late))`;
}

/** 人社局、农业农村局、乡镇: pensions by month, subsidies by item and year, land, claims. */
export const payments: readonly CityTable[] = [
	{
		id: "pension_city",
		dataset: "pension_pay",
		path: "人社局/全市_养老待遇发放_*.csv",
		from: "澄安市人力资源和社会保障局",
		mode: "append",
		comment: "每月一个文件",
		files: pensionMonths.map((month, i) => ({
			path: `人社局/全市_养老待遇发放_${month.replace("-", "")}.csv`,
			encoding: i % 3 === 0 ? ("gb18030" as const) : ("utf-8" as const),
			sql: pensionOf(month),
		})),
	},
	{
		id: "subsidy_pay_city",
		dataset: "subsidy_pay",
		path: "农业农村局/全市_惠农补贴发放_*.csv",
		from: "澄安市财政局",
		mode: "append",
		comment: "每年每个项目一个文件",
		files: subsidyFiles.map(({ year, item, i, path }) => ({
			path,
			encoding: "gb18030" as const,
			sql: `SELECT called(name, p, ${clerk.subsidy}) AS 户主姓名, said_text(id_said, p, ${clerk.subsidy}) AS 户主身份证号码, '${item}' AS 资金名称, ${year} AS 补贴年度,
				hundredths((area + taken - let) * ${5200 + i * 450 + (year - 2023) * 130} // 100) AS "补贴金额（元）", account AS 一卡通账号, '${year}${String(i + 1).padStart(2, "0")}20' AS 到账日期
			FROM farm ORDER BY d, c`,
		})),
	},
	single(
		{
			id: "bank_acct_city",
			dataset: "bank_acct",
			path: "财政局/全市_一卡通账户登记.csv",
			from: "澄安市财政局",
			comment: "三个区的代发银行依授权提供",
		},
		"gb18030",
		`SELECT account AS 账号, name AS 户名, id_said AS 开户人证件号, '澄安农村商业银行' AS 开户银行, '个人' AS 账户性质, '2013-06-01' AS 开户日期
		FROM farm WHERE holder = c AND d < ${registeredDistricts} ORDER BY d, c`,
	),
	single(
		{
			id: "social_ins_city",
			dataset: "social_ins",
			path: "人社局/全市_社会保险参保缴费.csv",
			from: "澄安市人力资源和社会保障局",
		},
		"utf-8",
		`SELECT said(id, p, ${clerk.insurance}) AS 身份证号, person.name AS 姓名, coalesce(company.name, unit_name(insured.d, unit)) AS 参保单位, code AS 统一社会信用代码,
			CASE WHEN k IS NULL THEN '机关事业单位养老保险' ELSE '企业职工养老' END AS 险种, strftime(since, '%Y%m') AS 缴费起始年月, strftime(until, '%Y%m') AS 停保年月,
			yuan(base) AS 缴费基数, CASE WHEN until IS NULL THEN '正常参保' ELSE '暂停缴费' END AS 参保状态
		FROM insured JOIN person USING (p) LEFT JOIN company USING (k) ORDER BY p`,
	),
	single(
		{
			id: "land_contract_city",
			dataset: "land_contract",
			path: "农业农村局/全市_土地承包经营权登记簿.csv",
			from: "澄安市农业农村局",
		},
		"gb18030",
		`SELECT town AS "乡（镇）", village AS 行政村名称, code AS 行政村代码, grp || '组' AS 组别, farm_code AS 承包方编码, name AS 承包方代表, id_said AS 承包方证件号码,
			farm_code || lpad(plot::VARCHAR, 2, '0') AS 地块编码, hundredths(plot_area) AS "合同面积（亩）", hundredths(plot_area + 3) AS "实测面积（亩）", farm_code || 'J' AS 权证编号
		FROM plot_line`,
	),
	single(
		{
			id: "land_transfer_city",
			dataset: "land_transfer",
			path: "农业农村局/全市_土地流转台账.csv",
			from: "澄安市农业农村局",
		},
		"utf-8",
		`SELECT 'L' || farm_code AS 流转合同编号, name AS 转出方姓名, id_said AS 转出方身份证号, farm_code AS 转出方承包方编码, tenant_name AS 转入方姓名, tenant_id AS 转入方身份证号,
			tenant_code AS 转入方承包方编码, hundredths(let) AS "流转面积（亩）", '2021-10-01' AS 流转期限起, '2031-01-01' AS 流转期限止, 300 + c % 200 AS "亩租金（元）", '转入方' AS 补贴归属
		FROM lease_line`,
	),
	single(
		{
			id: "subsidy_area_city",
			dataset: "subsidy_area",
			path: "乡镇/全市_补贴面积申报.csv",
			from: "各乡镇人民政府",
		},
		"utf-8",
		`SELECT village AS 村别, grp || '组' AS 村民小组, farm_code AS 农户编码, name AS 姓名, id_said AS 身份证号, year AS 年度, season AS 季别, hundredths(area) AS "承包面积（亩）",
			CASE WHEN taken > 0 THEN hundredths(taken) END AS "代耕代种进（亩）", CASE WHEN let > 0 THEN hundredths(let) END AS "流转出（亩）", hundredths(claimed) AS "申报面积（亩）"
		FROM claim_line`,
	),
];

export const paymentLines: readonly string[] = [
	"CREATE TABLE plot_line AS SELECT farm.*, plot FROM farm CROSS JOIN (VALUES (1), (2), (3)) AS n(plot) WHERE plot <= plots ORDER BY d, c, plot",
	`CREATE TABLE lease_line AS
		SELECT farm.*, other.name AS tenant_name, other.id_said AS tenant_id, other.farm_code AS tenant_code FROM farm JOIN farm other ON other.c = farm.tenant WHERE farm.let > 0 ORDER BY farm.d, farm.c`,
	"CREATE TABLE claim_line AS SELECT claim.*, farm.* EXCLUDE (c) FROM claim JOIN farm USING (c) ORDER BY year, season, d, c",
];
