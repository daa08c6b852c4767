import { layOut } from "../files/sheet.ts";
import { Spelling } from "../files/spelling.ts";
import { county } from "../places/county.ts";
import { type Department, type Desk, named, type SourceNote } from "./desk.ts";

const from = "临澄县人力资源和社会保障局";

/** 人社局: pensions, and who is insured where. */
export const socialSecurity: Department = async (desk) => [
	...(await pensions(desk)),
	insurance(desk),
];

/** One JSON object a line, as the provincial system hands them out. */
export const pensions: Department = async (desk) => {
	const { world, rng, outbox } = desk;
	const own = rng.fork("pensions");
	const say = new Spelling(own);
	const path = named(desk, "人社局/养老待遇发放_202507-202606.ndjson");
	const records = [...world.pensionPayments].sort(
		(a, b) =>
			a.period - b.period ||
			a.paid - b.paid ||
			(a.person.id < b.person.id ? -1 : 1),
	);
	outbox.ndjson(
		path,
		layOut(own, {
			records,
			columns: [
				{ heading: "身份证号", cell: ({ person }) => say.id(person.id) },
				{ heading: "姓名", cell: ({ person }) => person.name },
				{ heading: "险种", cell: ({ scheme }) => scheme },
				{ heading: "统筹区", cell: () => county.code },
				{
					heading: "归属月份",
					cell: ({ period }) => say.month(period, "compact"),
				},
				{ heading: "待遇项目", cell: ({ item }) => item },
				{ heading: "发放金额", cell: ({ amount }) => amount / 100 },
				{ heading: "银行账号", cell: ({ account }) => account },
				{ heading: "发放日期", cell: ({ paid }) => say.date(paid) },
				{ heading: "发放状态", cell: ({ status }) => status },
			],
		}),
	);
	return [
		{
			id: "pension_pay",
			path,
			dataset: "pension_pay",
			from,
			mode: "append",
			comment: "每行一个 JSON 对象；负数是冲销",
		},
	];
};

function insurance({ world, rng, outbox, errors }: Desk): SourceNote {
	const own = rng.fork("insurance");
	const say = new Spelling(own);
	const path = "人社局/企业和机关事业养老保险参保明细.csv";
	outbox.text(
		path,
		layOut(own, {
			records: own.shuffle(world.insured),
			columns: [
				{ heading: "身份证号", cell: ({ person }) => say.id(person.id) },
				{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
				{ heading: "参保单位", cell: ({ employer }) => employer.name },
				{
					heading: "统一社会信用代码",
					cell: ({ employer }) =>
						"uscc" in employer ? employer.uscc : employer.code,
				},
				{
					heading: "险种",
					cell: ({ employer }) =>
						"uscc" in employer ? "企业职工养老" : "机关事业单位养老保险",
				},
				{
					heading: "缴费起始年月",
					cell: (spell) => say.month(spell.from, "compact"),
				},
				{ heading: "停保年月", cell: ({ stop }) => say.month(stop, "compact") },
				{ heading: "缴费基数", cell: ({ base }) => base / 100 },
				{
					heading: "参保状态",
					cell: ({ stop }) => (stop === undefined ? "正常参保" : "暂停缴费"),
				},
			],
		}),
		{ delimiter: ",", encoding: "gb18030" },
	);
	return {
		id: "social_ins",
		path,
		dataset: "social_ins",
		from,
		...(errors > 0 ? { cutOff: "2026-02-28" } : {}),
		comment: "停保年月是第一个不缴费的月",
	};
}
