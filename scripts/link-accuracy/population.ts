import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { givenNameBy, mistyped, surnameBy } from "./names.ts";

/** How a population is made. Rates are of a thousand. */
export interface PopulationSpec {
	seed: number;
	/** About how many residents. */
	residents: number;
	cadres: number;
	/** The multiplier of the errors: 0 none, 1 as offices make them, 3 three times as many. */
	errors: number;
}

/** Of a thousand relatives, so many stand in no register. */
const ABSENT = 210;
/** Of a thousand cadres, so many have neither their own household nor their marriage in the registers. */
const UNTIED = 560;
/** Of a thousand family tables, so many give the day of birth. */
const DAYS = 150;
/** Of a thousand rows at errors 1: a character of the name, the month, the year of birth. */
const NAME_TYPO = 10;
const MONTH_TYPO = 5;
const YEAR_TYPO = 3;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checked = (first17: string) =>
	`${first17} || substr('10X98765432', 1 + (${weights
		.map((w, i) => `substr(${first17}, ${i + 1}, 1)::INTEGER * ${w}`)
		.join(" + ")}) % 11, 1)`;

/**
 * Three generations: couples born 1928–1957, their children born 1953–1984 and the spouses of these, their
 * children. A few more residents, related to nobody here. Everything follows from the seed.
 */
function people({ seed, residents }: PopulationSpec): string[] {
	const couples = Math.floor(residents * 0.115);
	const singles = Math.floor(residents * 0.282);
	return [
		`CREATE MACRO mix(x, salt) AS (((((x::BIGINT * 48271 + salt * 9973 + ${seed}) % 2147483647) * 69621 + salt * 31) % 2147483647) // 7)::BIGINT`,
		// Numbers of persons: old 1…, middle 10^8…, young 2·10^8…, single 3·10^8….
		`CREATE TABLE old_couple AS SELECT c, c * 2 + 1 AS husband, c * 2 + 2 AS wife, 2 + mix(c, 11) % 3 AS children,
			(DATE '1928-01-01' + (mix(c, 12) % 10000)::INTEGER)::DATE AS born, mix(c, 13) % 420 AS village
			FROM (SELECT unnest(range(0, ${couples})) AS c)`,
		`CREATE TABLE middle AS SELECT row_number() OVER (ORDER BY c, n) + 100000000 AS p, c, n,
			mix(c * 8 + n, 21) % 2 = 1 AS man, (born + 365 * 23 + (mix(c * 8 + n, 22) % 3000)::INTEGER + n::INTEGER * 800)::DATE AS born, village
			FROM old_couple, LATERAL (SELECT unnest(range(0, children)) AS n)`,
		// Men and women in a shuffled order marry each other, brothers and sisters never.
		`CREATE TABLE groom AS SELECT p, c, born, village, row_number() OVER (ORDER BY extract(year FROM born) // 3, mix(p, 31), p) AS turn FROM middle WHERE man`,
		`CREATE TABLE bride AS SELECT p, c, born, village, row_number() OVER (ORDER BY extract(year FROM born) // 3, mix(p, 32), p) AS turn FROM middle WHERE NOT man`,
		`CREATE TABLE young_couple AS SELECT g.turn AS y, g.p AS husband, b.p AS wife, mix(g.turn, 33) % 3 AS children,
			greatest(g.born, b.born) AS born, CASE WHEN mix(g.turn, 34) % 100 < 40 THEN g.village WHEN mix(g.turn, 34) % 100 < 60 THEN b.village ELSE mix(g.turn, 35) % 60 + 420 END AS village
			FROM groom g JOIN bride b USING (turn) WHERE g.c <> b.c AND mix(g.turn, 36) % 100 < 92`,
		`CREATE TABLE child AS SELECT row_number() OVER (ORDER BY y, n) + 200000000 AS p, y, n, mix(y * 4 + n, 41) % 2 = 1 AS man,
			(born + 365 * 24 + (mix(y * 4 + n, 42) % 2500)::INTEGER + n::INTEGER * 900)::DATE AS born, village
			FROM young_couple, LATERAL (SELECT unnest(range(0, children)) AS n)`,
		`CREATE TABLE named AS
			SELECT husband AS p, true AS man, born, village, ${surnameBy("mix(husband, 51)")} AS surname FROM old_couple
			UNION ALL SELECT wife, false, (born + (mix(c, 14) % 2200)::INTEGER - 700)::DATE, village, ${surnameBy("mix(wife, 51)")} FROM old_couple`,
		`INSERT INTO named SELECT middle.p, middle.man, middle.born, coalesce(y.village, middle.village), father.surname FROM middle
			JOIN old_couple o ON o.c = middle.c JOIN named father ON father.p = o.husband
			LEFT JOIN young_couple y ON y.husband = middle.p OR y.wife = middle.p`,
		`INSERT INTO named SELECT child.p, child.man, child.born, child.village, father.surname FROM child
			JOIN young_couple y ON y.y = child.y JOIN named father ON father.p = y.husband`,
		`INSERT INTO named SELECT s + 300000000, mix(s, 61) % 2 = 1, (DATE '1935-01-01' + (mix(s, 62) % 29000)::INTEGER)::DATE, mix(s, 63) % 480,
			${surnameBy("mix(s, 64)")} FROM (SELECT unnest(range(0, ${singles})) AS s)`,
		`CREATE TABLE person AS SELECT p, man, born, village, surname, name, ${checked("first17")} AS id,
			mix(p, 71) % 1000 < ${ABSENT} AS absent, CASE WHEN extract(year FROM born) BETWEEN 1962 AND 2003 AND mix(p, 72) % 100 < 6
				THEN '测川市' || ['卫生健康', '教育体育', '交通运输', '水务', '农业农村', '自然资源', '住房建设', '市场监管'][1 + mix(p, 73) % 8] || '局' || (mix(p, 74) % 40 + 1) || '分局' END AS unit
			FROM (SELECT *, surname || (${givenNameBy("man", "extract(year FROM born)", "p")}) AS name,
				'3801' || lpad((mix(p, 75) % 12 + 1)::VARCHAR, 2, '0') || strftime(born, '%Y%m%d') ||
				lpad((row_number() OVER (PARTITION BY born, man ORDER BY p) % 499 * 2 + CASE WHEN man THEN 1 ELSE 2 END)::VARCHAR, 3, '0') AS first17 FROM named)`,
	];
}

