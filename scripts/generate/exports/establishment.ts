import { aliasesOf } from "../errors/units.ts";
import { layOut } from "../files/sheet.ts";
import { units } from "../places/units.ts";
import type { Department } from "./desk.ts";

/** 编办: the names that units go by, one a row. Sent where others use more than the official name. */
export const establishment: Department = async ({ rng, outbox, errors }) => {
	if (errors === 0) return [];
	const path = "编办/机构名称及别名.csv";
	outbox.text(
		path,
		layOut(rng, {
			records: units.flatMap((unit) =>
				aliasesOf(unit).map((alias) => ({ unit, alias })),
			),
			columns: [
				{ heading: "机构代码", cell: ({ unit }) => unit.code },
				{ heading: "机构名称", cell: ({ unit }) => unit.name },
				{ heading: "别名", cell: ({ alias }) => alias },
				{ heading: "统一社会信用代码", cell: ({ unit }) => unit.code },
			],
		}),
		{ delimiter: ",", encoding: "utf-8" },
	);
	return [{ id: "org_tree", path, dataset: "org_tree", from: "临澄县委编办" }];
};
