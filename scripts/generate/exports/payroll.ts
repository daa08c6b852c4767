import { layOut } from "../files/sheet.ts";
import { Spelling } from "../files/spelling.ts";
import type { Department } from "./desk.ts";

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

/** 财政局: the roll of people whom the budget pays, with those who left and retired. */
export const payroll: Department = async ({ world, rng, outbox }) => {
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
	return [
		{
			id: "public_employee",
			path,
			dataset: "public_employee",
			from: "临澄县财政局",
			comment: "含编外、公益性岗位和离退休人员，按人员类别区分",
		},
	];
};
