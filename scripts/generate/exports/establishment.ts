import { aliasesOf } from "../errors/units.ts";
import { layOut } from "../files/sheet.ts";
import { subordinates, type Unit, units } from "../places/units.ts";
import type { Department } from "./desk.ts";

/**
 * 编办: the units and what they are subordinate to; where others use more than the official name, also
 * the names that they go by, one a row.
 */
export const establishment: Department = async ({ rng, outbox, errors }) => {
	const path = "编办/机构名称及别名.csv";
	const namesOf = (unit: Unit): (string | null)[] =>
		errors === 0 ? [null] : aliasesOf(unit);
	outbox.text(
		path,
		layOut(rng, {
			records: [...units, ...subordinates].flatMap((unit) =>
				namesOf(unit).map((alias) => ({ unit, alias })),
			),
			columns: [
				{ heading: "机构代码", cell: ({ unit }) => unit.code },
				{ heading: "机构名称", cell: ({ unit }) => unit.name },
				{ heading: "别名", cell: ({ alias }) => alias },
				{
					heading: "上级单位代码",
					cell: ({ unit }) => unit.parent?.code ?? null,
				},
				{ heading: "统一社会信用代码", cell: ({ unit }) => unit.code },
			],
		}),
		{ delimiter: ",", encoding: "utf-8" },
	);
	return [{ id: "org_tree", path, dataset: "org_tree", from: "临澄县委编办" }];
};
