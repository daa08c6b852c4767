import { layOut } from "../files/sheet.ts";
import { decimal, Spelling } from "../files/spelling.ts";
import { county } from "../places/county.ts";
import { addressOf } from "../world/families.ts";
import { type Department, type Desk, named, type SourceNote } from "./desk.ts";

const from = "临澄县市场监督管理局";

/** 市场监管局: companies, shareholders and officers from the registration files. */
export const market: Department = async (desk) => [
	companies(desk),
	shareholders(desk),
	officers(desk),
	headChanges(desk),
];

const statusWords = {
	存续: ["存续（在营、开业、在册）", "存续", "在业"],
	注销: ["注销"],
	吊销: ["吊销，未注销"],
} as const;

export function companies(desk: Desk): SourceNote {
	const { world, rng, outbox } = desk;
	const own = rng.fork("companies");
	const say = new Spelling(own, "iso");
	const first = desk.firstCompanies ?? world.companies.length;
	const path = named(desk, "市场监管局/市场主体登记信息.csv");
	outbox.text(
		path,
		layOut(own, {
			records: [
				...own.shuffle(world.companies.slice(0, first)),
				...world.companies.slice(first),
			],
			blanks: 1,
			columns: [
				{ heading: "统一社会信用代码", cell: ({ uscc }) => say.code(uscc) },
				{ heading: "企业名称", cell: ({ name }) => say.org(name) },
				{ heading: "企业类型", cell: ({ type }) => type },
				{
					heading: "法定代表人",
					cell: ({ legalRep }) => say.name(legalRep.name),
				},
				{
					heading: "法定代表人证件号码",
					cell: ({ legalRep, wrongHeadId }) =>
						say.id(wrongHeadId ?? legalRep.id),
				},
				{
					heading: "注册资本（万元）",
					cell: ({ capital }) => capital / 10_000,
				},
				{ heading: "币种", cell: () => "人民币" },
				{
					heading: "成立日期",
					cell: ({ established }) => say.date(established),
				},
				{
					heading: "登记状态",
					cell: ({ status }) => own.pick(statusWords[status]),
				},
				{
					heading: "注吊销日期",
					cell: ({ statusDate }) => say.date(statusDate),
				},
				{ heading: "行政区划", cell: ({ region }) => region ?? county.code },
				{ heading: "住所", cell: ({ home }) => addressOf(home) },
				{
					heading: "经营范围",
					cell: ({ scope }) =>
						own.permille(120)
							? `一般项目：${scope}\n（依法须经批准的项目,经相关部门批准后方可开展经营活动）`
							: own.permille(100)
								? `${scope},"${county.name}"范围内`
								: scope,
				},
				{ heading: "行业代码", cell: ({ industryCode }) => industryCode },
				{ heading: "联系电话", cell: ({ phone }) => phone },
				{ heading: "参保人数", cell: ({ insured }) => insured },
			],
		}),
		{ delimiter: ",", encoding: "utf-8" },
	);
	return {
		id: "company",
		path,
		dataset: "company",
		from,
		comment: "登记档案版，带法定代表人证号；注册资本单位是万元，写在表头里",
	};
}

function shareholders({ world, rng, outbox }: Desk): SourceNote {
	const own = rng.fork("shareholders");
	const say = new Spelling(own, "iso");
	const path = "市场监管局/股东及出资信息.csv";
	outbox.text(
		path,
		layOut(own, {
			records: own.shuffle(world.shareholdings),
			columns: [
				{ heading: "企业名称", cell: ({ company }) => say.org(company.name) },
				{
					heading: "统一社会信用代码",
					cell: ({ company }) => say.code(company.uscc),
				},
				{
					heading: "股东名称",
					cell: ({ holder }) =>
						"uscc" in holder ? holder.name : say.name(holder.name),
				},
				{
					heading: "股东类型",
					cell: ({ holder }) => ("uscc" in holder ? "企业法人" : "自然人股东"),
				},
				{
					heading: "股东证件号码",
					cell: ({ holder }) => ("uscc" in holder ? null : say.id(holder.id)),
				},
				{
					heading: "股东统一社会信用代码",
					cell: ({ holder }) => ("uscc" in holder ? holder.uscc : null),
				},
				{
					heading: "认缴出资额（万元）",
					cell: ({ company, share }) =>
						decimal(Math.round((company.capital * share) / 10_000 / 100), 2),
				},
				{
					heading: "持股比例",
					cell: ({ share }) =>
						share % 100 === 0 && own.permille(500)
							? `${share / 100}%`
							: `${decimal(share, 2)}%`,
				},
				{ heading: "入股日期", cell: ({ from: since }) => say.date(since) },
				{ heading: "退股日期", cell: ({ to }) => say.date(to) },
			],
		}),
		{ delimiter: ",", encoding: "utf-8" },
	);
	return {
		id: "company_shareholder",
		path,
		dataset: "company_shareholder",
		from,
	};
}

function officers({ world, rng, outbox }: Desk): SourceNote {
	const own = rng.fork("officers");
	const say = new Spelling(own, "slash");
	const path = "市场监管局/主要人员信息.csv";
	outbox.text(
		path,
		layOut(own, {
			records: own.shuffle(world.officers),
			columns: [
				{
					heading: "统一社会信用代码",
					cell: ({ company }) => say.code(company.uscc),
				},
				{ heading: "企业名称", cell: ({ company }) => say.org(company.name) },
				{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
				{ heading: "证件号码", cell: ({ person }) => say.id(person.id) },
				{ heading: "职务", cell: ({ position }) => position },
				{ heading: "任职日期", cell: ({ from: since }) => say.date(since) },
				{ heading: "免职日期", cell: ({ to }) => say.date(to) },
			],
		}),
		{ delimiter: ",", encoding: "utf-8 with BOM" },
	);
	return { id: "company_officer", path, dataset: "company_officer", from };
}

/** Changes that were entered; the text before and after has names only. */
function headChanges({ world, rng, outbox }: Desk): SourceNote {
	const own = rng.fork("head changes");
	const say = new Spelling(own, "chinese");
	const path = "市场监管局/变更登记信息.csv";
	outbox.text(
		path,
		layOut(own, {
			records: world.headChanges,
			columns: [
				{
					heading: "统一社会信用代码",
					cell: ({ company }) => say.code(company.uscc),
				},
				{ heading: "企业名称", cell: ({ company }) => say.org(company.name) },
				{
					heading: "变更事项",
					cell: () =>
						own.pick([
							"负责人变更（法定代表人、负责人、首席代表、合伙事务执行人等变更）",
							"法定代表人变更",
						]),
				},
				{ heading: "变更前内容", cell: ({ before }) => say.name(before.name) },
				{ heading: "变更后内容", cell: ({ after }) => say.name(after.name) },
				{ heading: "核准日期", cell: ({ day }) => say.date(day) },
			],
		}),
		{ delimiter: ",", encoding: "utf-8" },
	);
	return { id: "company_change", path, dataset: "company_change", from };
}
