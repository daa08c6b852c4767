import { rate } from "../../errors/rates.ts";
import { industries } from "../../names/company-words.ts";
import { byWeight, list, oneOf } from "../sql.ts";
import { districts } from "./places.ts";

const bureaus = [
	"住房和城乡建设局",
	"交通运输局",
	"教育局",
	"水利局",
	"卫生健康局",
	"农业农村局",
	"民政局",
	"自然资源局",
	"财政局",
	"市场监督管理局",
	"人力资源和社会保障局",
	"城市管理局",
];
/** Whether a company's industry, by its place among them, belongs to a field; in SQL. */
export function dutyCompanies(field: string, industry: string): string {
	const codes: Readonly<Record<string, readonly string[]>> = {
		工程建设: ["4790", "4813", "4821"],
		园林绿化: ["4813"],
		水利: ["4821"],
		信息化: ["6520"],
		商务: ["5199"],
		物业管理: ["7020"],
	};
	return Object.entries(codes)
		.map(
			([name, of]) =>
				`(${field} = '${name}' AND ${industry} IN (${of.map((code) => industries.findIndex((one) => one.code === code)).join(", ")}))`,
		)
		.join(" OR ");
}

/** Services, and the bureau that each is subordinate to. */
const services = [
	["第一中学", 2],
	["实验小学", 2],
	["人民医院", 4],
	["公路养护中心", 1],
] as const;
const official = [...bureaus, ...services.map(([name]) => name)];
/** As people call them. */
const short = [
	"住建局",
	"交通局",
	"教体局",
	"水务局",
	"卫健局",
	"农业局",
	"民政办",
	"自规局",
	"财政局机关",
	"市监局",
	"人社局",
	"城管局",
	"一中",
	"实小",
	"县医院",
	"公路中心",
];

/** The units of a district: bureaus and services, by a number. */
export const unitsOfDistrict = official.length;

/**
 * Names of units: `unit_name(d, unit)` the official one, `unit_alias(d, unit, n)` four others, `unit_said(d, unit, x, salt)` as
 * a clerk wrote it for x, `unit_code(d, unit)` and `unit_parent(unit)`, NULL for a bureau.
 */
export function unitMacros(errors: number): string[] {
	const district = `${list(districts.map(({ name }) => name))}[d + 1]`;
	const of = (names: readonly string[]) => `${list(names)}[unit + 1]`;
	return [
		`CREATE MACRO unit_name(d, unit) AS ${district} || ${of(official)}`,
		`CREATE MACRO unit_alias(d, unit, n) AS CASE n WHEN 0 THEN ${district} || ${of(short)} WHEN 1 THEN '澄安市' || ${district} || ${of(official)}
			WHEN 2 THEN ${district} || ${of(official)} || '（本级）' ELSE ${of(short)} || '（' || ${district} || '）' END`,
		errors === 0
			? "CREATE MACRO unit_said(d, unit, x, salt) AS unit_name(d, unit)"
			: `CREATE MACRO unit_said(d, unit, x, salt) AS CASE WHEN u(x, salt, 1000) < ${rate("alias", errors)} THEN unit_alias(d, unit, u(x, salt + 8000, 4)) ELSE unit_name(d, unit) END`,
		`CREATE MACRO unit_code(d, unit) AS 'DW' || ${list(districts.map(({ code }) => code))}[d + 1] || lpad(unit::VARCHAR, 3, '0')`,
		`CREATE MACRO unit_parent(unit) AS CASE unit ${services.map(([, bureau], i) => `WHEN ${bureaus.length + i} THEN ${bureau}`).join(" ")} END`,
	];
}

/** What each bureau's leaders are in charge of, in words of the list by which offices split their work. */
const fields = [
	"工程建设",
	"工程建设",
	"物业管理",
	"水利",
	"信息化",
	"商务",
	"物业管理",
	"工程建设",
	"信息化",
	"商务",
	"信息化",
	"园林绿化",
];

const cadrePosts = [
	"局长",
	"副局长",
	"党组成员、副局长",
	"办公室主任",
	"财务股股长",
	"工程股股长",
];
const posts = ["科员", "教师", "医师", "护士", "技术员", "会计", "驾驶员"];
const villagePosts = [
	"村党支部书记、村委会主任",
	"村委会副主任",
	"村会计",
	"村民小组长兼民政协理员",
];

/**
 * Who is paid by the public: `employee(p, d, unit, cadre, since, kind, post)`; careers of the cadres
 * `term(p, d, unit, post, since, until)`; village cadres `village_post(p, v, post, since, until)`.
 * `duty(p, d, unit, post, field, since)` is what leaders of bureaus are in charge of, and `family_line(cadre, n, relation, p)`
 * the family table of a cadre's form. `kin_of_office(p)` is everybody within four steps of a cadre or village cadre, themselves too: as far as
 * cousins, and in-laws of in-laws.
 */
