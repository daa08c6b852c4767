import { type Cell, layOut } from "../files/sheet.ts";
import { Spelling } from "../files/spelling.ts";
import { county } from "../places/county.ts";
import { deposits, lots, teams } from "./bidding.ts";
import { type Department, type Desk, named, type SourceNote } from "./desk.ts";

const from = "澄安市公共资源交易中心临澄分中心";

/** 公共资源交易中心: projects, bidders, results, and what the platform logged of the bid files. */
export const tradingCentre: Department = async (desk) => [
	await projects(desk),
	lots(desk),
	bidders(desk),
	await results(desk),
	uploads(desk),
	deposits(desk),
	teams(desk),
	publicAddresses(desk),
];

export async function projects(desk: Desk): Promise<SourceNote> {
	const { world, rng, outbox } = desk;
	const own = rng.fork("projects");
	const say = new Spelling(own);
	const path = named(desk, "公共资源交易中心/招标项目登记表.xlsx");
	await outbox.workbook(path, [
		layOut(own, {
			name: "项目",
			titles: ["公共资源交易项目登记表（2024—2025年）"],
			records: world.projects,
			unreadable: [
				[
					null,
					"临澄县文化馆音响设备采购",
					"临澄县文化旅游和体育局",
					null,
					"货物",
					"是",
					"询价",
					28,
					null,
					null,
					null,
					null,
				],
			],
			columns: [
				{ heading: "项目编号", cell: ({ number }) => number },
				{ heading: "项目名称", cell: ({ name }) => name },
				{ heading: "招标人", cell: ({ buyer }) => say.org(buyer.name) },
				{ heading: "代理机构", cell: ({ agency }) => agency },
				{ heading: "项目类别", cell: ({ type }) => type },
				{
					heading: "是否政府采购",
					cell: ({ purchase }) => (purchase ? "是" : "否"),
				},
				{ heading: "招标方式", cell: ({ method }) => method },
				{
					heading: "招标控制价（万元）",
					cell: ({ budget }) => budget / 1_000_000,
				},
				{
					heading: "公告时间",
					cell: ({ published }) => say.minute(published, 540),
				},
				{
					heading: "投标截止时间",
					cell: ({ opened }) => say.minute(opened, 570),
				},
				{ heading: "开标时间", cell: ({ opened }) => say.minute(opened, 570) },
				{ heading: "行政区划", cell: () => county.code },
			],
		}),
	]);
	return { id: "bid_project", path, dataset: "bid_project", from };
}

export function bidders(desk: Desk): SourceNote {
	const { world, rng, outbox } = desk;
	const own = rng.fork("bidders");
	const say = new Spelling(own);
	const path = named(desk, "公共资源交易中心/投标人一览表.csv");
	const records = [...world.bids].sort((a, b) =>
		key(a.lot) < key(b.lot) ? -1 : key(a.lot) > key(b.lot) ? 1 : 0,
	);
	outbox.text(
		path,
		layOut(own, {
			records,
			columns: [
				{ heading: "项目编号", cell: ({ lot }) => lot.project.number },
				{ heading: "项目名称", cell: ({ lot }) => lot.project.name },
				{ heading: "标段（包）号", cell: ({ lot }) => lot.number },
				{ heading: "投标人名称", cell: ({ company }) => say.org(company.name) },
				{
					heading: "统一社会信用代码",
					cell: ({ company }) => say.code(company.uscc),
				},
				{ heading: "基本户账号", cell: ({ company }) => company.account },
				{ heading: "投标报价（元）", cell: ({ price }) => say.yuan(price) },
				{
					heading: "是否有效投标",
					cell: ({ status }) => (status === "已递交" ? "是" : "否"),
				},
				{ heading: "否决原因", cell: ({ reason }) => reason ?? null },
				{ heading: "投标状态", cell: ({ status }) => status },
				{
					heading: "撤回时间",
					cell: ({ withdrawn }) =>
						withdrawn === undefined ? null : say.minute(withdrawn, 980),
				},
				{ heading: "排名", cell: ({ rank }) => rank ?? null },
				{
					heading: "是否联合体",
					cell: ({ consortium }) => (consortium ? "是" : "否"),
				},
				{
					heading: "联合体成员",
					cell: ({ consortium }) =>
						consortium?.map(({ name }) => name).join("、") ?? null,
				},
			],
		}),
		{ delimiter: ",", encoding: "utf-8 with BOM" },
	);
	return {
		id: "bidder",
		path,
		dataset: "bidder",
		from,
		comment: "开标前撤回的写在投标状态里；联合体每个成员一行，成员名单相同",
	};
}

