/**
 * What the yardstick asks: the SQL that somebody would write by hand over files as they came. It cleans
 * nothing and checks nothing, and nobody tunes it down.
 */

/** Which files make a table. */
const tables: Readonly<Record<string, RegExp>> = {
	household: /户籍人口/,
	death: /死亡注销/,
	cremation: /火化登记/,
	vehicle: /机动车登记/,
	marriage: /婚姻登记业务/,
	old_marriage: /婚姻登记历史/,
	welfare: /低保人员/,
	company: /市场主体登记/,
	shareholder: /股东及出资/,
	resume: /干部任职经历/,
	project: /招标项目/,
	bidder: /投标人一览/,
	won: /中标结果/,
	upload: /投标文件上传/,
	subsidy: /惠农补贴发放/,
	pension: /养老待遇/,
	plot: /土地承包经营权/,
	claim: /补贴面积申报/,
	house: /不动产登记/,
	village_cadre: /村（社区）干部/,
};

/** The files of each table. The registers of companies, the county's and the city's, are sent as a whole each time: the last counts. */
export function tablesOf(files: readonly string[]): Record<string, string[]> {
	return Object.fromEntries(
		Object.entries(tables).map(([table, pattern]) => {
			const own = files.filter((path) => pattern.test(path)).sort();
			const city = own.filter((path) => path.includes("全市_"));
			const county = own.filter((path) => !city.includes(path));
			return [
				table,
				table === "company" ? [...city.slice(-1), ...county.slice(-1)] : own,
			];
		}),
	);
}

/** The head and the others of a household, and couples, both ways. */
const kin = `
	household_of AS (SELECT 户号 AS hh, 公民身份号码 AS id, 与户主关系 AS rel FROM household),
	one_way AS (
		SELECT h.id AS a, c.id AS b FROM household_of h JOIN household_of c USING (hh)
		WHERE h.rel = '户主' AND c.rel <> '户主'
		UNION SELECT 男方身份证件号, 女方身份证件号 FROM marriage
		UNION SELECT 男方证件号码, 女方证件号码 FROM old_marriage),
	kin AS (SELECT a, b FROM one_way UNION SELECT b, a FROM one_way)`;

/** Two offices know who died. */
const deaths = `
	deaths AS (
		SELECT 公民身份号码 AS id, try_cast(死亡日期 AS DATE) AS died FROM death
		UNION ALL SELECT 逝者证件号, try_cast(死亡时间 AS DATE) FROM cremation)`;

/** Townships claim in 亩, hectares or square metres. */
const claimed = `coalesce(try_cast("申报面积（亩）" AS DOUBLE), try_cast("申报面积（公顷）" AS DOUBLE) * 15, try_cast(申报面积 AS DOUBLE) * 0.0015)`;

/** Fourteen questions; the first column of an answer is what a lead would be about. */
export const comparisons: Readonly<
	Record<string, { reads: string[]; sql: string }>