export function offices(): string[] {
	const step = (from: string) => `
		SELECT p FROM ${from}
		UNION SELECT par.h FROM ${from} JOIN person USING (p) JOIN couple par ON par.c = person.par
		UNION SELECT par.w FROM ${from} JOIN person USING (p) JOIN couple par ON par.c = person.par
		UNION SELECT child.p FROM ${from} JOIN couple own ON own.h = ${from}.p JOIN person child ON child.par = own.c
		UNION SELECT child.p FROM ${from} JOIN couple own ON own.w = ${from}.p JOIN person child ON child.par = own.c
		UNION SELECT own.w FROM ${from} JOIN couple own ON own.h = ${from}.p
		UNION SELECT own.h FROM ${from} JOIN couple own ON own.w = ${from}.p
		UNION SELECT own.w FROM ${from} JOIN remarriage own ON own.h = ${from}.p
		UNION SELECT own.h FROM ${from} JOIN remarriage own ON own.w = ${from}.p`;
	return [
		`CREATE TABLE employee AS
			SELECT p, u(p, 202, 10) AS d, u(p, 203, ${unitsOfDistrict}) AS unit, u(p, 204, 100) < 12 AND birth < DATE '1990-01-01' AS cadre,
				(birth + 8400 + u(p, 205, 2200))::DATE AS since,
				${byWeight(
					[
						["事业", 62],
						["公务员", 24],
						["参公", 8],
						["工勤", 6],
					],
					"u(p, 206, 100)",
				)} AS kind, ${oneOf(posts, "u(p, 207, 70)")} AS post
			FROM person WHERE died IS NULL AND birth BETWEEN DATE '1967-01-01' AND DATE '2002-01-01' AND u(p, 201, 1000) < 52 ORDER BY p`,
		`CREATE TABLE term AS
			SELECT p, d, unit, CASE WHEN n = 1 THEN ${oneOf(cadrePosts, "u(p, 208, 60)")} WHEN n = 2 THEN '股长' ELSE '科员' END AS post,
				CASE n WHEN 1 THEN third WHEN 2 THEN second ELSE since END AS since,
				CASE n WHEN 1 THEN NULL WHEN 2 THEN third ELSE second END AS until, n
			FROM (
				SELECT *, since + ((DATE '2026-01-01' - since) // 3)::INTEGER AS second, since + ((DATE '2026-01-01' - since) * 2 // 3)::INTEGER AS third
				FROM employee WHERE cadre) CROSS JOIN (VALUES (1), (2), (3)) AS t(n)
			ORDER BY p, since`,
		`CREATE TABLE duty AS SELECT p, d, unit, post, ${list(fields)}[unit + 1] AS field, since FROM term
			WHERE n = 1 AND post LIKE '%局长' AND unit < ${bureaus.length} ORDER BY p`,
		`CREATE TABLE family_line AS
			SELECT line.cadre, n, relation, line.p FROM (
				SELECT h AS cadre, 1 AS n, '妻子' AS relation, w AS p FROM couple WHERE divorced IS NULL
				UNION ALL SELECT w, 1, '丈夫', h FROM couple WHERE divorced IS NULL
				UNION ALL SELECT h, 1, '妻子', w FROM remarriage
				UNION ALL SELECT w, 1, '丈夫', h FROM remarriage
				UNION ALL SELECT h, 2, CASE WHEN male THEN '儿子' ELSE '女儿' END, p FROM couple JOIN person ON par = c
				UNION ALL SELECT w, 2, CASE WHEN male THEN '儿子' ELSE '女儿' END, p FROM couple JOIN person ON par = c
				UNION ALL SELECT p, 3, '父亲', h FROM couple JOIN person ON par = c
				UNION ALL SELECT p, 3, '母亲', w FROM couple JOIN person ON par = c
				UNION ALL SELECT couple.h, 4, '岳父', other.h FROM couple JOIN person ON p = couple.w JOIN couple other ON other.c = par WHERE couple.divorced IS NULL
				UNION ALL SELECT couple.h, 4, '岳母', other.w FROM couple JOIN person ON p = couple.w JOIN couple other ON other.c = par WHERE couple.divorced IS NULL)
			line JOIN employee ON employee.p = line.cadre AND employee.cadre JOIN person ON person.p = line.p WHERE died IS NULL ORDER BY line.cadre, n, line.p`,
		`CREATE TABLE village_post AS
			SELECT h AS p, v, ${list(villagePosts)}[1 + u(c, 212, 4)] AS post, make_date([2014, 2017, 2021][1 + u(c, 213, 3)], 1 + u(c, 214, 12), 15) AS since,
				CASE WHEN u(c, 215, 100) < 15 THEN (DATE '2022-01-15' + u(c, 216, 1200))::DATE END AS until
			FROM home JOIN couple USING (c) JOIN person ON person.p = h JOIN place USING (v)
			WHERE rural AND died IS NULL AND birth BETWEEN DATE '1960-01-01' AND DATE '1992-01-01' AND u(c, 211, 1000) < 14
				AND NOT EXISTS (FROM employee WHERE employee.p = h)
			ORDER BY c`,
		`CREATE TABLE near0 AS SELECT p FROM employee WHERE cadre UNION SELECT p FROM village_post`,
		`CREATE TABLE near1 AS ${step("near0")}`,
		`CREATE TABLE near2 AS ${step("near1")}`,
		`CREATE TABLE near3 AS ${step("near2")}`,
		`CREATE TABLE kin_of_office AS SELECT DISTINCT p FROM (${step("near3")}) ORDER BY p`,
		"DROP TABLE near0",
		"DROP TABLE near1",
		"DROP TABLE near2",
		"DROP TABLE near3",
	];
}