/** Cadres and the rows of their family tables with the number of the one who is meant. */
function claims({ cadres, errors }: PopulationSpec): string[] {
	const relative = (code: string, sql: string) =>
		`SELECT '${code}' AS word, k.p AS cadre, r.p AS kin FROM cadre k ${sql}`;
	const couple =
		"JOIN young_couple y ON (y.husband = k.p OR y.wife = k.p) AND y.y = k.y";
	const partner =
		"JOIN middle s ON s.p = CASE WHEN y.husband = k.p THEN y.wife ELSE y.husband END";
	return [
		`CREATE TABLE cadre AS SELECT p, y, c, man, mix(p, 81) % 1000 < ${UNTIED} AS untied FROM (
			SELECT m.p, y.y, m.c, m.man FROM middle m JOIN young_couple y ON y.husband = m.p WHERE extract(year FROM m.born) BETWEEN 1964 AND 1984
			UNION ALL SELECT m.p, y.y, m.c, m.man FROM middle m JOIN young_couple y ON y.wife = m.p WHERE extract(year FROM m.born) BETWEEN 1964 AND 1984)
			ORDER BY mix(p, 82), p LIMIT ${cadres}`,
		`CREATE TABLE meant AS ${[
			relative("配偶", `${couple} ${partner} JOIN person r ON r.p = s.p`),
			relative(
				"父亲",
				"JOIN old_couple o ON o.c = k.c JOIN person r ON r.p = o.husband",
			),
			relative(
				"母亲",
				"JOIN old_couple o ON o.c = k.c JOIN person r ON r.p = o.wife",
			),
			relative(
				"父在配偶一方",
				`${couple} ${partner} JOIN old_couple o ON o.c = s.c JOIN person r ON r.p = o.husband`,
			),
			relative(
				"母在配偶一方",
				`${couple} ${partner} JOIN old_couple o ON o.c = s.c JOIN person r ON r.p = o.wife`,
			),
			relative("子女", `${couple} JOIN child r ON r.y = y.y`),
			relative(
				"兄弟姐妹",
				"JOIN middle r ON r.c = k.c AND r.p <> k.p AND mix(r.p, 83) % 100 < 60",
			),
		].join(" UNION ALL ")}`,
		`CREATE TABLE claim AS SELECT row_number() OVER (ORDER BY cadre, kin) AS n, cadre, kin, r.id AS kin_id, c.id AS cadre_id, c.name AS cadre_name, r.absent,
			CASE word WHEN '配偶' THEN CASE WHEN r.man THEN '丈夫' ELSE '妻子' END WHEN '子女' THEN CASE WHEN r.man THEN '儿子' ELSE '女儿' END
				WHEN '兄弟姐妹' THEN CASE WHEN r.man THEN CASE WHEN r.born < c.born THEN '哥哥' ELSE '弟弟' END ELSE CASE WHEN r.born < c.born THEN '姐姐' ELSE '妹妹' END END
				WHEN '父在配偶一方' THEN CASE WHEN c.man THEN '岳父' ELSE '公公' END WHEN '母在配偶一方' THEN CASE WHEN c.man THEN '岳母' ELSE '婆婆' END ELSE word END AS word,
			CASE WHEN mix(kin * 3 + cadre, 91) % 1000 < ${NAME_TYPO * errors} THEN ${mistyped("r.name")} ELSE r.name END AS name,
			CASE WHEN mix(cadre, 92) % 1000 < ${DAYS} THEN strftime(stated, '%Y-%m-%d') ELSE strftime(stated, '%Y.%m') END AS birth,
			CASE WHEN r.unit IS NOT NULL AND mix(kin, 93) % 100 < 70 THEN r.unit || '职工' WHEN extract(year FROM r.born) < 1960 THEN '退休' ELSE ['务农', '个体', '职工', '学生'][1 + mix(kin, 94) % 4] END AS work
			FROM (SELECT meant.*, (CASE WHEN mix(kin * 5 + cadre, 95) % 1000 < ${MONTH_TYPO * errors} THEN p.born + 31 WHEN mix(kin * 5 + cadre, 96) % 1000 < ${YEAR_TYPO * errors} THEN p.born + 366 ELSE p.born END)::DATE AS stated
				FROM meant JOIN person p ON p.p = meant.kin)
			JOIN person r ON r.p = kin JOIN person c ON c.p = cadre`,
	];
}

