import { on, yearOf } from "../base/day.ts";
import { layOut, type Table } from "../files/sheet.ts";
import { decimal, Spelling } from "../files/spelling.ts";
import { addressOf } from "../world/families.ts";
import { ageAt } from "../world/people.ts";
import type {
	Marriage,
	WelfareFamily,
	WelfarePayment,
} from "../world/records.ts";
import type { Department, Desk, SourceNote } from "./desk.ts";

const from = "临澄县民政局";

/** 民政局: marriages, allowances and their payments, filings of relatives, the funeral home. */
export const civilAffairs: Department = async (desk) => [
	marriages(desk),
	await oldMarriages(desk),
	await families(desk),
	...(await persons(desk)),
	await payments(desk),
	await filings(desk),
	await burials(desk),
];

/** Since then the office's system writes one row an act; before, a book with the divorce in the same line. */
const systemSince = on("2008-01-01");

interface Act {
	marriage: Marriage;
	kind: "结婚登记" | "离婚登记";
	day: number;
}

function marriages({ world, rng, outbox }: Desk): SourceNote {
	const own = rng.fork("marriages");
	const say = new Spelling(own, "mixed");
	const path = "民政局/婚姻登记业务明细_2008年以来.csv";
	const acts: Act[] = world.marriages.flatMap((marriage) => [
		...(marriage.registered >= systemSince
			? [{ marriage, kind: "结婚登记" as const, day: marriage.registered }]
			: []),
		...(marriage.divorced !== undefined && marriage.divorced >= systemSince
			? [{ marriage, kind: "离婚登记" as const, day: marriage.divorced }]
			: []),
	]);
	acts.sort((a, b) => a.day - b.day);
	const number = numbered(acts);
	const sheet = layOut(own, {
		records: acts,
		columns: [
			{ heading: "业务类型", cell: (act) => act.kind },
			{ heading: "登记日期", cell: (act) => say.date(act.day) },
			{
				heading: "男方姓名",
				cell: ({ marriage }) => say.name(marriage.husband.name),
			},
			{
				heading: "男方身份证件号",
				cell: ({ marriage }) => say.id(marriage.husband.id),
			},
			{
				heading: "女方姓名",
				cell: ({ marriage }) => say.name(marriage.wife.name),
			},
			{
				heading: "女方身份证件号",
				cell: ({ marriage }) => say.id(marriage.wife.id),
			},
			{ heading: "登记机关", cell: () => "临澄县民政局婚姻登记处" },
			{
				heading: "证字号",
				cell: (act) =>
					`${act.kind === "结婚登记" ? "J" : "L"}380121-${yearOf(act.day)}-${String(number(act)).padStart(6, "0")}`,
			},
		],
	});
	for (const line of sheet.lines)
		if (line.records)
			line.records = line.records.map((act) => (act as Act).marriage);
	outbox.text(path, sheet, { delimiter: ",", encoding: "utf-8 with BOM" });
	return {
		id: "marriage",
		path,
		dataset: "marriage",
		from,
		comment: "一次业务一行，离婚另起一行",
	};
}

async function oldMarriages({ world, rng, outbox }: Desk): Promise<SourceNote> {
	const own = rng.fork("old marriages");
	const say = new Spelling(own, "dot");
	const path = "民政局/婚姻登记历史补录_2007年以前.xlsx";
	const old = world.marriages.filter(
		(marriage) => marriage.registered < systemSince,
	);
	const number = numbered(old);
	await outbox.workbook(path, [
		layOut(own, {
			name: "补录",
			titles: ["婚姻登记历史档案补录表（2007年及以前）"],
			records: own.shuffle(old),
			columns: [
				{ heading: "序号", cell: (marriage) => number(marriage) },
				{ heading: "男方姓名", cell: ({ husband }) => say.name(husband.name) },
				{ heading: "男方证件号码", cell: ({ husband }) => say.id(husband.id) },
				{ heading: "女方姓名", cell: ({ wife }) => say.name(wife.name) },
				{ heading: "女方证件号码", cell: ({ wife }) => say.id(wife.id) },
				{
					heading: "结婚登记日期",
					cell: ({ registered }) => say.date(registered),
				},
				{
					heading: "离婚日期",
					cell: ({ divorced }) =>
						divorced !== undefined && divorced < systemSince
							? say.date(divorced)
							: null,
				},
			],
		}),
	]);
	return {
		id: "marriage_old",
		path,
		dataset: "marriage",
		from,
		comment: "离婚日期写在结婚那一行；2008 年以后的离婚见业务明细",
	};
}

