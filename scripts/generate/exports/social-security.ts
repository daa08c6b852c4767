import { layOut } from "../files/sheet.ts";
import { Spelling } from "../files/spelling.ts";
import { county } from "../places/county.ts";
import { type Department, named } from "./desk.ts";

/** 人社局: pensions, one JSON object a line, as the provincial system hands them out. */
export const socialSecurity: Department = async (desk) => {
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
			from: "临澄县人力资源和社会保障局",
			mode: "append",
			comment: "每行一个 JSON 对象；负数是冲销",
		},
	];
};
