import { two } from "../../base/day.ts";
import { clerk } from "../sql.ts";
import { pensionOf } from "./payments.ts";
import { type CityTable, single } from "./table.ts";

/** The register of companies as it was first sent, and after so many nights. */
export const register = "市场监管局/全市_市场主体登记信息.csv";
export function registerOf(night: number): string {
	return register.replace(".csv", `_增量${two(night)}.csv`);
}

/** Each night this many deaths turn out to be none. */
const taken = 3;

/** How many deaths the corrected file still has. */
export function deathsAfter(nights: number): string {
	return `(SELECT count(*) - ${taken * nights} FROM person WHERE died IS NOT NULL)`;
}

/**
 * What the offices of the city send after so many nights: of each night pensions of the month after (one in
 * a hundred of all payments) and the register of companies with 0.1 % changed; and the list of deaths once more
 * under its own name, three rows a night fewer. The new tender is the county's.
 */
export function nightTables(nights: number): CityTable[] {
	const made: CityTable[] = [];
	for (let night = 1; night <= nights; night++) {
		const month = `2026-${two(6 + night)}`;
		const changed = Array.from(
			{ length: night },
			(_, i) => `u(k, ${950 + i + 1}, 1000) = 0`,
		).join(" OR ");
		made.push(
			single(
				{
					id: `pension_night_${night}`,
					dataset: "pension_pay",
					path: `人社局/全市_养老待遇发放_增量${two(night)}.csv`,
					from: "",
				},
				"utf-8",
				`${pensionOf(month)} AND ${paidAtNight(night)}`,
			),
			single(
				{
					id: `company_night_${night}`,
					dataset: "company",
					path: registerOf(night),
					from: "",
				},
				"utf-8",
				`SELECT * EXCLUDE (k) REPLACE (CASE WHEN ${changed} THEN "注册资本（万元）" * 2 ELSE "注册资本（万元）" END AS "注册资本（万元）") FROM company_row`,
			),
		);
	}
	if (nights > 0)
		made.push({
			...single(
				{
					id: "death_corrected",
					dataset: "death",
					path: "公安局/全市_死亡注销人员名单.csv",
					from: "",
				},
				"gb18030",
				deathsOf(nights),
			),
			always: true,
		});
	return made;
}

/** Who gets the pension of a night's month in its file. */
export function paidAtNight(night: number): string {
	return `died IS NULL AND u(p, ${970 + night}, 100) < 12`;
}

/** The list of deaths, less those that turned out to be none. */
export function deathsOf(nights: number): string {
	return `SELECT said(id, p, ${clerk.death}) AS 公民身份号码, called(name, p, ${clerk.death}) AS 姓名, CASE WHEN male THEN '1' ELSE '2' END AS 性别,
			died AS 死亡日期, (died + 9)::DATE AS 户口注销日期, '公安注销' AS 数据来源
		FROM person WHERE died IS NOT NULL LIMIT ${deathsAfter(nights)}`;
}
