import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { Bench, datasetYaml, ROLL } from "./support/workspace.ts";

const A = "11010519491231002X";
const B = "440524188001010014";
const C = "612127197604031231";
const FAMILY = datasetYaml(
	"person",
	[
		"{ name: head, kind: name, title: 户主姓名, headers: [户主姓名] }",
		"{ name: name, kind: name, title: 成员姓名, headers: [家庭成员姓名, 姓名], required: true }",
		"{ name: citizen_id, kind: citizen_id, title: 成员身份证号, headers: [家庭成员身份证号, 身份证号] }",
		"{ name: rel, kind: text, title: 关系, headers: [与户主关系] }",
	],
	"identify_by: [name, citizen_id]\nsplit: [name, citizen_id, rel]",
);

describe("several people in one cell", () => {
	it("each get a row with the address of their record; unequal lists go to quarantine", async () => {
		const rows: [string, string, string, string][] = [
			["张一", "张一、李红", `${A}、${B}`, "本人、配偶"],
			["王二", "王二\n赵兰\n王小", `${A}\n${B}\n${C}`, "本人,配偶,子"],
			["陈三", "陈三", C, "本人"],
			["孙四", "孙四，钱五", A, ""],
			["吴六", "吴六 郑七", `${A} ${B}`, ""],
			["周八", "周 八", "110105 19491231 002X", "本人"],
			["冯九", "冯九;褚十；", "", "本人；子"],
			["卫一", "卫一、无", `${A}、${B}`, ""],
		];
		const bench = new Bench()
			.dataset(FAMILY)
			.source(
				"家庭.xlsx",
				await writeXlsx({
					sheets: [
						{
							name: "农村低保家庭",
							rows: [
								["户主姓名", "家庭成员姓名", "家庭成员身份证号", "与户主关系"],
								...rows,
								["合计", "8 户"],
							],
						},
					],
				}),
			)
			.config([{ id: "p", path: "家庭.xlsx", dataset: "person" }]);
		const result = await bench.load();
		expect(
			await bench.part(result, "_row, head, name, citizen_id, rel"),
		).toEqual([
			[2, "张一", "张一", A, "本人"],
			[2, "张一", "李红", B, "配偶"],
			[3, "王二", "王二", A, "本人"],
			[3, "王二", "赵兰", B, "配偶"],
			[3, "王二", "王小", C, "子"],
			[4, "陈三", "陈三", C, "本人"],
			[6, "吴六", "吴六", A, null],
			[6, "吴六", "郑七", B, null],
			[7, "周八", "周八", A, "本人"],
			[8, "冯九", "冯九", null, "本人"],
			[8, "冯九", "褚十", null, "子"],
		]);
		// Ten records: eight of people, one heading, one total.
		expect(result.outcomes[0]?.part?.counts).toEqual({
			read: 10,
			added: 5,
			loaded: 11,
			quarantined: 2,
			decoration: 2,
		});
		expect(await bench.quarantine(result)).toEqual([
			[5, "", "split-mismatch", `孙四\t孙四，钱五\t${A}\t`],
			[9, "name", "placeholder", "无"],
		]);
	});
});

describe("numbers that Excel has damaged", () => {
	const ids = Array.from({ length: 40 }, (_, i) => `5103221990010${10 + i}000`);
	const text = `姓名,身份证号,金额\n张三,${A},1\n李四,5.10322E+17,2\n${ids.map((id, i) => `王${"甲乙丙丁"[i % 4]},${id},3\n`).join("")}`;
	const bench = (settings: Record<string, unknown>) =>
		new Bench()
			.dataset(ROLL)
			.source("a.csv", text)
			.config([{ id: "roll", path: "a.csv", dataset: "roll", ...settings }]);

	it("are refused with the setting that would accept them, and void where it is given", async () => {
		const refused = await bench({}).load();
		expect(refused.problems).toMatchObject([{ code: "column-damaged" }]);
		expect(refused.problems[0]?.remedy).toContain(
			"accept_damaged: [citizen_id]",
		);
		const b = bench({ accept_damaged: ["citizen_id"] });
		const result = await b.load();
		expect(result.problems).toMatchObject([
			{ code: "damaged-accepted", severity: "warning" },
		]);
		expect(result.outcomes[0]?.part).toMatchObject({
			counts: { loaded: 42, quarantined: 0 },
			quality: [{ column: "citizen_id", code: "citizen-id-damaged", rows: 41 }],
		});
		const rows = await b.part(result, "citizen_id, citizen_id_check");
		// A number that ends in X was text, and is sound; the others keep their text and prove nothing.
		expect(rows.slice(0, 3)).toEqual([
			[A, "ok"],
			["510322E+17", "damaged"],
			[ids[0], "damaged"],
		]);
		expect(new Set(rows.slice(1).map(([, check]) => check))).toEqual(
			new Set(["damaged"]),
		);
		await expect(
			bench({ accept_damaged: ["no_such"] }).load(),
		).resolves.toMatchObject({
			problems: [{ code: "mapping-column" }],
		});
	});
});