export async function results(desk: Desk): Promise<SourceNote> {
	const { world, rng, outbox } = desk;
	const own = rng.fork("results");
	const say = new Spelling(own, "chinese");
	const path = named(desk, "公共资源交易中心/中标结果汇总.xlsx");
	await outbox.workbook(path, [
		layOut(own, {
			name: "中标结果",
			titles: ["中标（成交）结果汇总表"],
			records: world.awards,
			total: "end",
			columns: [
				{ heading: "项目编号", cell: ({ lot }) => lot.project.number },
				{ heading: "项目名称", cell: ({ lot }) => lot.project.name },
				{ heading: "标段号", cell: ({ lot }) => lot.number },
				{ heading: "中标单位", cell: ({ company }) => say.org(company.name) },
				{
					heading: "统一社会信用代码",
					cell: ({ company }) => say.code(company.uscc),
				},
				{ heading: "名次", cell: ({ rank }) => rank ?? 1 },
				{
					heading: "中标金额（元）",
					cell: ({ amount }) => amount / 100,
					total: ({ amount }) => amount / 100,
				},
				{ heading: "中标通知书日期", cell: ({ notice }) => say.date(notice) },
			],
		}),
	]);
	return { id: "bid_result", path, dataset: "bid_result", from };
}

export function uploads(desk: Desk): SourceNote {
	const { world, rng, outbox } = desk;
	const own = rng.fork("uploads");
	const say = new Spelling(own);
	const path = named(desk, "公共资源交易中心/投标文件上传日志.txt");
	const records = [...world.uploads].sort(
		(a, b) => a.day - b.day || a.minute - b.minute,
	);
	outbox.text(
		path,
		layOut(own, {
			records,
			columns: [
				{ heading: "项目编号", cell: ({ lot }) => lot.project.number },
				{ heading: "标段", cell: ({ lot }) => lot.number },
				{ heading: "投标单位", cell: ({ company }) => say.org(company.name) },
				{ heading: "统一社会信用代码", cell: ({ company }) => company.uscc },
				{ heading: "文件创建标识码", cell: ({ fileId }) => fileId },
				{
					heading: "MAC地址",
					cell: ({ machine }) => spellMac(machine.mac, own.int(0, 2)),
				},
				{ heading: "硬盘序列号", cell: ({ machine }) => machine.disk },
				{ heading: "CPU序列号", cell: ({ machine }) => machine.cpu },
				{ heading: "造价软件加密锁号", cell: ({ machine }) => machine.lock },
				{ heading: "CA证书序列号", cell: ({ machine }) => machine.ca },
				{ heading: "上传IP", cell: ({ machine }) => machine.ip },
				{
					heading: "上传时间",
					cell: ({ day, minute }) =>
						say.minute(day, minute, "slash", (minute * 7) % 60),
				},
				{
					heading: "解密时间",
					cell: ({ decrypted, lot, minute }) =>
						decrypted
							? say.minute(
									lot.project.opened,
									570 + (minute % 25),
									"slash",
									minute % 60,
								)
							: null,
				},
				{
					heading: "解密IP",
					cell: ({ decrypted, decryptedFrom, machine }) =>
						decrypted ? (decryptedFrom ?? machine.ip) : null,
				},
				{
					heading: "招标文件下载IP",
					cell: ({ fetched }) => fetched?.ip ?? null,
				},
				{
					heading: "招标文件下载时间",
					cell: ({ fetched }) =>
						fetched ? say.minute(fetched.day, fetched.minute, "slash") : null,
				},
				{ heading: "文档创建者", cell: ({ machine }) => machine.creator },
			],
		}),
		{ delimiter: "\t", encoding: "utf-8" },
	);
	return {
		id: "bid_upload_meta",
		path,
		dataset: "bid_upload_meta",
		from,
		delimiter: "\t",
		comment: "制表符分隔",
	};
}

/** 00:1A:…, 00-1a-… or 001A…; anything that is no address stays as it is. */
function spellMac(mac: string, style: number): Cell {
	if (!/^[0-9A-F]{12}$/.test(mac)) return mac;
	const pairs = mac.match(/../g) ?? [];
	return style === 0
		? pairs.join(":")
		: style === 1
			? pairs.join("-").toLowerCase()
			: pairs.join("-");
}

function publicAddresses({ world, rng, outbox }: Desk): SourceNote {
	const say = new Spelling(rng.fork("public addresses"));
	const path = "公共资源交易中心/公共出口IP清单.csv";
	outbox.text(
		path,
		layOut(rng, {
			records: world.publicAddresses,
			unreadable: [["见附表", "城关镇打印店", "个体工商户", "2023-05-01"]],
			columns: [
				{ heading: "出口IP", cell: ({ ip }) => ip },
				{ heading: "场所", cell: ({ place }) => place },
				{ heading: "管理单位", cell: ({ org }) => org },
				{ heading: "启用日期", cell: ({ from: since }) => say.date(since) },
			],
		}),
		{ delimiter: ",", encoding: "utf-8" },
	);
	return { id: "public_ip", path, dataset: "public_ip", from };
}

function key(lot: { project: { number: string }; number: string }): string {
	return `${lot.project.number}/${lot.number}`;
}
