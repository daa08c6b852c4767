import { districts } from "../make/places.ts";
import { clerk } from "../sql.ts";
import { deathsOf } from "./nights.ts";
import { type CityTable, single } from "./table.ts";

const from = "澄安市公安局";

/** Unit, floor and room of a door in a building of a town, as one of three clerks writes them. */
const [stair, flat] = [
	"(1 + door % 4)",
	"((1 + door // 4 % 7) * 100 + 1 + door // 28)",
];
const room = `['幢' || ${stair} || '单元' || ${flat} || '室', '栋' || ${stair} || '单元' || ${flat}, '-' || ${stair} || '-' || ${flat}][1 + (hh % 3)::INTEGER]`;

/** 公安局: the register by district, deaths, vehicles. */
export const police: readonly CityTable[] = [
	{
		id: "household_city",
		dataset: "household",
		path: "公安局/全市_户籍人口登记信息_*.csv",
		from,
		mode: "append",
		comment: "每个区县一个文件；搬过家的户，原户号下全家列为迁出",
		files: districts.map(({ name, code }, d) => ({
			path: `公安局/全市_户籍人口登记信息_${name}.csv`,
			encoding: d % 5 === 4 ? ("utf-8" as const) : ("gb18030" as const),
			sql: `SELECT '3801' || lpad(hh::VARCHAR, 10, '0') AS 户号, CASE WHEN kin THEN id_text(id) ELSE said(id, p, ${clerk.register}) END AS 公民身份号码, called(name, p, ${clerk.register}) AS 姓名, rel AS 与户主关系,
				CASE WHEN male THEN '男' ELSE '女' END AS 性别, strftime(birth, '%Y%m%d') AS 出生日期, CASE WHEN rural THEN prefix || grp || '组' || door || '号' ELSE prefix || grp || ${room} END AS 户籍地址,
				'${code}' AS 行政区划, st AS 人员状态, CASE WHEN st <> '正常' THEN on_day END AS 状态日期
			FROM reg_line WHERE d = ${d}`,
		})),
	},
	single(
		{
			id: "death_city",
			dataset: "death",
			path: "公安局/全市_死亡注销人员名单.csv",
			from,
		},
		"gb18030",
		deathsOf(0),
	),
	single(
		{
			id: "vehicle_city",
			dataset: "vehicle",
			path: "公安局/全市_机动车登记信息.csv",
			from: "澄安市公安局交通警察支队",
		},
		"gb18030",
		`SELECT plate AS 号牌号码, CASE WHEN kind LIKE '%摩托%' THEN '普通摩托车' WHEN kind LIKE '重型%' THEN '大型汽车' WHEN kind = '电动自行车' THEN '电动自行车' ELSE '小型汽车' END AS 号牌种类,
			kind AS 车辆类型, use AS 使用性质, called(name, p, ${clerk.vehicle}) AS 机动车所有人, said(id, p, ${clerk.vehicle}) AS 身份证明号码, bought AS 初次登记日期, bought AS 登记日期,
			ended AS "转移（注销）日期", CASE WHEN status = '逾期未检验' THEN '2024-09-30' ELSE '2027-09-30' END AS 检验有效期止,
			CASE WHEN ended IS NOT NULL THEN '转移登记' ELSE status END AS 机动车状态, 'LXY' || lpad((p * 2 + n)::VARCHAR, 14, '0') AS 车辆识别代号
		FROM car_line`,
	),
];

/** Narrow tables in the order of the files, so that nothing is sorted twice. */
export const policeLines: readonly string[] = [
	`CREATE TABLE reg_line AS
		SELECT hh, p, kin_of_office.p IS NOT NULL AS kin, id, name, rel, male, birth, prefix, rural, grp, door, st, on_day, place.d
		FROM reg JOIN person USING (p) LEFT JOIN kin_of_office USING (p) JOIN home ON home.c = hh % 1000000000
		JOIN place ON place.v = CASE WHEN hh < 1000000000 THEN home.v ELSE (home.v + hh * 7) % (SELECT count(*) FROM place) END
		ORDER BY place.d, hh, seq`,
	`CREATE TABLE car_line AS
		SELECT car.*, id, name, '岚B' || printf('%05X', i % 1048576) || CASE WHEN i >= 1048576 THEN chr((65 + i // 1048576)::INTEGER) ELSE '' END AS plate
		FROM (SELECT *, row_number() OVER (ORDER BY p, n) - 1 AS i FROM car) car JOIN person USING (p) ORDER BY p, n`,
];
