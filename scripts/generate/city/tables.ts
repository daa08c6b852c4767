import type { SourceNote } from "../exports/desk.ts";

/**
 * The rows of a city beyond the county, as SQL over `family`: eight people each, in two households.
 * An old couple (roles 0 and 1) with two children at home (2, 3), and the household of another son (4)
 * with his wife (5) and children (6, 7).
 *
 * By construction nothing is to be found in them: pensions stop in the month of death, only the old
 * couple gets an allowance and only the young one owns vehicles and companies, nobody holds an office,
 * claims stay below contracts, and every bidder has a machine of its own. No number here can be one of
 * the county: regions, plates and accounts differ.
 */
export interface CityTable extends Pick<SourceNote, "id" | "dataset" | "from"> {
	path: string;
	encoding: "utf-8" | "gb18030";
	sql: string;
}

const months = "range(0, 12) AS m(month)";
const period = "(DATE '2025-07-01' + to_months(month::INTEGER))::DATE";

export const cityTables: readonly CityTable[] = [
	{
		id: "household_city",
		dataset: "household",
		path: "公安局/全市_户籍人口登记信息.csv",
		from: "澄安市公安局",
		encoding: "utf-8",
		sql: `SELECT '380100' || lpad((f * 2 + home)::VARCHAR, 12, '0') AS 户号, id AS 公民身份号码, name AS 姓名,
			relation AS 与户主关系, sex AS 性别, strftime(birth, '%Y%m%d') AS 出生日期, '汉族' AS 民族,
			'岚川省澄安市' || town(f) || (f % 900 + 1) || '号' AS 户籍地址, '380122' AS 行政区划,
			town(f) AS "乡镇（街道）", village(f) AS "村（居）",
			CASE WHEN moved THEN '迁出' WHEN died IS NOT NULL THEN '死亡注销' ELSE '正常' END AS 人员状态,
			CASE WHEN moved THEN (birth + 9000)::DATE::VARCHAR ELSE (died + 9)::DATE::VARCHAR END AS 状态日期,
			NULL AS 何时迁入本址
		FROM (
			SELECT person.*, role // 4 AS home, false AS moved,
				['户主', '妻', '次子', '长女', '户主', '妻', '长子', '长女'][role + 1] AS relation FROM person
			UNION ALL
			SELECT person.*, 0, true, '长子' FROM person WHERE role = 4)
		ORDER BY f, home, role`,
	},
	{
		id: "marriage_city",
		dataset: "marriage",
		path: "民政局/全市_婚姻登记业务明细.csv",
		from: "澄安市民政局",
		encoding: "utf-8",
		sql: `SELECT '结婚登记' AS 业务类型, (w.birth + 8400 + mix(w.f, 11) % 900)::DATE::VARCHAR AS 登记日期,
			h.name AS 男方姓名, h.id AS 男方身份证件号, w.name AS 女方姓名, w.id AS 女方身份证件号,
			'澄安市民政局' AS 登记机关, 'J380100-' || w.f || '-' || w.role AS 证字号
		FROM person h JOIN person w ON w.f = h.f AND w.role = h.role + 1 WHERE h.role IN (0, 4) ORDER BY w.f, w.role`,
	},
	{
		id: "death_city",
		dataset: "death",
		path: "公安局/全市_死亡注销人员名单.csv",
		from: "澄安市公安局",
		encoding: "gb18030",
		sql: `SELECT id AS 公民身份号码, name AS 姓名, '1' AS 性别, died::VARCHAR AS 死亡日期,
			(died + 9)::DATE::VARCHAR AS 户口注销日期, '岚川省澄安市' || town(f) AS 户籍地址, '公安注销' AS 数据来源
		FROM person WHERE died IS NOT NULL ORDER BY f`,
	},
	{
		id: "vehicle_city",
		dataset: "vehicle",
		path: "公安局/全市_机动车登记信息.csv",
		from: "澄安市公安局交通警察支队",
		encoding: "gb18030",
		sql: `SELECT '岚B' || printf('%X', 1048576 + f * 2 + role - 4) AS 号牌号码, '小型汽车' AS 号牌种类,
			['小型轿车', '小型普通客车', '普通二轮摩托车'][1 + mix(f, 12) % 3] AS 车辆类型, '岚骏牌LJ7151' AS 品牌型号,
			'非营运' AS 使用性质, name AS 机动车所有人, id AS 身份证明号码, registered AS 初次登记日期, registered AS 登记日期,
			NULL AS "转移（注销）日期", '2027/9/30' AS 检验有效期止, '正常' AS 机动车状态,
			'LXY' || lpad((f * 2 + role)::VARCHAR, 14, '0') AS 车辆识别代号, lpad((f * 2 + role)::VARCHAR, 9, '0') AS 发动机号
		FROM (SELECT *, (2012 + mix(f, 13) % 14) || '/' || (1 + mix(f, 14) % 12) || '/' || (1 + mix(f, 15) % 28) AS registered
			FROM person WHERE role IN (4, 5)) ORDER BY f, role`,
	},
	{
		id: "pension_city",
		dataset: "pension_pay",
		path: "人社局/全市_养老待遇发放.csv",
		from: "澄安市人力资源和社会保障局",
		encoding: "utf-8",
		sql: `SELECT id AS 身份证号, name AS 姓名, '城居' AS 险种, '380122' AS 统筹区, strftime(${period}, '%Y%m') AS 归属月份,
			'养老金' AS 待遇项目, 128 + mix(f, 16) % 2400 AS 发放金额, '6228' || lpad((f * 8 + role)::VARCHAR, 15, '0') AS 银行账号,
			(${period} + 14)::DATE::VARCHAR AS 发放日期, '成功' AS 发放状态
		FROM ${months}, person
		WHERE role < 2 AND mix(f * 2 + role, 17) % 10 < 4 AND (died IS NULL OR ${period} <= died)
		ORDER BY month, f, role`,
	},
	{
		id: "dibao_person_city",
		dataset: "dibao_person",
		path: "民政局/全市_低保人员查询.csv",
		from: "澄安市民政局",
		encoding: "utf-8",
		sql: `SELECT town(p.f) AS 乡镇, village(p.f) AS "村（居）", certificate(p.f) AS 低保证号, h.name AS 户主姓名,
			h.id AS 户主身份证号, p.name AS 姓名, p.id AS 身份证号, ['本人', '妻'][p.role + 1] AS 与户主关系,
			'农村低保' AS 救助类型, '是' AS 是否保障对象, '2019年' || (1 + mix(p.f, 18) % 12) || '月' AS 最初享受月,
			NULL AS 停保年月, '在保' AS 享受状态, '否' AS 是否残疾人, NULL AS 残疾等级, '380122' AS 区划代码
		FROM person p JOIN person h ON h.f = p.f AND h.role = 0
		WHERE p.role < 2 AND poor(p.f) AND h.died IS NULL ORDER BY p.f, p.role`,
	},
	{
		id: "dibao_pay_city",
		dataset: "dibao_pay",
		path: "民政局/全市_低保金发放明细.csv",
		from: "澄安市民政局",
		encoding: "utf-8",
		sql: `SELECT strftime(${period}, '%Y%m') AS 归属月份, certificate(f) AS 低保证号, name AS 户主姓名, id AS 户主身份证号,
			'农村低保' AS 救助类型, 560 + mix(f, 19) % 600 AS "发放金额（元）", (${period} + 9)::DATE::VARCHAR AS 发放日期,
			'6229' || lpad(f::VARCHAR, 15, '0') AS 银行账号, name AS 开户名, '成功' AS 发放状态
		FROM ${months}, person WHERE role = 0 AND poor(f) AND died IS NULL ORDER BY month, f`,
	},
	{
		id: "land_contract_city",
		dataset: "land_contract",
		path: "农业农村局/全市_土地承包经营权登记簿.csv",
		from: "澄安市农业农村局",
		encoding: "utf-8",
		sql: `SELECT town(f) AS "乡（镇）", village(f) AS 行政村名称, '380122101201' AS 行政村代码, '1组' AS 组别,
			farm(f) AS 承包方编码, name AS 承包方代表, id AS 承包方证件号码, farm(f) || '01' AS 地块编码, '门前田' AS 地块名称,
			mu(f) AS "合同面积（亩）", mu(f) AS "实测面积（亩）", mu(f) AS "确权面积（亩）", name AS 家庭成员,
			farm(f) || 'J' AS 权证编号, '1998-09-01' AS 承包期限起, '2028-08-31' AS 承包期限止
		FROM person WHERE role = 4 ORDER BY f`,
	},
	{
		id: "subsidy_area_city",
		dataset: "subsidy_area",
		path: "乡镇/全市_补贴面积申报.csv",
		from: "各乡镇人民政府",
		encoding: "utf-8",
		sql: `SELECT village(f) AS 村别, '1组' AS 村民小组, farm(f) AS 农户编码, name AS 姓名, id AS 身份证号, 2026 AS 年度,
			'耕地地力保护' AS 季别, '耕地地力保护补贴' AS 补贴项目, NULL AS 地块编码, mu(f) AS "承包面积（亩）",
			NULL AS "代耕代种进（亩）", NULL AS "流转出（亩）", NULL AS "不予补贴面积（亩）", mu(f) AS "申报面积（亩）"
		FROM person WHERE role = 4 ORDER BY f`,
	},
	{
		id: "subsidy_pay_city",
		dataset: "subsidy_pay",
		path: "农业农村局/全市_惠农补贴发放明细.csv",
		from: "澄安市财政局",
		encoding: "utf-8",
		sql: `SELECT town(f) AS 镇街, village(f) AS 村别, name AS 户主姓名, id AS 户主身份证号码,
			['耕地地力保护补贴', '稻谷补贴', '玉米生产者补贴', '大豆生产者补贴', '退耕还林补助', '森林生态效益补偿',
				'农机作业补贴', '良种补贴', '农资综合补贴', '生猪养殖补贴', '水库移民补助', '秸秆还田补贴'][item + 1] AS 资金名称,
			2023 + year AS 补贴年度, mu(f) AS "补贴面积（亩）", '112.30' AS "补贴标准（元/亩）",
			(mu(f) * 112.30)::DECIMAL(18,2) AS "补贴金额（元）", '6230' || lpad(f::VARCHAR, 15, '0') AS 一卡通账号,
			name AS 开户名, (2023 + year) || lpad((item + 1)::VARCHAR, 2, '0') || '20' AS 到账日期,
			(2023 + year) || '年第' || (item + 1) || '批' AS 发放批次, '发放成功' AS 发放状态
		FROM range(0, 4) AS y(year), range(0, 12) AS i(item), person WHERE role = 4 ORDER BY year, item, f`,
	},
	{
		id: "company_city",
		dataset: "company",
		path: "市场监管局/全市_市场主体登记信息.csv",
		from: "澄安市市场监督管理局",
		encoding: "utf-8",
		sql: `SELECT code AS 统一社会信用代码, company.name AS 企业名称, '有限责任公司（自然人投资或控股）' AS 企业类型,
			p.name AS 法定代表人, p.id AS 法定代表人证件号码, 50 + mix(k, 21) % 1000 AS "注册资本（万元）", '人民币' AS 币种,
			founded::VARCHAR AS 成立日期, '存续' AS 登记状态, NULL AS 注吊销日期, '380122' AS 行政区划,
			'岚川省澄安市' || town(k) || (k % 900 + 1) || '号' AS 住所, '办公用品销售；日用百货销售' AS 经营范围, '5199' AS 行业代码,
			'154' || lpad(k::VARCHAR, 8, '0') AS 联系电话, mix(k, 22) % 40 AS 参保人数
		FROM company JOIN person p ON p.f = company.f AND p.role = 5 ORDER BY k`,
	},
	{
		id: "company_shareholder_city",
		dataset: "company_shareholder",
		path: "市场监管局/全市_股东及出资信息.csv",
		from: "澄安市市场监督管理局",
		encoding: "utf-8",
		sql: `SELECT c.name AS 企业名称, c.code AS 统一社会信用代码, coalesce(parent.name, p.name) AS 股东名称,
			CASE WHEN parent.code IS NULL THEN '自然人股东' ELSE '企业法人' END AS 股东类型,
			CASE WHEN parent.code IS NULL THEN p.id END AS 股东证件号码, parent.code AS 股东统一社会信用代码,
			'20.00' AS "认缴出资额（万元）", share || '%' AS 持股比例, c.founded::VARCHAR AS 入股日期, NULL AS 退股日期
		FROM company c CROSS JOIN (VALUES (5, 60), (6, 20), (7, 20)) AS s(role, share)
		JOIN person p ON p.f = c.f AND p.role = s.role
		LEFT JOIN company parent ON parent.k = CASE WHEN s.role = 7 AND c.k % 5 <> 0 THEN c.k - 1 END
		ORDER BY c.k, s.role`,
	},
	{
		id: "company_officer_city",
		dataset: "company_officer",
		path: "市场监管局/全市_主要人员信息.csv",
		from: "澄安市市场监督管理局",
		encoding: "utf-8",
		sql: `SELECT code AS 统一社会信用代码, company.name AS 企业名称, p.name AS 姓名, p.id AS 证件号码, '执行董事兼经理' AS 职务,
			founded::VARCHAR AS 任职日期, NULL AS 免职日期
		FROM company JOIN person p ON p.f = company.f AND p.role = 5 ORDER BY k`,
	},
	{
		id: "bid_project_city",
		dataset: "bid_project",
		path: "公共资源交易中心/全市_招标项目登记表.csv",
		from: "澄安市公共资源交易中心",
		encoding: "utf-8",
		sql: `SELECT number AS 项目编号, '澄安市第' || (lot % 97 + 1) || '中学' || lot || '号设备采购' AS 项目名称,
			'澄安市第' || (lot % 97 + 1) || '中学' AS 招标人, '澄安市诚鉴项目管理有限公司' AS 代理机构, '货物' AS 项目类别,
			'公开招标' AS 招标方式, budget / 10000 AS "招标控制价（万元）", (opened - 25)::DATE || ' 09:00:00' AS 公告时间,
			opened || ' 09:30:00' AS 投标截止时间, opened || ' 09:30:00' AS 开标时间, '380122' AS 行政区划
		FROM lot ORDER BY lot`,
	},
	{
		id: "bidder_city",
		dataset: "bidder",
		path: "公共资源交易中心/全市_投标人一览表.csv",
		from: "澄安市公共资源交易中心",
		encoding: "utf-8",
		sql: `SELECT number AS 项目编号, '澄安市第' || (lot % 97 + 1) || '中学' || lot || '号设备采购' AS 项目名称, '1' AS "标段（包）号",
			name AS 投标人名称, code AS 统一社会信用代码, (budget * (880 + rank * 20 + mix(lot * 5 + rank, 23) % 15) / 1000)::DECIMAL(18,2) AS "投标报价（元）",
			'是' AS 是否有效投标, NULL AS 否决原因, '已递交' AS 投标状态, NULL AS 撤回时间, rank + 1 AS 排名, '否' AS 是否联合体, NULL AS 联合体成员
		FROM bid ORDER BY lot, rank`,
	},
	{
		id: "bid_result_city",
		dataset: "bid_result",
		path: "公共资源交易中心/全市_中标结果汇总.csv",
		from: "澄安市公共资源交易中心",
		encoding: "utf-8",
		sql: `SELECT number AS 项目编号, '澄安市第' || (lot % 97 + 1) || '中学' || lot || '号设备采购' AS 项目名称, '1' AS 标段号,
			name AS 中标单位, code AS 统一社会信用代码, 1 AS 名次,
			(budget * (880 + mix(lot * 5, 23) % 15) / 1000)::DECIMAL(18,2) AS "中标金额（元）", (opened + 8)::DATE::VARCHAR AS 中标通知书日期
		FROM bid WHERE rank = 0 ORDER BY lot`,
	},
	{
		id: "bid_upload_meta_city",
		dataset: "bid_upload_meta",
		path: "公共资源交易中心/全市_投标文件上传日志.csv",
		from: "澄安市公共资源交易中心",
		encoding: "utf-8",
		sql: `SELECT number AS 项目编号, '1' AS 标段, name AS 投标单位, code AS 统一社会信用代码,
			printf('%032X', lot * 5 + rank + 4294967296) AS 文件创建标识码, printf('B4%010X', k) AS MAC地址, printf('XD-%012X', k) AS 硬盘序列号,
			printf('CFEBFBFF%08X', k) AS CPU序列号, printf('GX%09d', k) AS 造价软件加密锁号, printf('F0%014X', k) AS CA证书序列号, NULL AS 上传IP,
			(opened - 2)::DATE || ' 10:' || lpad((k % 60)::VARCHAR, 2, '0') || ':00' AS 上传时间, opened || ' 09:38:00' AS 解密时间, 'user' AS 文档创建者
		FROM bid ORDER BY lot, rank`,
	},
];
