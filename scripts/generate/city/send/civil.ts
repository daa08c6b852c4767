import { clerk } from "../sql.ts";
import { type CityTable, single } from "./table.ts";

const from = "澄安市民政局";
const months = Array.from(
	{ length: 15 },
	(_, i) =>
		`${2025 + Math.floor((3 + i) / 12)}-${String(((3 + i) % 12) + 1).padStart(2, "0")}`,
);

/** 民政局: marriages and divorces, allowances, filings. */
export const civil: readonly CityTable[] = [
	single(
		{
			id: "marriage_city",
			dataset: "marriage",
			path: "民政局/全市_婚姻登记业务明细.csv",
			from,
		},
		"utf-8",
		`SELECT act AS 业务类型, day AS 登记日期, called(h_name, h, ${clerk.marriage}) AS 男方姓名, CASE WHEN kin THEN id_text(h_id) ELSE said(h_id, h, ${clerk.marriage}) END AS 男方身份证件号,
			called(w_name, w, ${clerk.marriage}) AS 女方姓名, CASE WHEN kin THEN id_text(w_id) ELSE said(w_id, w, ${clerk.marriage}) END AS 女方身份证件号,
			letter || '380100-' || year(day) || '-' || lpad((row_number() OVER ())::VARCHAR, 8, '0') AS 证字号 FROM act_line`,
	),
	single(
		{
			id: "dibao_family_city",
			dataset: "dibao_family",
			path: "民政局/全市_低保家庭查询.csv",
			from,
			small: true,
		},
		"gb18030",
		`SELECT town AS 乡镇, village AS "村（居）", certificate AS "低保（特困）证号", head_name AS 户主姓名, head_id AS 户主身份证号码, kind AS 救助类型,
			size AS 家庭人口数, size AS 保障人口数, monthly // 100 AS "户月保障金额（元）", strftime(first, '%Y%m') AS 最初享受月份, strftime(stop, '%Y%m') AS 停保年月,
			CASE WHEN stop IS NULL THEN '在保' ELSE '停保' END AS 享受状态, reason AS 申请原因, account AS 一卡通账号, code AS 区划代码
		FROM poor_line`,
	),
	single(
		{
			id: "dibao_person_city",
			dataset: "dibao_person",
			path: "民政局/全市_低保人员查询.csv",
			from,
			small: true,
		},
		"utf-8",
		`SELECT certificate AS 低保证号, head_name AS 户主姓名, head_id AS 户主身份证号, called(name, p, ${clerk.member}) AS 姓名, said(id, p, ${clerk.member}) AS 身份证号, rel AS 与户主关系, kind AS 救助类型,
			'是' AS 是否保障对象, strftime(first, '%Y年%-m月') AS 最初享受月, strftime(stop, '%Y-%m') AS 停保年月,
			CASE WHEN stop IS NULL THEN '在保' ELSE '停保' END AS 享受状态, code AS 区划代码
		FROM poor_member_line`,
	),
	{
		id: "dibao_pay_city",
		dataset: "dibao_pay",
		path: "民政局/全市_低保金发放明细_*.csv",
		from,
		mode: "append",
		files: months.map((month) => ({
			path: `民政局/全市_低保金发放明细_${month.replace("-", "")}.csv`,
			encoding: "gb18030" as const,
			sql: `SELECT '${month.replace("-", "")}' AS 归属月份, certificate AS 低保证号, head_name AS 户主姓名, head_id AS 户主身份证号,
				kind AS 救助类型, monthly // 100 AS "发放金额（元）", '${month}-10' AS 发放日期, account AS 银行账号, head_name AS 开户名, '成功' AS 发放状态
			FROM poor_line WHERE first <= DATE '${month}-01' AND (stop IS NULL OR stop > DATE '${month}-01')`,
		})),
	},
	single(
		{
			id: "relative_filing_city",
			dataset: "relative_filing",
			path: "民政局/全市_近亲属享受救助备案表.csv",
			from,
			small: true,
		},
		"utf-8",
		`SELECT office.name AS 备案人姓名, id_text(office.id) AS 备案人身份证号, '村（居）民委员会' AS 备案人单位, '村干部' AS 备案人职务, relation AS 与备案人关系,
			kin.name AS 享受对象姓名, id_text(kin.id) AS 享受对象身份证号, '低保' AS 救助类型, day AS 备案日期, '乡镇人民政府' AS 受理单位
		FROM filed JOIN person office ON office.p = officer JOIN poor_member ON poor_member.c = filed.c JOIN person kin ON kin.p = poor_member.p
		WHERE filed.filed ORDER BY filed.c, poor_member.seq`,
	),
];

export const civilLines: readonly string[] = [
	`CREATE TABLE act_line AS
		SELECT act, letter, day, acts.h, acts.w, acts.h IN (SELECT p FROM kin_of_office) OR acts.w IN (SELECT p FROM kin_of_office) AS kin, h.name AS h_name, h.id AS h_id, w.name AS w_name, w.id AS w_id FROM (
			SELECT '结婚登记' AS act, 'J' AS letter, registered AS day, h, w FROM couple
			UNION ALL SELECT '离婚登记', 'L', divorced, h, w FROM couple WHERE divorced IS NOT NULL
			UNION ALL SELECT '结婚登记', 'J', registered, h, w FROM remarriage)
		acts JOIN person h ON h.p = acts.h JOIN person w ON w.p = acts.w ORDER BY day, acts.h, act`,
	`CREATE TABLE poor_line AS
		SELECT poor_text.*, town, village, code, size FROM poor_text JOIN place USING (v)
		JOIN (SELECT c, count(*) AS size FROM poor_member GROUP BY c) USING (c) ORDER BY c`,
	`CREATE TABLE poor_member_line AS
		SELECT poor_line.*, p, id, name, poor_member.rel, poor_member.seq FROM poor_member JOIN poor_line USING (c) JOIN person USING (p) ORDER BY c, seq`,
];