/** What the departments send: everybody who is in a register, and never the number of a relative. */
const exports: Readonly<Record<string, string>> = {
	"公安局/户籍人口.csv": `SELECT '户' || lpad(h.home::VARCHAR, 10, '0') AS 户号, id AS 公民身份号码, name AS 姓名, h.relation AS 与户主关系, CASE WHEN man THEN '男' ELSE '女' END AS 性别,
			'第' || (village // 16 + 1) || '乡' AS 乡镇, '第' || (village + 1) || '村' AS 村居, '正常' AS 人员状态
		FROM person JOIN (
			SELECT husband AS p, husband AS home, '户主' AS relation FROM old_couple UNION ALL SELECT wife, husband, '妻' FROM old_couple
			UNION ALL SELECT husband, husband, '户主' FROM young_couple UNION ALL SELECT wife, husband, '妻' FROM young_couple
			UNION ALL SELECT child.p, y.husband, CASE WHEN child.man THEN '子' ELSE '女' END FROM child JOIN young_couple y ON y.y = child.y
			UNION ALL SELECT p, p, '户主' FROM middle WHERE p NOT IN (SELECT husband FROM young_couple UNION ALL SELECT wife FROM young_couple)
			UNION ALL SELECT p, p, '户主' FROM person WHERE p > 300000000) h USING (p)
		WHERE NOT absent AND p NOT IN (SELECT p FROM cadre WHERE untied) ORDER BY mix(p, 101), p`,
	"民政局/婚姻登记.csv": `SELECT a.id AS 男方身份证号, a.name AS 男方姓名, b.id AS 女方身份证号, b.name AS 女方姓名, '结婚' AS 业务类型,
			strftime(greatest(a.born, b.born) + 365 * 22 + 100, '%Y-%m-%d') AS 登记日期
		FROM young_couple y JOIN person a ON a.p = y.husband JOIN person b ON b.p = y.wife
		WHERE NOT a.absent AND NOT b.absent AND mix(y.y, 102) % 100 < 70
			AND a.p NOT IN (SELECT p FROM cadre WHERE untied) AND b.p NOT IN (SELECT p FROM cadre WHERE untied) ORDER BY y.y`,
	"组织部/家庭成员.csv": `SELECT cadre_id AS 干部身份证号, cadre_name AS 干部姓名, word AS 称谓, name AS 姓名, NULL AS 身份证号, birth AS 出生年月, work AS 工作单位及职务 FROM claim ORDER BY n`,
	"编办/财政供养.csv": `SELECT id AS 身份证号, name AS 姓名, unit AS 单位名称, '在职' AS 在职状态 FROM person WHERE unit IS NOT NULL ORDER BY p`,
};

/** Makes the tables `person` and `claim` (with who is meant: `kin_id`), and writes the exports below `sources`. */
export async function writePopulation(
	db: DuckDBConnection,
	spec: PopulationSpec,
	sources: string,
): Promise<void> {
	for (const sql of [...people(spec), ...claims(spec)]) await db.run(sql);
	for (const [path, sql] of Object.entries(exports)) {
		const to = join(sources, ...path.split("/"));
		mkdirSync(join(to, ".."), { recursive: true });
		await db.run(`COPY (${sql}) TO '${to}' (FORMAT csv, HEADER true)`);
	}
}

export const sourceEntries = [
	{ id: "household", path: "公安局/户籍人口.csv", dataset: "household" },
	{ id: "marriage", path: "民政局/婚姻登记.csv", dataset: "marriage" },
	{ id: "kinship", path: "组织部/家庭成员.csv", dataset: "kinship" },
	{
		id: "public_employee",
		path: "编办/财政供养.csv",
		dataset: "public_employee",
	},
] as const;