async function families({ world, rng, outbox }: Desk): Promise<SourceNote> {
	const own = rng.fork("welfare families");
	const say = new Spelling(own);
	const path = "民政局/低保家庭查询_20260630.xlsx";
	const records = byCertificate(world.welfareFamilies);
	await outbox.workbook(path, [
		layOut(own, {
			name: "低保家庭",
			titles: [
				"临澄县最低生活保障家庭名册",
				"导出单位：临澄县民政局社会救助股　　导出时间：2026-06-30",
			],
			total: "top and end",
			records,
			blanks: 1,
			columns: [
				{ heading: "乡镇", cell: ({ home }) => home.village.town.name },
				{ heading: "村（居）", cell: ({ home }) => home.village.name },
				{ heading: "低保（特困）证号", cell: ({ certificate }) => certificate },
				{ heading: "户主姓名", cell: ({ head }) => say.name(head.name) },
				{ heading: "户主身份证号码", cell: ({ head }) => say.id(head.id) },
				{ heading: "救助类型", cell: ({ category }) => category },
				{ heading: "家庭人口数", cell: ({ members }) => members.length },
				{
					heading: "保障人口数",
					cell: ({ members }) =>
						members.filter(({ notAided }) => !notAided).length,
				},
				{
					heading: "户月保障金额（元）",
					cell: ({ monthly }) => say.yuan(monthly),
					total: ({ monthly }) => monthly / 100,
				},
				{
					heading: "最初享受月份",
					cell: ({ first }) => say.month(first, "compact"),
				},
				{ heading: "停保年月", cell: ({ stop }) => say.month(stop, "compact") },
				{
					heading: "享受状态",
					cell: ({ stop }) => (stop === undefined ? "在保" : "停保"),
				},
				{ heading: "申请原因", cell: ({ reason }) => reason },
				{
					heading: "家庭成员姓名",
					cell: ({ members }) =>
						members
							.map(({ person }) => person.name)
							.join(own.pick(["、", ",", "\n"])),
				},
				{ heading: "一卡通账号", cell: ({ account }) => account },
				{ heading: "家庭住址", cell: ({ home }) => addressOf(home) },
				{ heading: "联系电话", cell: ({ head }) => head.phone },
				{ heading: "区划代码", cell: ({ home }) => home.village.code },
			],
		}),
	]);
	return {
		id: "dibao_family",
		path,
		dataset: "dibao_family",
		from,
		comment: "停保年月是第一个不再享受的月份",
	};
}

