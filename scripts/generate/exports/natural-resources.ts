import { layOut } from "../files/sheet.ts";
import { decimal, Spelling } from "../files/spelling.ts";
import { brokenCheck } from "../ids/citizen-id.ts";
import type { Department } from "./desk.ts";

/** 自然资源局: the register of real estate, one line an owner. */
export const naturalResources: Department = async ({
	world,
	rng,
	outbox,
	bystanders,
}) => {
	const own = rng.fork("estates");
	const say = new Spelling(own);
	const path = "自然资源局/不动产登记信息查询结果.csv";
	outbox.text(
		path,
		layOut(own, {
			records: [...world.estates].sort((a, b) =>
				a.certificate === b.certificate
					? 0
					: a.certificate < b.certificate
						? -1
						: 1,
			),
			blanks: 1,
			duplicates: 2,
			columns: [
				{ heading: "不动产单元号", cell: ({ unit }) => unit ?? null },
				{ heading: "不动产权证号", cell: ({ certificate }) => certificate },
				{ heading: "权利人", cell: ({ owner }) => say.name(owner.name) },
				{
					heading: "权利人证件号",
					cell: ({ owner, wrongId }) =>
						wrongId ??
						(bystanders.has(owner) && own.permille(4)
							? brokenCheck(owner.id)
							: say.id(owner.id)),
				},
				{ heading: "共有情况", cell: ({ tenure }) => tenure },
				{ heading: "共有份额", cell: ({ share }) => share ?? null },
				{ heading: "坐落", cell: ({ address }) => address },
				{ heading: "规划用途", cell: ({ use }) => use },
				{ heading: "建筑面积（㎡）", cell: ({ area }) => decimal(area, 2) },
				{ heading: "登记日期", cell: ({ registered }) => say.date(registered) },
				{ heading: "登记原因", cell: ({ acquired }) => acquired },
				{ heading: "权属状态", cell: ({ status }) => status },
				{ heading: "转移日期", cell: ({ ended }) => say.date(ended) },
			],
		}),
		{ delimiter: ",", encoding: "gb18030" },
	);
	return [
		{
			id: "real_estate",
			path,
			dataset: "real_estate",
			from: "临澄县自然资源局（不动产登记中心）",
			comment: "一名权利人一行；共有的各写各的份额",
		},
	];
};
