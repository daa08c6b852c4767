import { layOut } from "../files/sheet.ts";
import { decimal, Spelling } from "../files/spelling.ts";
import { type Desk, named, type SourceNote } from "./desk.ts";

const from = "澄安市公共资源交易中心临澄分中心";

/** The lots, with their kind, and whether the law asks for a tender. */
export function lots(desk: Desk): SourceNote {
	const { world, rng, outbox } = desk;
	const own = rng.fork("lots");
	const path = named(desk, "公共资源交易中心/标段（包）信息表.csv");
	outbox.text(
		path,
		layOut(own, {
			records: world.projects.flatMap((project) => project.lots),
			columns: [
				{ heading: "项目编号", cell: ({ project }) => project.number },
				{ heading: "标段号", cell: ({ number }) => number },
				{
					heading: "标段名称",
					cell: ({ project, number }) =>
						project.lots.length > 1
							? `${project.name}（第${number}标段）`
							: project.name,
				},
				{ heading: "品目", cell: ({ category }) => category },
				{
					heading: "估算价（万元）",
					cell: ({ project }) =>
						decimal(
							Math.floor(project.budget / project.lots.length / 10_000),
							2,
						),
				},
				{
					heading: "是否依法必须招标",
					cell: ({ obligatory }) => (obligatory ? "是" : "否"),
				},
			],
		}),
		{ delimiter: ",", encoding: "utf-8 with BOM" },
	);
	return { id: "bid_lot", path, dataset: "bid_lot", from };
}

const methodWords = {
	转账: ["网银", "电汇", "转账"],
	支票: ["转账支票"],
	现金: ["现金缴存"],
	保函: ["电子保函", "银行保函"],
	年度保证金: ["年度投标保证金"],
} as const;

/** Security as the centre's account took it in; who paid is what the bank's slip says. */
export function deposits(desk: Desk): SourceNote {
	const { world, rng, outbox } = desk;
	const own = rng.fork("deposits");
	const say = new Spelling(own);
	const path = named(desk, "公共资源交易中心/投标保证金缴纳明细.csv");
	outbox.text(
		path,
		layOut(own, {
			records: [...world.deposits].sort(
				(a, b) => a.day - b.day || a.minute - b.minute,
			),
			columns: [
				{ heading: "项目编号", cell: ({ lot }) => lot.project.number },
				{ heading: "标段", cell: ({ lot }) => lot.number },
				{ heading: "缴纳单位", cell: ({ company }) => say.org(company.name) },
				{
					heading: "统一社会信用代码",
					cell: ({ company }) => say.code(company.uscc),
				},
				{ heading: "付款户名", cell: ({ payer }) => payer },
				{
					heading: "付款账号",
					cell: ({ account }) =>
						account === undefined
							? null
							: own.permille(60)
								? (account.match(/.{1,4}/g) ?? []).join(" ")
								: account,
				},
				{
					heading: "缴纳方式",
					cell: ({ method }) => own.pick(methodWords[method]),
				},
				{ heading: "保证金金额（元）", cell: ({ amount }) => say.yuan(amount) },
				{
					heading: "到账时间",
					cell: ({ day, minute }) => say.minute(day, minute),
				},
				{
					heading: "是否基本户转出",
					cell: ({ account, company, method }) =>
						method === "保函"
							? null
							: account === company.account
								? "是"
								: "否",
				},
			],
		}),
		{ delimiter: ",", encoding: "gb18030" },
	);
	return {
		id: "bid_deposit",
		path,
		dataset: "bid_deposit",
		from,
		comment: "保函、年度保证金也在内，按缴纳方式区分",
	};
}

/** The people whom the bids name for the project. */
export function teams(desk: Desk): SourceNote {
	const { world, rng, outbox } = desk;
	const own = rng.fork("teams");
	const say = new Spelling(own);
	const path = named(desk, "公共资源交易中心/投标项目班子人员.csv");
	outbox.text(
		path,
		layOut(own, {
			records: world.teams,
			columns: [
				{ heading: "项目编号", cell: ({ lot }) => lot.project.number },
				{ heading: "标段", cell: ({ lot }) => lot.number },
				{ heading: "投标单位", cell: ({ company }) => say.org(company.name) },
				{
					heading: "统一社会信用代码",
					cell: ({ company }) => say.code(company.uscc),
				},
				{ heading: "拟任岗位", cell: ({ post }) => post },
				{ heading: "姓名", cell: ({ name }) => say.name(name) },
				{
					heading: "身份证号",
					cell: ({ id }) => (id === undefined ? null : say.id(id)),
				},
				{
					heading: "资格证书号",
					cell: ({ certificate }) => certificate ?? null,
				},
			],
		}),
		{ delimiter: ",", encoding: "utf-8" },
	);
	return { id: "bid_staff", path, dataset: "bid_staff", from };
}
