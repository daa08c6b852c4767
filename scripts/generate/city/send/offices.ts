import { unitsOfDistrict } from "../make/offices.ts";
import { districts } from "../make/places.ts";
import { clerk, list } from "../sql.ts";
import { type CityTable, single } from "./table.ts";

const region = `${list(districts.map(({ code }) => code))}[d + 1]`;
const month = (day: string) => `strftime(${day}, '%Y.%m')`;

/**
 * 组织部、编办、乡镇、自然资源局: units, who is paid by the public, cadres with their careers, families and duties, village
 * cadres, houses.
 */
export const officeTables: readonly CityTable[] = [
	single(
		{
			id: "public_employee_city",
			dataset: "public_employee",
			path: "编办/全市_财政供养人员.csv",
			from: "澄安市委编办",
			small: true,
		},
		"gb18030",
		`SELECT name AS 姓名, id_text(id) AS 身份证号, unit_name(d, unit) AS 单位名称, CASE WHEN cadre THEN '科级领导' ELSE post END AS 职务, kind AS 人员类别, '在职' AS 人员状态, since AS 进入日期
		FROM employee JOIN person USING (p) ORDER BY p`,
	),
	single(
		{
			id: "cadre_resume_city",
			dataset: "cadre_resume",
			path: "组织部/全市_干部任职经历.csv",
			from: "中共澄安市委组织部",
			small: true,
		},
		"utf-8",
		`SELECT said(id, p, ${clerk.career}) AS 身份证号, called(name, p, ${clerk.career}) AS 姓名, since AS 起始时间, until AS 截止时间, unit_said(d, unit, p, ${clerk.careerUnit}) AS 任职单位, post AS 职务
		FROM term JOIN person USING (p) ORDER BY p, since`,
	),
	single(
		{
			id: "cadre_city",
			dataset: "cadre",
			path: "组织部/全市_干部任免审批表汇总.csv",
			from: "中共澄安市委组织部",
			comment: "简历在一格里，一行一段，仍是任免审批表的写法",
			small: true,
		},
		"utf-8",
		`SELECT name AS 姓名, CASE WHEN male THEN '男' ELSE '女' END AS 性别, ${month("birth")} AS 出生年月, id_text(id) AS 公民身份号码, unit_name(d, unit) AS 工作单位, post AS 现任职务,
			${month("since")} AS 任现职时间, CASE WHEN post LIKE '%局长' AND post NOT LIKE '%副%' THEN '乡科级正职' ELSE '乡科级副职' END AS 职务层次,
			string_agg(${month("from_day")} || ['—', '-', '--', '～'][1 + p % 4] || coalesce(${month("to_day")}, '至今') || '　' || unit_name(d, unit) || was, chr(10) ORDER BY from_day) AS 简历
		FROM (SELECT term.*, old.since AS from_day, old.until AS to_day, old.post AS was FROM term JOIN term old ON old.p = term.p WHERE term.n = 1) JOIN person USING (p)
		GROUP BY p, name, male, birth, id, d, unit, post, since ORDER BY p`,
	),
	single(
		{
			id: "kinship_city",
			dataset: "kinship",
			path: "组织部/全市_干部家庭主要成员及重要社会关系.csv",
			from: "中共澄安市委组织部",
			comment: "没有亲属证号，出生只到月",
			small: true,
		},
		"gb18030",
		`SELECT own.name AS 干部姓名, id_text(own.id) AS 干部身份证号, relation AS 称谓, kin.name AS 姓名, ${month("kin.birth")} AS 出生年月
		FROM family_line JOIN person own ON own.p = cadre JOIN person kin ON kin.p = family_line.p ORDER BY cadre, n, family_line.p`,
	),
	single(
		{
			id: "duty_scope_city",
			dataset: "duty_scope",
			path: "组织部/全市_领导班子成员分工.csv",
			from: "中共澄安市委组织部",
			small: true,
		},
		"utf-8",
		`SELECT unit_name(d, unit) AS 单位名称, name AS 姓名, said(id, p, ${clerk.duty}) AS 身份证号, post AS 职务, '负责' || field || '方面的工作' AS 分管工作,
			field AS 分管行业, ${region} AS 管辖地区, since AS 分管起始日期 FROM duty JOIN person USING (p) ORDER BY p`,
	),
	single(
		{
			id: "org_tree_city",
			dataset: "org_tree",
			path: "编办/全市_机构名称及别名.csv",
			from: "澄安市委编办",
			small: true,
		},
		"gb18030",
		`SELECT unit_code(d, unit) AS 机构代码, unit_name(d, unit) AS 机构名称, unit_alias(d, unit, n) AS 别名, unit_code(d, unit_parent(unit)) AS 上级单位代码
		FROM range(0, ${districts.length}) a(d), range(0, ${unitsOfDistrict}) b(unit), range(0, 4) c(n) ORDER BY d, unit, n`,
	),
	single(
		{
			id: "village_cadre_city",
			dataset: "village_cadre",
			path: "乡镇/全市_村（社区）干部名册.csv",
			from: "各乡镇人民政府",
			small: true,
		},
		"gb18030",
		`SELECT town AS 乡镇, village AS "村（社区）", code AS 行政村代码, called(name, p, ${clerk.village}) AS 姓名, said(id, p, ${clerk.village}) AS 身份证号码, post AS 职务, since AS 任职时间, until AS 离任时间
		FROM village_post JOIN person USING (p) JOIN place USING (v) ORDER BY p`,
	),
	single(
		{
			id: "real_estate_city",
			dataset: "real_estate",
			path: "自然资源局/全市_不动产登记信息.csv",
			from: "澄安市自然资源局",
		},
		"gb18030",
		`SELECT name AS 权利人, id_text(id) AS 权利人证件号, CASE WHEN shared THEN '共同共有' ELSE '单独所有' END AS 共有方式,
			CASE WHEN shared THEN '50%' ELSE '100%' END AS 份额, unit_no AS 不动产单元号, '岚（' || year(day) || '）澄安市不动产权第' || lpad((c * 4 + n)::VARCHAR, 9, '0') || '号' AS 权证号,
			'澄安市建设路' || (1 + c % 400) || '号' || floor || '层' AS 坐落, use AS 用途, hundredths(area) AS "建筑面积（平方米）", day AS 登记日期, '现势' AS 权属状态
		FROM house_line`,
	),
];

export const officeLines: readonly string[] = [
	`CREATE TABLE house_line AS
		SELECT house.*, name, id, '380100001001GB' || lpad(((c * 4 + n) // 10000)::VARCHAR, 5, '0') || 'F' || lpad(((c * 4 + n) % 10000)::VARCHAR, 8, '0') AS unit_no
		FROM house CROSS JOIN (VALUES (0), (1)) AS side(s) JOIN person ON person.p = CASE s WHEN 0 THEN h ELSE w END
		WHERE s = 0 OR shared ORDER BY c, n, s`,
];
