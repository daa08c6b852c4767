import { layOut } from "../files/sheet.ts";
import { Spelling } from "../files/spelling.ts";
import type { Department } from "./desk.ts";

/** 财政局: whose the accounts are that subsidies are paid into, as the bank answered. */
export const subsidyAccounts: Department = async ({ world, rng, outbox }) => {
	const say = new Spelling(rng, "dot");
	const path = "财政局/一卡通账户登记表.xlsx";
	await outbox.workbook(path, [
		layOut(rng, {
			name: "代发账户",
			titles: ["惠民惠农财政补贴“一卡通”代发账户登记表"],
			records: rng.shuffle(world.bankAccounts),
			columns: [
				{ heading: "账号", cell: ({ number }) => number },
				{ heading: "户名", cell: ({ name }) => say.name(name) },
				{
					heading: "开户人证件号",
					cell: ({ holder }) => (holder ? say.id(holder.id) : null),
				},
				{ heading: "账户性质", cell: ({ kind }) => kind },
				{ heading: "开户银行", cell: ({ bank }) => bank },
				{ heading: "开户日期", cell: ({ opened }) => say.date(opened) },
			],
		}),
	]);
	return [
		{
			id: "bank_acct",
			path,
			dataset: "bank_acct",
			from: "临澄县财政局（一卡通平台）",
			comment: "须授权：见下面 authorisations",
		},
	];
};
