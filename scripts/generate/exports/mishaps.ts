import type { Rng } from "../base/rng.ts";
import { layOut } from "../files/sheet.ts";
import { creditCode } from "../ids/uscc.ts";
import { tradeFirst, tradeSecond } from "../names/company-words.ts";
import { surnames } from "../names/surnames.ts";
import { county } from "../places/county.ts";
import type { Department, Desk, SourceNote } from "./desk.ts";

/**
 * Files that come beside the right ones where errors are sown: opened and saved by a spreadsheet, as shown to the
 * public, or announced and never sent. No fact stands in them alone.
 */
export const mishaps: Department = async (desk) =>
	desk.errors === 0
		? []
		: [savedVehicles(desk), savedAccounts(desk), await published(desk), unsent];

/** What a spreadsheet shows of a number of 18 digits; one that ends in X was text and stays whole. */
function shown(id: string): string {
	return id.endsWith("X") ? id : `${id[0]}.${id.slice(1, 6)}E+17`;
}

function savedVehicles({ world, rng, outbox }: Desk): SourceNote {
	const path = "公安局/车管所导出_Excel另存.csv";
	outbox.text(
		path,
		facts(
			layOut(rng, {
				records: world.vehicles
					.filter(({ register }) => register === "公安")
					.slice(0, 60),
				columns: [
					{ heading: "号牌号码", cell: ({ plate }) => plate },
					{ heading: "车辆类型", cell: ({ type }) => type },
					{ heading: "机动车所有人", cell: ({ owner }) => owner.name },
					{ heading: "身份证明号码", cell: ({ owner }) => shown(owner.id) },
				],
			}),
		),
		{ delimiter: ",", encoding: "gb18030" },
	);
	return {
		id: "vehicle_saved",
		path,
		dataset: "vehicle",
		from: "临澄县公安局交通管理大队",
		comment: "用 Excel 打开另存过，身份证号只剩前几位：应拒收重导",
		becomes: "refused",
	};
}

function savedAccounts({ world, rng, outbox }: Desk): SourceNote {
	const path = "财政局/代发账户_Excel另存.csv";
	outbox.text(
		path,
		facts(
			layOut(rng, {
				records: world.bankAccounts.slice(0, 80),
				columns: [
					{
						heading: "账号",
						cell: ({ number }) => `${number.padEnd(19, "1").slice(0, 15)}0000`,
					},
					{ heading: "户名", cell: ({ name }) => name },
					{ heading: "账户性质", cell: ({ kind }) => kind },
				],
			}),
		),
		{ delimiter: ",", encoding: "gb18030" },
	);
	return {
		id: "bank_acct_saved",
		path,
		dataset: "bank_acct",
		from: "临澄县财政局（一卡通平台）",
		comment: "用 Excel 打开另存过，账号末四位成了 0：应拒收重导",
		becomes: "refused",
	};
}

/** Companies of the next county, as the public may see them: nobody's number, and a code that is taught wrongly. */
async function published({ rng, outbox }: Desk): Promise<SourceNote> {
	const path = "市场监管局/邻县企业公示信息.xlsx";
	const taught = "91350100M000100Y4Z";
	const records = Array.from({ length: 12 }, (_, i) => ({ i }));
	const name = (own: Rng) =>
		rngSurname(own) + own.pick([..."国明海清"]) + own.pick([..."平安林辉"]);
	await outbox.workbook(path, [
		facts(
			layOut(rng, {
				name: "公示信息",
				records,
				columns: [
					{
						heading: "统一社会信用代码",
						cell: ({ i }) =>
							i === 0
								? taught
								: creditCode(
										"91",
										county.neighbour.code,
										`MF${String(1000 + i * 71)}QA`,
									),
					},
					{
						heading: "企业名称",
						cell: ({ i }) =>
							`${county.neighbour.name}${tradeFirst[i]}${tradeSecond[i]}建材有限公司`,
					},
					{ heading: "法定代表人", cell: () => name(rng) },
					{
						heading: "成立日期",
						cell: ({ i }) => `201${i % 10}-05-1${i % 10}`,
					},
					{ heading: "登记状态", cell: () => "存续" },
				],
			}),
		),
	]);
	return {
		id: "company_published",
		path,
		dataset: "company",
		from: county.neighbour.name,
		comment: "公示版，没有法定代表人证号",
	};
}

function rngSurname(rng: Rng): string {
	return rng.pick(surnames)[0];
}

const unsent: SourceNote = {
	id: "real_estate_presale",
	path: "住建局/商品房网签备案*.csv",
	dataset: "real_estate_presale",
	from: "临澄县住房和城乡建设局",
	comment: "说好送来，一直没有送",
	becomes: "missing",
};

/** The rows stand for nothing that is not told elsewhere. */
function facts<S extends { lines: { records?: readonly object[] }[] }>(
	sheet: S,
): S {
	for (const line of sheet.lines) if (line.records) line.records = [];
	return sheet;
}
