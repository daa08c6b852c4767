import { existsSync, writeFileSync } from "node:fs";
import { columnKinds, type FormColumn, formOf } from "../datasets/index.ts";
import { fail } from "../errors/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { loadDefinitions } from "./definitions.ts";

/** Excel's code for text. */
const TEXT = "@";
const WIDEST = 30;

function widthOf({ heading, example }: FormColumn): number {
	return Math.min(WIDEST, Math.max(heading.length * 2, example.length) + 4);
}

/**
 * Writes the Excel form of a dataset: a sheet to be filled in, and one that explains every column
 * with an example. The explanation stands on its side and numbers the columns, so that no loader takes it
 * for data.
 * @returns the path that was written; an existing file is never overwritten
 */
export async function writeTemplate(
	workspace: Workspace,
	name: string,
	path?: string,
): Promise<string> {
	const { set, lists } = loadDefinitions(workspace);
	const dataset =
		set.datasets.get(name) ?? fail("dataset-not-found", {}, { name });
	const form = formOf(dataset, (list) => {
		const table = lists.get(list);
		const at =
			table?.columns.findIndex((item) => item.name === "spelling") ?? -1;
		const spelling = table?.rows[0]?.[at];
		return spelling === undefined ? undefined : String(spelling);
	});
	const file = path ?? `${dataset.title}.xlsx`;
	if (existsSync(file)) fail("template-exists", { file });
	const { writeXlsx } = await import("hucre/xlsx");
	const bytes = await writeXlsx({
		sheets: [
			{
				name: "填报",
				columns: form.map((item) => ({
					width: widthOf(item),
					...(item.text ? { numFmt: TEXT } : {}),
				})),
				rows: [form.map(({ heading }) => heading)],
				freezePane: { rows: 1 },
			},
			{
				name: "填写说明",
				columns: [24, 20, 8, 24, 60].map((width) => ({ width, numFmt: TEXT })),
				rows: [
					["列名", "填什么", "必填", "示例", "可用的写法"],
					...form.map(({ column, heading, example }, i) => [
						`第 ${i + 1} 列：${heading}`,
						columnKinds[column.kind].title,
						column.required ? "是" : "",
						example,
						Object.entries(column.codes ?? {})
							.map(([code, spellings]) => spellings[0] ?? code)
							.join("、"),
					]),
					[],
					[
						"一人（一户、一笔）一行，不合并单元格；证件号、账号、编码是文本格式，请勿改为数字。",
					],
				],
			},
		],
	});
	writeFileSync(file, bytes, { flag: "wx" });
	return file;
}
