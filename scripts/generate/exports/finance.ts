import { layOut } from "../files/sheet.ts";
import { decimal, Spelling } from "../files/spelling.ts";
import type { Department, Desk, SourceNote } from "./desk.ts";

const from = "临澄县财政局";

const staffWords = {
	公务员: ["行政编制", "公务员"],
	参公: ["参照公务员法管理", "参公"],
	事业: ["事业编制", "全额事业"],
	工勤: ["机关工勤"],
	临聘: ["编外人员", "临聘人员"],
	公益岗: ["公益性岗位"],
	离退休: ["离退休人员"],
	遗属: ["遗属补助"],
} as const;

/** 财政局: the roll of people whom the budget pays, and what the treasury paid out for the units. */
export const finance: Department = async (desk) => [
	employees(desk),
	payments({ ...desk, rng: desk.rng.fork("payments") }),
];

/** With those who left and retired. */
function employees({ world, rng, outbox }: Desk): SourceNote {
	const say = new Spelling(rng, "mixed");
	const path = "财政局/财政供养人员名册_20260630.csv";
	outbox.text(
		path,
		layOut(rng, {
			records: rng.shuffle(world.employees),
			blanks: 1,
			columns: [
				{ heading: "单位名称", cell: ({ unit }) => say.org(unit.name) },
				{ heading: "单位代码", cell: ({ unit }) => unit.code },
				{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
				{
					heading: "身份证号码",
					cell: ({ person, wrongId }) => wrongId ?? say.id(person.id),
				},
				{
					heading: "人员类别",
					cell: ({ staff }) => rng.pick(staffWords[staff]),
				},
				{ heading: "职务", cell: ({ post }) => post },
				{ heading: "人员状态", cell: ({ status }) => status },
				{ heading: "进入日期", cell: ({ from }) => say.date(from) },
				{ heading: "退出日期", cell: ({ to }) => say.date(to) },
			],
		}),
		{ delimiter: ",", encoding: "gb18030" },
	);
	return {
		id: "public_employee",
		path,
		dataset: "public_employee",
		from,
		comment: "含编外、公益性岗位和离退休人员，按人员类别区分",
	};
}

function payments({ world, rng, outbox }: Desk): SourceNote {
	const say = new Spelling(rng, "iso");
	const path = "财政局/国库集中支付明细_2016-2026.csv";
	outbox.text(
		path,
		layOut(rng, {
			records: [...world.payments].sort(
				(a, b) => a.paid - b.paid || (a.number < b.number ? -1 : 1),
			),
			columns: [
				{ heading: "支付令号", cell: ({ number }) => number },
				{ heading: "支付日期", cell: ({ paid }) => say.date(paid) },
				{ heading: "预算单位编码", cell: ({ payer }) => payer.code },
				{ heading: "预算单位名称", cell: ({ payer }) => say.org(payer.name) },
				{ heading: "收款人全称", cell: ({ payee }) => say.org(payee.name) },
				{
					heading: "收款人统一社会信用代码",
					cell: ({ payee }) => say.code(payee.uscc),
				},
				{ heading: "收款人账号", cell: ({ payee }) => payee.account },
				{
					heading: "支付金额（元）",
					cell: ({ amount }) => decimal(amount, 2),
				},
				{ heading: "用途", cell: ({ summary }) => summary },
				{
					heading: "合同编号",
					cell: ({ contract }) => contract?.number ?? null,
				},
				{
					heading: "支付状态",
					cell: ({ status }) => (status === "成功" ? "支付成功" : "退票"),
				},
			],
		}),
		{ delimiter: ",", encoding: "utf-8 with BOM" },
	);
	return {
		id: "payment",
		path,
		dataset: "payment",
		from,
		comment: "退票的没有付出去；没有合同编号的，多为零星采购",
	};
}