> = {
	"payments after death": {
		reads: ["pension", "death", "cremation"],
		sql: `WITH ${deaths}
			SELECT p.身份证号, count(*) FROM pension p
			JOIN (SELECT id, min(died) AS died FROM deaths GROUP BY 1) d ON d.id = p.身份证号
			WHERE p.待遇项目 = '养老金' AND p.发放状态 = '成功'
				AND try_strptime(p.归属月份 || '01', '%Y%m%d') > last_day(d.died) + INTERVAL 1 MONTH
			GROUP BY 1`,
	},
	"welfare and car": {
		reads: ["welfare", "vehicle"],
		sql: `SELECT w.身份证号, v.号牌号码 FROM welfare w JOIN vehicle v ON v.身份证明号码 = w.身份证号
			WHERE v.车辆类型 LIKE '%轿车' OR v.车辆类型 LIKE '%客车' OR v.车辆类型 LIKE '%货车'`,
	},
	"welfare, house and cadre": {
		reads: [
			"welfare",
			"house",
			"household",
			"marriage",
			"old_marriage",
			"resume",
			"village_cadre",
		],
		sql: `WITH ${kin},
			cadre AS (SELECT 身份证号 AS id FROM resume UNION SELECT 身份证号码 FROM village_cadre)
			SELECT w.身份证号 FROM welfare w
			JOIN (SELECT 权利人证件号 AS id FROM house WHERE 权属状态 = '现势' GROUP BY 1) h ON h.id = w.身份证号
			JOIN kin k ON k.b = w.身份证号 JOIN cadre c ON c.id = k.a`,
	},
	"one account, many people": {
		reads: ["subsidy", "pension"],
		sql: `SELECT min(id) FROM (
				SELECT 一卡通账号 AS acct, 户主身份证号码 AS id FROM subsidy
				UNION ALL SELECT 银行账号, 身份证号 FROM pension)
			WHERE acct <> '' GROUP BY acct HAVING count(DISTINCT id) >= 3`,
	},
	"kinship, two steps from cadres": {
		reads: ["household", "marriage", "old_marriage", "resume"],
		sql: `WITH ${kin}
			SELECT c.id, count(DISTINCT k2.b) FROM (SELECT DISTINCT 身份证号 AS id FROM resume) c
			JOIN kin k1 ON k1.a = c.id JOIN kin k2 ON k2.a = k1.b
			WHERE k2.b <> c.id GROUP BY 1 HAVING count(DISTINCT k2.b) >= 4`,
	},
	"control chain, three steps": {
		reads: ["shareholder"],
		sql: `WITH s AS (SELECT 统一社会信用代码 AS code, nullif(股东证件号码, '') AS person, nullif(股东统一社会信用代码, '') AS parent,
				try_cast(rtrim(持股比例, '%') AS DOUBLE) AS pct FROM shareholder)
			SELECT coalesce(c.person, b.person), count(DISTINCT a.code) FROM s a JOIN s b ON b.code = a.parent
			LEFT JOIN s c ON c.code = b.parent AND c.pct >= 10
			WHERE a.pct >= 10 AND b.pct >= 10 AND coalesce(c.person, b.person) IS NOT NULL
			GROUP BY 1 HAVING count(DISTINCT a.code) >= 3`,
	},
	"relatives' companies that won from the cadre's unit": {
		reads: [
			"household",
			"marriage",
			"old_marriage",
			"resume",
			"won",
			"project",
			"company",
		],
		sql: `WITH ${kin},
			near AS (SELECT c.id, b FROM (SELECT DISTINCT 身份证号 AS id FROM resume) c JOIN kin ON a = c.id),
			relative AS (SELECT id, b FROM near UNION SELECT near.id, kin.b FROM near JOIN kin ON kin.a = near.b)
			SELECT w.统一社会信用代码 FROM won w
			JOIN project p USING (项目编号) JOIN resume r ON r.任职单位 = p.招标人
			JOIN company c ON c.统一社会信用代码 = w.统一社会信用代码
			JOIN relative k ON k.id = r.身份证号 AND k.b = c.法定代表人证件号码`,
	},
	"same address in a lot": {
		reads: ["upload"],
		sql: `SELECT 项目编号 || '/' || 标段 FROM upload WHERE 上传IP <> ''
			GROUP BY 1, 上传IP HAVING count(DISTINCT 统一社会信用代码) > 1`,
	},
	"pairs who bid together": {
		reads: ["bidder"],
		sql: `SELECT a.统一社会信用代码, b.统一社会信用代码, count(*) FROM bidder a
			JOIN bidder b ON b.项目编号 = a.项目编号 AND b."标段（包）号" = a."标段（包）号" AND b.统一社会信用代码 > a.统一社会信用代码
			GROUP BY 1, 2 HAVING count(*) >= 5`,
	},
	"low variation of bids": {
		reads: ["bidder"],
		sql: `SELECT 项目编号 || '/' || "标段（包）号" FROM (
				SELECT *, try_cast(replace(replace("投标报价（元）", ',', ''), '￥', '') AS DOUBLE) AS price FROM bidder)
			GROUP BY 1 HAVING count(*) >= 3 AND stddev_samp(price) <= 0.01 * avg(price)`,
	},
	"shared phones": {
		reads: ["company"],
		sql: `SELECT min(统一社会信用代码) FROM company WHERE 联系电话 <> ''
			GROUP BY 联系电话 HAVING count(DISTINCT 统一社会信用代码) > 1`,
	},
	"same item twice a month": {
		reads: ["pension"],
		sql: `SELECT 身份证号, 归属月份 FROM pension WHERE 发放状态 = '成功' AND try_cast(发放金额 AS DOUBLE) > 0
			GROUP BY 身份证号, 归属月份, 待遇项目 HAVING count(*) > 1`,
	},
	"claimed more than contracted": {
		reads: ["claim", "plot"],
		sql: `SELECT c.id FROM (
				SELECT 农户编码 AS code, min(身份证号) AS id, 年度, 季别, sum(${claimed}) AS claimed FROM claim GROUP BY 农户编码, 年度, 季别) c
			JOIN (SELECT 承包方编码 AS code, sum(try_cast("合同面积（亩）" AS DOUBLE)) AS area FROM plot GROUP BY 1) p USING (code)
			WHERE c.claimed > p.area * 1.05 + 0.5`,
	},
	"subsidies to the dead": {
		reads: ["subsidy", "death", "cremation"],
		sql: `WITH ${deaths}
			SELECT s.户主身份证号码, s.补贴年度 FROM subsidy s JOIN deaths d ON d.id = s.户主身份证号码
			WHERE try_cast(s.补贴年度 AS INTEGER) > year(d.died)`,
	},
};
