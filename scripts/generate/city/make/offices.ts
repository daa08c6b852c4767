import { byWeight, list, oneOf } from "../sql.ts";

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
const services = ["第一中学", "实验小学", "人民医院", "公路养护中心"];

/** The units of a district: bureaus and services, by a number. */
export const unitsOfDistrict = bureaus.length + services.length;

/** The name of unit k of a district, in SQL. */
export function unitName(district: string, k: string): string {
	return `${district} || ${oneOf([...bureaus, ...services], k)}`;
}

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
 * `kin_of_office(p)` is everybody within four steps of a cadre or village cadre, themselves too: as far as
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
