import { givenNames } from "../names/given-names.ts";
import { surnames } from "../names/surnames.ts";
import { towns } from "../places/county.ts";

const text = (value: string) => `'${value}'`;
const list = (values: readonly string[]) => `[${values.map(text).join(", ")}]`;

/** One entry for each thousandth part or so of the people. */
function surnameList(): string[] {
	const total = surnames.reduce((sum, [, weight]) => sum + weight, 0);
	return surnames.flatMap(([surname, weight]) =>
		Array.from(
			{ length: Math.max(1, Math.round((weight * 2000) / total)) },
			() => surname,
		),
	);
}

/** The decade of birth of each role; role and sex differ with it, so that no number is given twice. */
const decades = [1940, 1950, 1970, 1980, 1960, 1960, 1990, 2000];
const sexes = ["男", "女", "男", "女", "男", "女", "男", "女"] as const;

function givenName(role: number): string {
	const decade = decades[role] ?? 0;
	const generations = givenNames[sexes[role] ?? "男"];
	const names = (
		generations.find(({ until }) => decade + 5 <= until) ??
		generations[generations.length - 1]
	)?.names;
	if (!names) throw new Error(`no names for ${decade}`);
	const first = [...names.first];
	const second = [...names.second];
	return `${list(first)}[1 + mix(f * 8 + role, 2) % ${first.length}] || ${list(second)}[1 + mix(f * 8 + role, 3) % ${second.length}]`;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Digits and their weights in the ring of 31 (GB 32100), for codes that are all digits up to the check characters. */
const codeWeights = Array.from({ length: 17 }, (_, i) => 3 ** i % 31);
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const digitSum = (of: string, from: number, by: readonly number[]) =>
	by.map((w, i) => `substr(${of}, ${from + i}, 1)::INTEGER * ${w}`).join(" + ");

/** Characters that names of companies count in: four of them are over two million names. */
const digits = [
	..."岚澄润鼎恒宏瑞泰嘉盛华远凯诚信达锦川云泓博弘万通隆汇泽景晟翔铭德立中升兴众合联鑫",
];

const townNames = towns.map(({ name }) => name);
const villageNames = towns.flatMap(({ villages }) =>
	villages.map(({ name }) => name),
);

/**
 * The families, companies and lots of the city, in tables that the exports draw on. Only whole numbers
 * are computed with, so that every machine and every version makes the same.
 */
export function prepare(seed: number, families: number): string[] {
	const companies = Math.floor(families * 1.6);
	const lots = Math.floor(families * 0.48);
	return [
		`CREATE MACRO mix(x, salt) AS (((((x::BIGINT * 48271 + salt * 9973 + ${seed % 1_000_000}) % 2147483647) * 69621 + salt) % 2147483647) // 7)::INTEGER`,
		`CREATE MACRO town(x) AS ${list(townNames)}[1 + x % ${townNames.length}]`,
		`CREATE MACRO village(x) AS ${list(villageNames)}[1 + x % ${villageNames.length}]`,
		`CREATE MACRO poor(f) AS mix(f, 4) % 1000 < 60`,
		`CREATE MACRO certificate(f) AS '380122N' || lpad(f::VARCHAR, 9, '0')`,
		`CREATE MACRO farm(f) AS '380122' || lpad(f::VARCHAR, 12, '0')`,
		`CREATE MACRO mu(f) AS ((80 + mix(f, 5) % 900) / 100)::DECIMAL(12,2)`,
		`CREATE TABLE person AS
			SELECT f, role, sex, birth,
				first17 || substr('10X98765432', 1 + (${digitSum("first17", 1, weights)}) % 11, 1) AS id, name,
				CASE WHEN role = 0 AND mix(f, 6) % 1000 < 104 THEN (DATE '2024-01-01' + (mix(f, 7) % 800)::INTEGER)::DATE END AS died
			FROM (
				SELECT *, '380100' || strftime(birth, '%Y%m%d') || lpad(((f // 3650 + f % 3650 * 13) % 498 * 2 + (role + 1) % 2)::VARCHAR, 3, '0') AS first17,
					${list(surnameList())}[1 + mix(CASE WHEN role IN (1, 5) THEN f * 8 + role ELSE f END, 1) % ${surnameList().length}] ||
					CASE role ${decades.map((_, role) => `WHEN ${role} THEN ${givenName(role)}`).join(" ")} END AS name
				FROM (
					SELECT f, role, ['男', '女'][1 + role % 2] AS sex,
						(make_date([${decades.join(", ")}][role + 1], 1, 1) + ((f % 3650) * 1237 % 3650)::INTEGER)::DATE AS birth
					FROM (SELECT unnest(range(0, ${families})) AS f) CROSS JOIN (SELECT unnest(range(0, 8))::INTEGER AS role)))`,
		`CREATE TABLE company AS
			SELECT k, f, founded, name,
				coded || substr('0123456789ABCDEFGHJKLMNPQRTUWXY', 1 + (31 - (${digitSum("coded", 1, codeWeights.slice(0, 16))} + (CASE substr(coded, 17, 1) WHEN 'X' THEN 29 ELSE substr(coded, 17, 1)::INTEGER END) * ${codeWeights[16]}) % 31) % 31, 1) AS code
			FROM (
				SELECT *, '91380100' || body ||
					CASE (11 - (${digitSum("body", 1, bodyWeights)}) % 11) WHEN 10 THEN 'X' WHEN 11 THEN '0'
						ELSE (11 - (${digitSum("body", 1, bodyWeights)}) % 11)::VARCHAR END AS coded
				FROM (
					SELECT k, k % ${families} AS f, lpad((10000000 + k)::VARCHAR, 8, '0') AS body,
						(DATE '2005-01-01' + (mix(k, 8) % 7000)::INTEGER)::DATE AS founded,
						'澄安' || ${[0, 1, 2, 3].map((i) => `${list(digits)}[1 + k // ${digits.length ** i} % ${digits.length}]`).join(" || ")} ||
						['商贸', '科技', '建设工程', '物业服务'][1 + mix(k, 9) % 4] || '有限公司' AS name
					FROM (SELECT unnest(range(0, ${companies})) AS k)))`,
		`CREATE TABLE lot AS SELECT lot, 'CA' || lpad(lot::VARCHAR, 9, '0') AS number, (60 + mix(lot, 10) % 900)::BIGINT * 10000 AS budget,
			(DATE '2024-01-10' + (mix(lot, 20) % 700)::INTEGER)::DATE AS opened FROM (SELECT unnest(range(0, ${lots})) AS lot)`,
		`CREATE TABLE bid AS SELECT lot.*, rank, company.k, company.name, company.code
			FROM lot CROSS JOIN (SELECT unnest(range(0, 5)) AS rank) JOIN company ON company.k = (lot * 5 + rank) * 7919 % ${companies}`,
	];
}
