import { layOut } from "../files/sheet.ts";
import { decimal, Spelling } from "../files/spelling.ts";
import { brokenCheck } from "../ids/citizen-id.ts";
import type { Department, Desk, SourceNote } from "./desk.ts";

const from = "临澄县农业农村局";

/** 农业农村局: contracted land, transfers, subsidies paid, farm machines. */
export const agriculture: Department = async (desk) => [
	landContracts(desk),
	await transfers(desk),
	subsidies(desk),
	await machines(desk),
];

function landContracts({ world, rng, outbox }: Desk): SourceNote {
	const own = rng.fork("land contracts");
	const say = new Spelling(own);
	const path = "农业农村局/土地承包经营权登记簿.csv";
	outbox.text(
		path,
		layOut(own, {
			records: [...world.plots].sort((a, b) => (a.code < b.code ? -1 : 1)),
			blanks: 1,
			columns: [
				{
					heading: "乡（镇）",
					cell: ({ farm }) => farm.home.village.town.name,
				},
				{ heading: "行政村名称", cell: ({ farm }) => farm.home.village.name },
				{ heading: "行政村代码", cell: ({ farm }) => farm.home.village.code },
				{
					heading: "组别",
					cell: ({ farm }) =>
						own.pick([`${farm.home.group}组`, `第${farm.home.group}组`]),
				},
				{ heading: "承包方编码", cell: ({ farm }) => farm.code ?? null },
				{
					heading: "承包方代表",
					cell: ({ contractor }) => say.name(contractor.name),
				},
				{
					heading: "承包方证件号码",
					cell: ({ contractor }) => say.id(contractor.id),
				},
				{ heading: "地块编码", cell: ({ code }) => code },
				{ heading: "地块名称", cell: ({ name }) => name },
				{
					heading: "合同面积（亩）",
					cell: ({ contracted }) => decimal(contracted, 2),
				},
				{
					heading: "实测面积（亩）",
					cell: ({ measured }) => decimal(measured, 2),
				},
				{
					heading: "确权面积（亩）",
					cell: ({ confirmed }) => decimal(confirmed, 2),
				},
				{
					heading: "家庭成员",
					cell: ({ farm }) =>
						farm.members.map(({ name }) => name).join(own.pick(["、", "\n"])),
				},
				{ heading: "权证编号", cell: ({ farm }) => farm.certificate },
				{ heading: "承包期限起", cell: () => "1998-09-01" },
				{ heading: "承包期限止", cell: () => "2028-08-31" },
			],
		}),
		{ delimiter: ",", encoding: "gb18030" },
	);
	return { id: "land_contract", path, dataset: "land_contract", from };
}

async function transfers({ world, rng, outbox }: Desk): Promise<SourceNote> {
	const own = rng.fork("transfers");
	const say = new Spelling(own, "slash");
	const path = "农业农村局/土地流转台账.xlsx";
	await outbox.workbook(path, [
		layOut(own, {
			name: "流转台账",
			titles: ["农村土地经营权流转台账"],
			records: own.shuffle(world.transfers),
			total: "end",
			columns: [
				{ heading: "流转合同编号", cell: ({ number }) => number },
				{ heading: "转出方姓名", cell: ({ out }) => say.name(out.name) },
				{ heading: "转出方身份证号", cell: ({ out }) => say.id(out.id) },
				{
					heading: "转出方承包方编码",
					cell: ({ outFarm }) => outFarm?.code ?? null,
				},
				{
					heading: "转入方姓名",
					cell: ({ in: tenant }) => say.name(tenant.name),
				},
				{
					heading: "转入方身份证号",
					cell: ({ in: tenant }) => say.id(tenant.id),
				},
				{
					heading: "转入方承包方编码",
					cell: ({ inFarm }) => inFarm?.code ?? null,
				},
				{
					heading: "流转面积（亩）",
					cell: ({ area }) => decimal(area, 2),
					total: ({ area }) => area / 100,
				},
				{ heading: "流转期限起", cell: ({ from: since }) => say.date(since) },
				{ heading: "流转期限止", cell: ({ to }) => say.date(to) },
				{ heading: "亩租金（元）", cell: ({ price }) => price / 100 },
				{ heading: "补贴归属", cell: ({ subsidyTo }) => subsidyTo },
			],
		}),
	]);
	return { id: "land_transfer", path, dataset: "land_transfer", from };
}

