import { industries } from "../../names/company-words.ts";
import { districts } from "../make/places.ts";
import { clerk, list } from "../sql.ts";
import { type CityTable, single } from "./table.ts";

const from = "澄安市市场监督管理局";
const column = (of: (one: (typeof industries)[number]) => string) =>
	`${list(industries.map(of))}[industry + 1]`;

/** 市场监管局: companies, stakes, officers, changes. */
export const market: readonly CityTable[] = [
	{
		id: "company_city",
		dataset: "company",
		path: "市场监管局/全市_市场主体登记信息*.csv",
		from,
		mode: "cumulative",
		files: [
			{
				path: "市场监管局/全市_市场主体登记信息.csv",
				encoding: "utf-8",
				sql: "SELECT * EXCLUDE (k) FROM company_row",
			},
		],
	},
	single(
		{
			id: "company_shareholder_city",
			dataset: "company_shareholder",
			path: "市场监管局/全市_股东及出资信息.csv",
			from,
		},
		"gb18030",
		`SELECT name AS 企业名称, code AS 统一社会信用代码, holder AS 股东名称, CASE WHEN parent_code IS NULL THEN '自然人股东' ELSE '企业法人' END AS 股东类型,
			CASE WHEN parent_code IS NULL THEN said(id, p, ${clerk.stake}) END AS 股东证件号码, parent_code AS 股东统一社会信用代码,
			hundredths(capital * share // 100) AS "认缴出资额（万元）", hundredths(share) || '%' AS 持股比例, founded AS 入股日期
		FROM stake_line`,
	),
	single(
		{
			id: "company_officer_city",
			dataset: "company_officer",
			path: "市场监管局/全市_主要人员信息.csv",
			from,
		},
		"utf-8",
		`SELECT code AS 统一社会信用代码, company_name AS 企业名称, called(name, p, ${clerk.officer}) AS 姓名, said(id, p, ${clerk.officer}) AS 证件号码, post AS 职务, since AS 任职日期, until AS 免职日期 FROM officer_line`,
	),
	single(
		{
			id: "company_change_city",
			dataset: "company_change",
			path: "市场监管局/全市_变更登记信息.csv",
			from,
		},
		"utf-8",
		`SELECT code AS 统一社会信用代码, company_name AS 企业名称, item AS 变更事项, old AS 变更前, now AS 变更后, day AS 变更日期 FROM change_line`,
	),
];

export const marketLines: readonly string[] = [
	// As the register writes a company; a night writes it once more.
	`CREATE VIEW company_row AS
		SELECT k, code AS 统一社会信用代码, company.name AS 企业名称, CASE WHEN small THEN '个体工商户' ELSE '有限责任公司（自然人投资或控股）' END AS 企业类型,
			called(person.name, p, ${clerk.company}) AS 法定代表人, said(person.id, k, ${clerk.company}) AS 法定代表人证件号码, capital AS "注册资本（万元）", founded AS 成立日期, status AS 登记状态,
			CASE WHEN status <> '存续' THEN closed END AS 注吊销日期, ${list(districts.map(({ code }) => code))}[d + 1] AS 行政区划,
			'岚川省澄安市' || ${list(districts.map(({ name }) => name))}[d + 1] || '建设路' || (1 + u(k, 701, 400)) || '号' || (1 + u(k, 702, 30)) || '层' AS 住所,
			${column(({ scope }) => scope)} AS 经营范围, ${column(({ code }) => code)} AS 行业代码,
			'154' || lpad(CASE WHEN phone_of < 0 THEN 90000000 - phone_of ELSE phone_of END::VARCHAR, 8, '0') AS 联系电话, u(k, 703, 40) AS 参保人数
		FROM company JOIN legal_rep USING (k) JOIN person USING (p) ORDER BY k`,
	`CREATE TABLE stake_line AS
		SELECT company.name, company.code, coalesce(above.name, person.name) AS holder, above.code AS parent_code, p, person.id, company.capital, share, company.founded
		FROM stake JOIN company USING (k) LEFT JOIN person USING (p) LEFT JOIN company above ON above.k = stake.parent ORDER BY stake.k, stake.n`,
	`CREATE TABLE officer_line AS
		SELECT code, company.name AS company_name, person.name, p, id, post, since, until FROM officer JOIN company USING (k) JOIN person USING (p) ORDER BY officer.k, officer.n`,
	`CREATE TABLE change_line AS
		SELECT code, name AS company_name, item, day,
			CASE n WHEN 0 THEN '日用百货销售' WHEN 1 THEN (capital // 2 + 1) || '万元' WHEN 2 THEN '岚川省澄安市解放路' || (1 + u(k, 704, 300)) || '号' ELSE '澄安' || substr(name, 3, 2) || '商行' END AS old,
			CASE n WHEN 0 THEN '办公用品销售；日用百货销售' WHEN 1 THEN capital || '万元' WHEN 2 THEN '岚川省澄安市建设路' || (1 + u(k, 701, 400)) || '号' ELSE name END AS now
		FROM change JOIN company USING (k)
		UNION ALL
		SELECT code, company.name, '法定代表人变更', head_change.day, before.name, after.name
		FROM head_change JOIN company USING (k) JOIN person before ON before.p = head_change.p JOIN legal_rep USING (k) JOIN person after ON after.p = legal_rep.p
		ORDER BY code, day, item`,
];
