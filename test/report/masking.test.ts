import { expect, test } from "vitest";
import {
	isMinor,
	maskKnownNames,
	maskName,
	maskSubject,
	maskText,
	maskValue,
} from "../../src/privacy/index.ts";
import { citizenId } from "./fixture/ids.ts";

const id = citizenId("19700512", 311);

test.each([
	["张伟", "张*"],
	["张伟国", "张*"],
	["欧阳文博", "欧阳*"],
	["欧阳", "欧*"],
	["阿依努尔·买买提", "阿*·*"],
	["阿依努尔•买买提", "阿*·*"],
	["张 伟", "张*"],
	["张伟（曾用名张大伟）", "张*"],
	["张伟、李娜", "张*、李*"],
	["张", "*"],
	["", ""],
	["𠮷田", "𠮷*"],
])("the name %s is shown as %s", (name, masked) => {
	expect(maskName(name)).toBe(masked);
	expect(maskName(masked)).toBe(masked);
});

test.each([
	["citizen_id", id, `****${id.slice(-4)}`],
	["citizen_id", ` ${id.slice(0, 6)} ${id.slice(6)}`, `****${id.slice(-4)}`],
	["citizen_id", "5.30102E+17", "****2E17"],
	["citizen_id", "张伟|1970-05", "****"],
	["phone", "13812345678", "138****5678"],
	["phone", "138 1234 5678", "138****5678"],
	["phone", "+86 138-1234-5678", "138****5678"],
	["phone", "0871-65012345", "087****2345"],
	["phone", "6501234", "****"],
	["account", "6228 4803 1234 5678 901", "****8901"],
	["address", "临澄县城关镇人民路12号3单元402室", "临澄县城关镇人民路****"],
	["address", "青石镇上河村三组25号", "青石镇上河村****"],
	["address", "上河村", "上河村"],
	["address", "12号院", "****"],
	["plate", "云A·5K321", "云A***21"],
	["person", "张伟", "张*"],
	["org", "临澄县张伟建材店", "临澄县张伟建材店"],
	["uscc", "91380121MA01LC101B", "91380121MA01LC101B"],
	["uscc", `${id}L0`, `****${id.slice(-4)}L0`],
	["code", id, `****${id.slice(-4)}`],
	["code", "3801211032080100017", "3801211032080100017"],
	["money", "86.50", "86.50"],
	["date", "2025-03-12", "2025-03-12"],
] as const)("a %s %s is shown as %s", (type, value, masked) => {
	expect(maskValue(type, value)).toBe(masked);
});

test("nothing gives nothing", () => {
	expect(maskValue("person", null)).toBe("");
	expect(maskValue(null, undefined)).toBe("");
});

test.each([
	[
		`本人证号${id}，电话13987654321`,
		`本人证号****${id.slice(-4)}，电话139****4321`,
	],
	[
		`证号 ${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`,
		`证号 ****${id.slice(-4)}`,
	],
	["老证380121700512311", "老证****2311"],
	["卡号6228480312345678901转出", "卡号****8901转出"],
	["由其儿子张伟代领，卡在户主：李丽华处", "由其儿子张*代领，卡在户主：李*处"],
	["座机0871-65012345", "座机087****2345"],
	["全角１３８１２３４５６７８", "全角138****5678"],
	["2024-01-01至2025-12-31", "2024-01-01至2025-12-31"],
	["合同 HT-2024-0317，金额 865000.00", "合同 HT-2024-0317，金额 865000.00"],
	["导出20250630123000.csv", "导出20250630123000.csv"],
])("free text %s becomes %s", (text, masked) => {
	expect(maskText(text)).toBe(masked);
});

test("no mask leaves more than four digits of an identity number, wherever it stands", () => {
	const frames = [
		"x",
		"证号：x。",
		"x,x",
		"[x]",
		"a x b",
		"编号x号",
		"x/x",
		"id=x;",
	];
	for (let i = 0; i < 400; i++) {
		const birth = `${1930 + (i % 90)}${String((i % 12) + 1).padStart(2, "0")}${String((i % 28) + 1).padStart(2, "0")}`;
		const number = citizenId(birth, i);
		const frame = frames[i % frames.length] ?? "x";
		const text = frame.replaceAll("x", number);
		for (const type of ["text", "code", "citizen_id", null] as const) {
			const masked = maskValue(type, text);
			expect(masked).not.toContain(number.slice(0, 14));
			expect(masked).not.toMatch(/\d{5}/);
		}
	}
});

test("known names are masked inside free text, longer ones first", () => {
	expect(maskKnownNames("张伟国与张伟签字", ["张伟", "张伟国"])).toBe(
		"张*与张*签字",
	);
	expect(maskKnownNames("张家村", ["张"])).toBe("张家村");
});

test("a person under fourteen on the as-of date has neither name nor number", () => {
	const child = citizenId("20120701", 129);
	expect(isMinor(child, "2026-06-30")).toBe(true);
	expect(isMinor(child, "2026-07-01")).toBe(false);
	const subject = { kind: "person" as const, key: child, name: "刘小满" };
	expect(maskSubject(subject, "2026-06-30")).toEqual({
		name: "未成年人",
		key: "",
	});
	expect(maskSubject(subject, "2026-07-01").name).toBe("刘*");
});

test("a household is shown by the masked name of its head, a vehicle by its plate", () => {
	expect(
		maskSubject({ kind: "household", key: id, name: "刘二牛" }, "2026-06-30"),
	).toEqual({ name: "刘*", key: `****${id.slice(-4)}` });
	expect(
		maskSubject(
			{ kind: "vehicle", key: "LSVAM4187C2184847", name: "云A5K321" },
			"2026-06-30",
		),
	).toEqual({ name: "云A***21", key: "****4847" });
});

test("a company in a column of names keeps its name; a stall called after its owner does not", () => {
	for (const name of [
		"景宇拓（临澄）科技有限公司",
		"临澄县清溪种植专业合作社",
	]) {
		expect(maskName(name)).toBe(name);
		expect(maskKnownNames(`经${name}持股`, [name])).toBe(`经${name}持股`);
	}
	expect(maskName("张三小吃店")).toBe("张*");
	expect(maskName("马文、景宇拓科技有限公司")).toBe("马*、景宇拓科技有限公司");
});
