import { districts } from "../make/places.ts";
import { clerk, list } from "../sql.ts";
import { type CityTable, single } from "./table.ts";

const from = "澄安市公共资源交易中心";
const buyer = "unit_name(d, unit)";
const item = `['道路改造工程', '办公设备采购', '运动场改造工程', '物业管理服务', '信息系统运维服务', '渠道整治工程'][1 + lot % 6]`;
const project = `${buyer} || '第' || (lot % 900 + 1) || '批' || ${item}`;
const address = (of: string) =>
	`'198.' || (18 + ${of} // 65536 % 2) || '.' || (${of} // 256 % 256) || '.' || (${of} % 256)`;

/** 公共资源交易中心: projects, lots, bidders, deposits, results, upload logs; and the contracts and payments of the units. */
export const trading: readonly CityTable[] = [
	single(
		{
			id: "bid_project_city",
			dataset: "bid_project",
			path: "公共资源交易中心/全市_招标项目登记表*.csv",
			from,
			mode: "append",
		},
		"utf-8",
		`SELECT number AS 项目编号, ${project} AS 项目名称, ${buyer} AS 招标人, '澄安市诚鉴项目管理有限公司' AS 代理机构,
			['工程', '货物', '工程', '服务', '服务', '工程'][1 + lot % 6] AS 项目类别, '公开招标' AS 招标方式, budget // 1000000 AS "招标控制价（万元）",
			(opened - 25)::DATE || ' 09:00:00' AS 公告时间, opened || ' 09:30:00' AS 开标时间, ${list(districts.map(({ code }) => code))}[d + 1] AS 行政区划 FROM lot`,
	),
	single(
		{
			id: "bid_lot_city",
			dataset: "bid_lot",
			path: "公共资源交易中心/全市_标段信息*.csv",
			from,
			mode: "append",
		},
		"utf-8",
		`SELECT number AS 项目编号, '1' AS 标段号, yuan(budget) AS 最高限价 FROM lot`,
	),
	single(
		{
			id: "bidder_city",
			dataset: "bidder",
			path: "公共资源交易中心/全市_投标人一览表*.csv",
			from,
			mode: "append",
		},
		"gb18030",
		`SELECT number AS 项目编号, '1' AS "标段（包）号", name AS 投标人名称, code AS 统一社会信用代码, yuan(price) AS "投标报价（元）",
			CASE WHEN status = '已递交' THEN '是' ELSE '否' END AS 是否有效投标, CASE WHEN status = '否决' THEN '资格证明文件不齐' END AS 否决原因, status AS 投标状态,
			CASE WHEN status = '撤回' THEN (opened - 1)::DATE || ' 16:20:00' END AS 撤回时间, rank AS 排名 FROM bid`,
	),
	single(
		{
			id: "bid_deposit_city",
			dataset: "bid_deposit",
			path: "公共资源交易中心/全市_投标保证金台账*.csv",
			from,
			mode: "append",
		},
		"utf-8",
		`SELECT number AS 项目编号, '1' AS 标段号, name AS 投标人, code AS 统一社会信用代码, '9538' || lpad(payer::VARCHAR, 15, '0') AS 付款账号,
			yuan(budget // 50) AS 保证金金额, (opened - 3)::DATE || ' 11:00:00' AS 到账时间, '转账' AS 缴纳方式, '是' AS 是否基本账户转出 FROM bid`,
	),
	single(
		{
			id: "bid_result_city",
			dataset: "bid_result",
			path: "公共资源交易中心/全市_中标结果汇总*.csv",
			from,
			mode: "append",
		},
		"utf-8",
		`SELECT number AS 项目编号, '1' AS 标段号, name AS 中标单位, code AS 统一社会信用代码, 1 AS 名次, yuan(price) AS "中标金额（元）", (opened + 8)::DATE AS 中标通知书日期
		FROM bid WHERE rank = 1`,
	),
	single(
		{
			id: "bid_staff_city",
			dataset: "bid_staff",
			path: "公共资源交易中心/全市_投标项目班子人员.csv",
			from,
			comment: "只有道路工程要求报项目班子",
		},
		"utf-8",
		`SELECT number AS 项目编号, '1' AS 标段号, bidder AS 投标人, code AS 统一社会信用代码, '项目经理' AS 岗位, called(name, x, ${clerk.staff}) AS 姓名,
			said(id, x, ${clerk.staff}) AS 身份证号, '岚建' || lpad(p::VARCHAR, 9, '0') AS 注册证书号 FROM staff_line`,
	),
	single(
		{
			id: "bid_upload_meta_city",
			dataset: "bid_upload_meta",
			path: "公共资源交易中心/全市_投标文件上传日志*.csv",
			from,
			mode: "append",
		},
		"utf-8",
		`SELECT number AS 项目编号, '1' AS 标段, coded(code, lot::BIGINT * 8 + n, ${clerk.upload}) AS 统一社会信用代码, printf('%032X', lot::BIGINT * 5 + n + 4294967296) AS 文件创建标识码,
			printf('B4%010X', machine) AS MAC地址, printf('XD-%012X', machine) AS 硬盘序列号, printf('F0%014X', k) AS CA证书序列号,
			${address("(CASE WHEN ip < 0 THEN 120000 - ip ELSE ip % 119000 END)")} AS 上传IP,
			(opened - 2)::DATE || ' ' || lpad((8 + minute // 60)::VARCHAR, 2, '0') || ':' || lpad((minute % 60)::VARCHAR, 2, '0') || ':00' AS 上传时间 FROM bid`,
	),
	single(
		{
			id: "public_ip_city",
			dataset: "public_ip",
			path: "公共资源交易中心/全市_公共出口IP清单.csv",
			from,
			small: true,
		},
		"utf-8",
		`SELECT DISTINCT ${address("(120000 - ip)")} AS 出口IP, '商务楼' AS 场所, '澄安市公共资源交易中心' AS 管理单位, '2021-03-01' AS 启用日期
		FROM bidder WHERE ip < 0 AND pool // 10 % 2 = 0 ORDER BY 1`,
	),
	single(
		{
			id: "contract_city",
			dataset: "contract",
			path: "被巡察单位/全市_合同登记簿.csv",
			from: "市直和区县各单位",
		},
		"gb18030",
		`SELECT number || 'H' AS 合同编号, ${project} AS 合同名称, unit_said(d, unit, lot, ${clerk.buyer}) AS 采购单位, name AS 供应商名称, code AS 统一社会信用代码,
			CASE WHEN kin THEN '直接采购' ELSE '公开招标' END AS 采购方式, yuan(amount) AS "合同金额（元）", day AS 合同签订日期 FROM deal`,
	),
	single(
		{
			id: "payment_city",
			dataset: "payment",
			path: "财政局/全市_国库集中支付明细.csv",
			from: "澄安市财政局",
		},
		"utf-8",
		`SELECT 'P' || number || half AS 凭证号, unit_said(d, unit, lot, ${clerk.payer}) AS 付款单位, name AS 收款方, code AS 收款方统一社会信用代码, '9538' || lpad(k::VARCHAR, 15, '0') AS 收款账号,
			yuan(CASE half WHEN 1 THEN amount * 7 // 10 ELSE amount - amount * 7 // 10 END) AS 付款金额, (day + half * 40)::DATE AS 付款日期, number || 'H' AS 合同编号
		FROM deal CROSS JOIN (VALUES (1), (2)) AS h(half) WHERE day + half * 40 < DATE '2026-06-20' ORDER BY lot, half`,
	),
];

export const tradingLines: readonly string[] = [
	`CREATE TABLE staff_line AS
		SELECT bid.lot, bid.n, bid.lot::BIGINT * 8 + bid.n AS x, number, bid.name AS bidder, code, p, person.name, person.id
		FROM bid JOIN owner ON owner.i = u(staff, 641, getvariable('owners')) JOIN person USING (p) WHERE bid.lot % 6 = 0 ORDER BY bid.lot, bid.n`,
];
