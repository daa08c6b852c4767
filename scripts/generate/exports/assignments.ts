import { layOut } from "../files/sheet.ts";
import { Spelling } from "../files/spelling.ts";
import type { Desk, SourceNote } from "./desk.ts";

const from = "中共临澄县委组织部";

/** Posts outside that were approved. */
export function approvals({ world, rng, outbox }: Desk): SourceNote {
	const own = rng.fork("approvals");
	const say = new Spelling(own, "iso");
	const path = "组织部/批准兼职登记表.csv";
	outbox.text(
		path,
		layOut(own, {
			records: world.approvedPositions,
			columns: [
				{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
				{ heading: "身份证号", cell: ({ person }) => say.id(person.id) },
				{ heading: "工作单位", cell: ({ unit }) => say.org(unit.name) },
				{ heading: "兼职单位", cell: ({ company }) => say.org(company.name) },
				{
					heading: "兼职单位统一社会信用代码",
					cell: ({ company }) => say.code(company.uscc),
				},
				{ heading: "兼职职务", cell: ({ post }) => post },
				{ heading: "是否取酬", cell: () => "否" },
				{ heading: "批准文号", cell: ({ number }) => number },
				{ heading: "批准日期", cell: ({ from: since }) => say.date(since) },
				{ heading: "兼职截止日期", cell: ({ to }) => say.date(to) },
			],
		}),
		{ delimiter: ",", encoding: "gb18030" },
	);
	return { id: "approved_position", path, dataset: "approved_position", from };
}

/** How the offices have split their work among their leaders. */
export async function duties({
	world,
	rng,
	outbox,
	errors,
}: Desk): Promise<SourceNote[]> {
	const own = rng.fork("duties");
	const say = new Spelling(own, "dot");
	const path = "组织部/领导班子成员分工表.xlsx";
	const sheet = layOut(own, {
		name: "分工",
		titles: ["各单位领导班子成员工作分工（含历任）"],
		records: own.shuffle(world.duties),
		columns: [
			{ heading: "单位名称", cell: ({ unit }) => say.org(unit.name) },
			{ heading: "单位代码", cell: ({ unit }) => unit.code },
			{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
			{ heading: "身份证号", cell: ({ person }) => say.id(person.id) },
			{ heading: "职务", cell: ({ post }) => post },
			{ heading: "分管工作", cell: ({ text }) => text },
			{ heading: "分管行业", cell: ({ field }) => field },
			{ heading: "管辖地区", cell: ({ region }) => region },
			{ heading: "分管起始日期", cell: ({ from: since }) => say.date(since) },
			{ heading: "分管截止日期", cell: ({ to }) => say.date(to) },
		],
	});
	await outbox.workbook(path, [sheet]);
	const note: SourceNote = {
		id: "duty_scope",
		path,
		dataset: "duty_scope",
		from,
		comment: "分管行业照规则清单 duty_industry 里的写法填",
	};
	if (errors === 0) return [note];
	const again = "组织部/分工表_另存.csv";
	outbox.text(again, sheet, { delimiter: ",", encoding: "gb18030" });
	return [
		note,
		{
			...note,
			id: "duty_scope_saved",
			path: again,
			comment: "同一张表另存成 CSV 又送了一次：不重复计",
			becomes: "duplicate",
		},
	];
}