function subsidies({ world, rng, outbox, bystanders }: Desk): SourceNote {
	const own = rng.fork("subsidies");
	const say = new Spelling(own, "compact");
	const path = "农业农村局/惠农补贴发放明细_2025-2026.csv";
	outbox.text(
		path,
		layOut(own, {
			records: own.shuffle(world.subsidyPayments),
			blanks: 2,
			duplicates: 3,
			unreadable: [
				// The line broke off where somebody pressed Enter.
				["沙坪乡", "鹿角村", "补登"],
				[
					"沙坪乡",
					"红砂村",
					"",
					"",
					"耕地地力保护补贴",
					"2025",
					"3.20",
					"112.30",
					"359.36",
					"",
					"",
					"20250520",
					"2025年第一批",
					"成功",
				],
				[
					"石桥镇",
					"马鞍村",
					" ",
					"　",
					"耕地地力保护补贴",
					"2026",
					"2.00",
					"114.80",
					"229.60",
					"",
					"",
					"20260520",
					"2026年第一批",
					"成功",
				],
			],
			columns: [
				{ heading: "镇街", cell: ({ farm }) => farm.home.village.town.name },
				{ heading: "村别", cell: ({ farm }) => farm.home.village.name },
				{ heading: "户主姓名", cell: ({ person }) => say.name(person.name) },
				{
					heading: "户主身份证号码",
					cell: ({ person }) =>
						bystanders.has(person) && own.permille(5)
							? brokenCheck(person.id)
							: say.id(person.id),
				},
				{ heading: "资金名称", cell: ({ item }) => item },
				{ heading: "补贴年度", cell: ({ year }) => year },
				{ heading: "补贴面积（亩）", cell: ({ area }) => decimal(area, 2) },
				{ heading: "补贴标准（元/亩）", cell: ({ rate }) => decimal(rate, 2) },
				{
					heading: "补贴金额（元）",
					cell: ({ amount }) => (own.permille(3) ? "见附件" : say.yuan(amount)),
				},
				{
					heading: "一卡通账号",
					cell: ({ account, spelledAccount }) => spelledAccount ?? account,
				},
				{
					heading: "开户名",
					cell: ({ accountName, person }) => accountName ?? person.name,
				},
				{ heading: "到账日期", cell: ({ paid }) => say.date(paid) },
				{ heading: "发放批次", cell: ({ batch }) => batch },
				{
					heading: "发放状态",
					cell: ({ status }) => (status === "成功" ? "发放成功" : "退票"),
				},
			],
		}),
		{ delimiter: ",", encoding: "gb18030" },
	);
	return {
		id: "subsidy_pay",
		path,
		dataset: "subsidy_pay",
		from: "临澄县财政局、农业农村局",
		mode: "append",
	};
}

async function machines({ world, rng, outbox }: Desk): Promise<SourceNote> {
	const own = rng.fork("machines");
	const say = new Spelling(own, "dot");
	const path = "农业农村局/拖拉机和联合收割机登记台账.xlsx";
	await outbox.workbook(path, [
		layOut(own, {
			name: "农机登记",
			titles: ["拖拉机和联合收割机登记台账"],
			records: own.shuffle(
				world.vehicles.filter(({ register }) => register === "农机"),
			),
			columns: [
				{ heading: "号牌号码", cell: ({ plate }) => plate },
				{ heading: "号牌种类", cell: ({ plateType }) => plateType },
				{ heading: "机械类型", cell: ({ type }) => type },
				{ heading: "品牌型号", cell: ({ brand }) => brand },
				{ heading: "所有人", cell: ({ owner }) => say.name(owner.name) },
				{ heading: "所有人证件号码", cell: ({ owner }) => say.id(owner.id) },
				{ heading: "注册登记日期", cell: ({ acquired }) => say.date(acquired) },
				{ heading: "转移（注销）日期", cell: ({ ended }) => say.date(ended) },
				{
					heading: "检验有效期止",
					cell: ({ inspectedUntil }) => say.date(inspectedUntil),
				},
				{ heading: "状态", cell: ({ status }) => status },
				{ heading: "发动机号", cell: ({ engine }) => engine },
			],
		}),
	]);
	return { id: "vehicle_farm", path, dataset: "vehicle", from };
}