async function persons(desk: Desk): Promise<SourceNote[]> {
	const { world, rng, outbox, errors } = desk;
	const own = rng.fork("welfare persons");
	const say = new Spelling(own);
	const path = "民政局/低保人员查询_20260630.xlsx";
	await outbox.workbook(path, [
		layOut(own, {
			name: "低保人员",
			titles: ["临澄县最低生活保障人员名册"],
			records: byCertificate(world.welfareFamilies)
				.filter((family) => errors === 0 || !inOneCell(family))
				.flatMap((family) => family.members),
			groupBy: (member) => member.family,
			blanks: 1,
			unreadable: [
				[
					null,
					null,
					null,
					null,
					null,
					null,
					null,
					"子",
					"农村低保",
					"是",
					"2024年3月",
					null,
					"在保",
					"否",
					null,
					null,
				],
			],
			notes: ["制表人：社会救助股　　审核人：　　　　"],
			columns: [
				{
					heading: "乡镇",
					cell: ({ family }) => family.home.village.town.name,
					merged: true,
				},
				{
					heading: "村（居）",
					cell: ({ family }) => family.home.village.name,
					merged: true,
				},
				{
					heading: "低保证号",
					cell: ({ family }) => family.certificate,
					merged: true,
				},
				{
					heading: "户主姓名",
					cell: ({ family }) => say.name(family.head.name),
					merged: true,
				},
				{
					heading: "户主身份证号",
					cell: ({ family }) => say.id(family.head.id),
					merged: true,
				},
				{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
				{ heading: "身份证号", cell: ({ person }) => say.id(person.id) },
				{ heading: "与户主关系", cell: ({ relation }) => relation },
				{ heading: "救助类型", cell: ({ family }) => family.category },
				{
					heading: "是否保障对象",
					cell: ({ notAided }) => (notAided ? "否" : "是"),
				},
				{
					heading: "最初享受月",
					cell: ({ family }) => say.month(family.first, "chinese"),
				},
				{
					heading: "停保年月",
					cell: ({ family }) => say.month(family.stop, "iso"),
				},
				{
					heading: "享受状态",
					cell: ({ family }) => (family.stop === undefined ? "在保" : "停保"),
				},
				{
					heading: "是否残疾人",
					cell: ({ disability }) => (disability ? "是" : "否"),
				},
				{ heading: "残疾等级", cell: ({ disability }) => disability ?? null },
				{ heading: "区划代码", cell: ({ family }) => family.home.village.code },
			],
		}),
	]);
	const note: SourceNote = {
		id: "dibao_person",
		path,
		dataset: "dibao_person",
		from,
		comment: "户主几列是合并单元格，只有首行有值",
	};
	return errors === 0 ? [note] : [note, await personsInCells(desk)];
}

/** One township has its own form, with a family a row; what the form does not ask is true of none of these. */
function inOneCell({ home, members }: WelfareFamily): boolean {
	return (
		home.village.town.name === "沙坪乡" &&
		members.every(
			({ notAided, disability }) => !notAided && disability === undefined,
		)
	);
}

async function personsInCells({
	world,
	rng,
	outbox,
	bystanders,
}: Desk): Promise<SourceNote> {
	const own = rng.fork("welfare persons in cells");
	const say = new Spelling(own);
	const path = "民政局/沙坪乡低保家庭成员登记表.xlsx";
	const records = byCertificate(world.welfareFamilies).filter(inOneCell);
	// Of one family somebody forgot a number.
	const short = records.find(
		({ members }) =>
			members.length > 1 &&
			members.every(({ person }) => bystanders.has(person)),
	);
	const marks = ["、", "，", "\n", "；"] as const;
	const sheet = layOut(own, {
		name: "登记表",
		titles: ["沙坪乡最低生活保障家庭成员登记表"],
		records,
		columns: [
			{ heading: "低保证号", cell: ({ certificate }) => certificate },
			{ heading: "户主姓名", cell: ({ head }) => say.name(head.name) },
			{ heading: "户主身份证号", cell: ({ head }) => head.id },
			{
				heading: "家庭成员姓名",
				cell: ({ members }) =>
					members.map(({ person }) => person.name).join(own.pick(marks)),
			},
			{
				heading: "家庭成员身份证号",
				cell: (family) =>
					family.members
						.slice(0, family === short ? -1 : undefined)
						.map(({ person }) => person.id)
						.join(own.pick(marks)),
			},
			{ heading: "救助类型", cell: ({ category }) => category },
			{ heading: "最初享受月", cell: ({ first }) => say.month(first, "iso") },
			{ heading: "停保年月", cell: ({ stop }) => say.month(stop, "iso") },
			{
				heading: "享受状态",
				cell: ({ stop }) => (stop === undefined ? "在保" : "停保"),
			},
			{ heading: "区划代码", cell: ({ home }) => home.village.code },
		],
	});
	for (const line of sheet.lines)
		for (const family of line.records ?? []) {
			line.records = (family as WelfareFamily).members;
			if (family === short) line.unusable = "names without numbers";
		}
	await outbox.workbook(path, [sheet]);
	return {
		id: "dibao_person_cells",
		path,
		dataset: "dibao_person",
		from: "沙坪乡人民政府",
		comment: "一户一行，一格里有几个人",
	};
}

async function payments({
	world,
	rng,
	outbox,
	errors,
}: Desk): Promise<SourceNote> {
	const own = rng.fork("welfare payments");
	const say = new Spelling(own);
	const path = "民政局/低保金发放明细_202504-202606.csv";
	const records = [...world.welfarePayments].sort(
		(a, b) =>
			a.period - b.period ||
			(a.family.certificate < b.family.certificate ? -1 : 1),
	);
	const table = (
		records: readonly WelfarePayment[],
	): Table<WelfarePayment> => ({
		records,
		total: "end",
		columns: [
			{
				heading: "归属月份",
				cell: ({ period }) => say.month(period, "compact"),
			},
			{ heading: "低保证号", cell: ({ family }) => family.certificate },
			{
				heading: "户主姓名",
				cell: ({ family }) => say.name(family.head.name),
			},
			{
				heading: "户主身份证号",
				cell: ({ family }) => say.id(family.head.id),
			},
			{ heading: "救助类型", cell: ({ family }) => family.category },
			{
				heading: "发放金额（元）",
				cell: ({ amount }) => say.yuan(amount),
				total: ({ amount }) => amount / 100,
			},
			{ heading: "发放日期", cell: ({ paid }) => say.date(paid) },
			{ heading: "银行账号", cell: ({ family }) => family.account },
			{ heading: "开户名", cell: ({ family }) => family.head.name },
			{ heading: "发放状态", cell: ({ status }) => status },
		],
	});
	const note: SourceNote = {
		id: "dibao_pay",
		path,
		dataset: "dibao_pay",
		from,
		mode: "append",
	};
	if (errors === 0) {
		outbox.text(path, layOut(own, table(records)), {
			delimiter: ",",
			encoding: "utf-8 with BOM",
		});
		return note;
	}
	const months = [...new Set(records.map(({ period }) => period))];
	const book = path.replace(".csv", ".xlsx");
	await outbox.workbook(
		book,
		months.map((month) =>
			layOut(own, {
				...table(records.filter(({ period }) => period === month)),
				name: say.month(month, "chinese") ?? "",
			}),
		),
	);
	return { ...note, path: book, comment: "一个月一张表" };
}

async function filings({ world, rng, outbox }: Desk): Promise<SourceNote> {
	const own = rng.fork("filings");
	const say = new Spelling(own, "chinese");
	const path = "民政局/经办人员和村干部近亲属享受救助备案表.xlsx";
	await outbox.workbook(path, [
		layOut(own, {
			name: "备案表",
			titles: ["低保经办人员和村（居）民委员会成员近亲属享受社会救助备案表"],
			records: own.shuffle(world.filings),
			columns: [
				{ heading: "备案人姓名", cell: ({ filer }) => say.name(filer.name) },
				{ heading: "备案人身份证号", cell: ({ filer }) => say.id(filer.id) },
				{ heading: "备案人单位", cell: ({ filerUnit }) => filerUnit },
				{ heading: "备案人职务", cell: ({ filerPost }) => filerPost },
				{ heading: "与备案人关系", cell: ({ relation }) => relation },
				{
					heading: "享受对象姓名",
					cell: ({ member }) => say.name(member.name),
				},
				{
					heading: "享受对象身份证号",
					cell: ({ member }) => say.id(member.id),
				},
				{ heading: "救助类型", cell: ({ assistance }) => assistance },
				{ heading: "备案日期", cell: ({ filed }) => say.date(filed) },
				{ heading: "受理单位", cell: ({ accepted }) => accepted },
			],
		}),
	]);
	return { id: "relative_filing", path, dataset: "relative_filing", from };
}

async function burials({ world, rng, outbox }: Desk): Promise<SourceNote> {
	const own = rng.fork("burials");
	const say = new Spelling(own, "mixed");
	const path = "民政局/殡仪馆火化登记.xlsx";
	const records = own.shuffle(
		world.deaths.filter((death) => death.source === "殡葬火化"),
	);
	const number = numbered(records);
	await outbox.workbook(path, [
		layOut(own, {
			name: "火化登记",
			titles: ["临澄县殡仪馆火化登记簿"],
			records,
			blanks: 1,
			columns: [
				{ heading: "序号", cell: (death) => number(death) },
				{ heading: "逝者姓名", cell: ({ person }) => say.name(person.name) },
				{ heading: "性别", cell: ({ person }) => person.gender },
				{ heading: "年龄", cell: (death) => ageAt(death.person, death.died) },
				{
					heading: "逝者证件号",
					cell: (death) =>
						death.idGiven ? (death.wrongId ?? say.id(death.person.id)) : null,
				},
				{
					heading: "死亡时间",
					cell: (death) =>
						death.spelledDate ??
						(own.permille(150)
							? say.date(death.died, "serial")
							: say.date(death.died)),
				},
				{ heading: "火化时间", cell: (death) => say.date(death.recorded) },
				{
					heading: "火化证号",
					cell: (death) =>
						`火${yearOf(death.recorded)}${decimal(number(death) - 1, 2).replace(".", "")}`,
				},
				{
					heading: "逝者户籍地址",
					cell: ({ person }) => addressOf(person.home),
				},
				{ heading: "家属电话", cell: () => `154${own.digits(8)}` },
				{ heading: "来源", cell: () => "殡仪馆" },
			],
		}),
	]);
	return {
		id: "death_funeral",
		path,
		dataset: "death",
		from: "临澄县殡仪馆",
		comment: "常缺证号",
	};
}

/** The place of each in a list, from 1. */
function numbered<T>(list: readonly T[]): (one: T) => number {
	const places = new Map(list.map((one, i) => [one, i + 1]));
	return (one) => places.get(one) ?? 0;
}

function byCertificate(families: readonly WelfareFamily[]): WelfareFamily[] {
	return [...families].sort((a, b) => (a.certificate < b.certificate ? -1 : 1));
}
