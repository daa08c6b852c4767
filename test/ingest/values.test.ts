import { describe, expect, it } from "vitest";
import { type Case, expected, normalise } from "./support/values.ts";
import { Bench, datasetYaml } from "./support/workspace.ts";

async function check(
	kind: string,
	cases: readonly Case[],
	settings = "",
	source: Record<string, unknown> = {},
	lists: Record<string, string> = {},
	name = "x",
): Promise<void> {
	const texts = cases.map(([text]) => text);
	const got = await normalise(kind, texts, settings, source, lists, name);
	expect(got.map((item, i) => [texts[i], item])).toEqual(
		expected(cases).map((item, i) => [texts[i], item]),
	);
}

const REGION = `contract: bidui/list@1
name: region
title: 区划
owner: 测试
updated: "2026-01-01"
source: 测试
columns: [{ name: code, type: VARCHAR }]
rows: [["110105"], ["440524"]]
`;

describe("values", () => {
	it("citizen ids (vectors of GB 11643)", () =>
		check("citizen_id", [
			["11010519491231002X", "11010519491231002X", "ok"],
			["440524188001010014", "440524188001010014", "ok"],
			["612127760403123", "612127197604031231", "upgraded"],
			["110105491231002", "11010519491231002X", "upgraded"],
			["11010519491231002x", "11010519491231002X", "ok"],
			["１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X", "ok"],
			[" 110105 19491231 002X ", "11010519491231002X", "ok"],
			["110105\u00a019491231\u200b002X\ufeff", "11010519491231002X", "ok"],
			["'11010519491231002X", "11010519491231002X", "ok"],
			['="11010519491231002X"', "11010519491231002X", "ok"],
			["身份证:11010519491231002X", "11010519491231002X", "ok"],
			["身份证号码：11010519491231002X，", "11010519491231002X", "ok"],
			["\t11010519491231002X", "11010519491231002X", "ok"],
			[
				"1101O519491231002X",
				"11010519491231002X",
				"ok",
				"citizen-id-lookalike",
			],
			[
				"11010519491231002×",
				"11010519491231002X",
				"ok",
				"citizen-id-lookalike",
			],
			[
				"11010519491231002Х",
				"11010519491231002X",
				"ok",
				"citizen-id-lookalike",
			],
			["1101O5194912310021", "1101O5194912310021", "bad", "citizen-id-check"],
			["612127197103020026", "612127197103020026", "bad", "citizen-id-check"],
			["110105194902310021", "110105194902310021", "bad", "citizen-id-date"],
			["11010519491231002", "11010519491231002", "bad", "citizen-id-length"],
			["1101051949123100", "1101051949123100", "bad", "citizen-id-length"],
			["110105********002X", "110105********002X", "bad", "citizen-id-masked"],
			["110105491331002", "110105491331002", "bad", "citizen-id-date"],
			["110105040101998", "110105040101998", "other", "citizen-id-century"],
			["H12345678", "H12345678", "other", "document-hong-kong"],
			["M0123456789", "M0123456789", "other", "document-hong-kong"],
			["台胞证 12345678", "12345678", "other", "document-taiwan"],
			["E12345678", "E12345678", "other", "document-passport"],
			["护照：G12345678", "G12345678", "other", "document-passport"],
			["CHN110105123456", "CHN110105123456", "other", "document-foreigner"],
			["军字第1234567号", "军字第1234567号", "other", "document-military"],
			["", null, null],
			["无", null, null, "placeholder"],
			["/", null, null, "placeholder"],
			["  ", null, null],
		]));

	it("citizen ids beside the list of regions", () =>
		check(
			"citizen_id",
			[
				["11010519491231002X", "11010519491231002X", "ok"],
				["612127760403123", "612127197604031231", "upgraded", "region-unknown"],
			],
			"",
			{},
			{ region: REGION },
		));

	it("credit codes (vectors of GB 32100)", () =>
		check("uscc", [
			["91350100M000100Y43", "91350100M000100Y43", "ok"],
			["91350100M000100Y4Z", "91350100M000100Y4Z", "bad", "uscc-shape"],
			["91350100M000100Y44", "91350100M000100Y44", "bad", "uscc-check"],
			["９１３５０１００M000100y43", "91350100M000100Y43", "ok"],
			["9135 0100 M000 100Y 43", "91350100M000100Y43", "ok"],
			["9135O1OOMOOO1OOY43", "91350100M000100Y43", "ok", "uscc-lookalike"],
			["D2143569-X", "D2143569X", "other"],
			["M000100Y-4", "M000100Y4", "other"],
			["M000100Y-3", "M000100Y3", "bad", "organisation-check"],
			["110000013067312", "110000013067312", "other"],
			["110000013067313", "110000013067313", "other", "registration-check"],
			["11010519491231002X", "11010519491231002X", "other"],
			["无", null, null, "placeholder"],
			["", null, null],
		]));

	it("names", () =>
		check("name", [
			["张三", "张三"],
			["张　三", "张三"],
			["欧 阳 震 华", "欧阳震华"],
			["张三（已故）", "张三"],
			["李四(户主)", "李四"],
			["买买提•艾力", "买买提·艾力"],
			["买买提．艾力", "买买提·艾力"],
			["买买提 . 艾力・江", "买买提·艾力·江"],
			["阿卜杜拉·买买提·艾力", "阿卜杜拉·买买提·艾力"],
			["李\u200b四", "李四"],
			["Smith  John", "SMITH JOHN"],
			["⽥中", "田中"],
			["王?", "王?", undefined, "missing-glyph"],
			["王\ue123", "王\ue123", undefined, "missing-glyph"],
			["王𠮷", "王𠮷"],
			["无", null, undefined, "placeholder"],
			["", null],
		]));

	it("names of units", () =>
		check("org", [
			["青川县人民医院", "青川县人民医院"],
			["青川某某(有限合伙)", "青川某某（有限合伙）"],
			["青川 某某（有限合伙）\n", "青川某某（有限合伙）"],
			["ＡＢＣ建设", "ABC建设"],
			["—", null, undefined, "placeholder"],
		]));

	it("days and how exact they are", () =>
		check("date", [
			["2024-01-05", "2024-01-05", "day"],
			["2024/1/5", "2024-01-05", "day"],
			["2024.1.5", "2024-01-05", "day"],
			["20240105", "2024-01-05", "day"],
			["2024年1月5日", "2024-01-05", "day"],
			["２０２４年１月５日", "2024-01-05", "day"],
			["2024 年 1 月 5 日", "2024-01-05", "day"],
			["2024-01-05 00:00:00", "2024-01-05", "day"],
			["2024-01-05T08:30:00.000Z", "2024-01-05", "day"],
			["2024/1/5 8:30", "2024-01-05", "day"],
			["2024/1/5 上午 8:30:00", "2024-01-05", "day"],
			["44927", "2023-01-01", "day"],
			["44927.5", "2023-01-01", "day"],
			["2021.04", "2021-04-01", "month"],
			["2021.1", "2021-01-01", "month"],
			["202104", "2021-04-01", "month"],
			["2021年4月", "2021-04-01", "month"],
			["2021-04", "2021-04-01", "month"],
			["1976.04", "1976-04-01", "month"],
			["2021", "2021-01-01", "year"],
			["2021年", "2021-01-01", "year"],
			["9999-12-31", null, null, "date-open"],
			["99991231", null, null, "date-open"],
			["长期", null, null, "date-open"],
			["至今", null, null, "date-open"],
			["1900-01-00", null, null, "date-zero"],
			["0000-00-00", null, null, "date-zero"],
			["0", null, null, "date-zero"],
			["2024-02-30", null, null, "date-unreadable"],
			["2024-13-01", null, null, "date-unreadable"],
			["24.1.5", "2024-01-05", "day", "date-short-year"],
			["98-12-31", "1998-12-31", "day", "date-short-year"],
			["98年5月1日", "1998-05-01", "day", "date-short-year"],
			["980501", "1998-05-01", "day", "date-short-year"],
			["40.12", "1940-12-01", "month", "date-short-year"],
			["39年12月", "2039-12-01", "month", "date-short-year"],
			["98.13.1", null, null, "date-unreadable"],
			["98.5%", null, null, "date-unreadable"],
			["民国三十年", "1941-01-01", "year"],
			["民国元年五月初五", null, null, "date-unreadable"],
			["民国35年10月1日", "1946-10-01", "day"],
			["二〇二一年四月五日", "2021-04-05", "day"],
			["二零一九年十二月三十一日", "2019-12-31", "day"],
			["一九七六年十月", "1976-10-01", "month"],
			["2021年4月5日（星期一）", "2021-04-05", "day"],
			["05-4月-2021", "2021-04-05", "day"],
			["2021-04-00", "2021-04-01", "month"],
			["20210400", "2021-04-01", "month"],
			["2021-00-00", "2021-01-01", "year"],
			["00:00:00", null, null, "date-zero"],
			["农历1950年五月初五", "1950-01-01", "year", "date-lunar"],
			["农历1950年腊月初八", null, null, "date-unreadable"],
			["农历五月初五", null, null, "date-unreadable"],
			["/", null, null, "placeholder"],
			["", null, null],
		]));

	it("births with years of two digits: those before 40 are of either century", () =>
		check(
			"date",
			[
				["39.04", null, null, "date-century"],
				["05-01-02", null, null, "date-century"],
				["40.04", "1940-04-01", "month", "date-short-year"],
				["1939.04", "1939-04-01", "month"],
			],
			"",
			{},
			{},
			"birth",
		));

	it("months", () =>
		check("month", [
			["2024-03", "2024-03-01"],
			["202403", "2024-03-01"],
			["2024年3月", "2024-03-01"],
			["2024年3月份", "2024-03-01"],
			["2024.3", "2024-03-01"],
			["2024-03-15", "2024-03-01"],
			["2024年1-6月", "2024-01-01", undefined, "month-range"],
			["2024年度", "2024-01-01", undefined, "month-year-only"],
			["2024年第三季度", "2024-07-01", undefined, "month-range"],
			["2024年下半年", "2024-07-01", undefined, "month-range"],
			["二〇二四年三月份", "2024-03-01"],
			["三月", null, undefined, "date-unreadable"],
		]));

	it("moments", () =>
		check("timestamp", [
			["2024-01-05 08:30:15", "2024-01-05 08:30:15"],
			["2024/1/5 8:30", "2024-01-05 08:30:00"],
			["2024年1月5日 8时30分15秒", "2024-01-05 08:30:15"],
			["2024-01-05T08:30:15+08:00", "2024-01-05 08:30:15"],
			["2024/1/5 下午 1:05:00", "2024-01-05 13:05:00"],
			["2024/1/5 12:05:00 AM", "2024-01-05 00:05:00"],
			["20240105083015", "2024-01-05 08:30:15"],
			["202401050830", "2024-01-05 08:30:00"],
			["2024-01-05", "2024-01-05 00:00:00"],
			["45296.354166666664", "2024-01-05 08:30:00"],
			["昨天", null, undefined, "time-unreadable"],
			["2024-01-05 25:00", null, undefined, "time-unreadable"],
		]));

	it("money", () =>
		check("money", [
			["1234.5", "1234.50"],
			["1,234.50", "1234.50"],
			["￥1,234.50", "1234.50"],
			["¥ 1 234.50", "1234.50"],
			["１２３４．５", "1234.50"],
			["1234.5元", "1234.50"],
			["1.2万", "12000.00"],
			["1.2万元", "12000.00"],
			["0.5亿元", "50000000.00"],
			["-12.3", "-12.30"],
			["－12.3", "-12.30"],
			["−12.3", "-12.30"],
			["(12.30)", "-12.30"],
			["（1,200.00）", "-1200.00"],
			["12.30-", "-12.30"],
			["12.345", "12.35"],
			["1.2E5", "120000.00"],
			["1,2", null, undefined, "money-unreadable"],
			["面议", null, undefined, "money-unreadable"],
			["-", null, undefined, "placeholder"],
			["99999999999999999", null, undefined, "money-unreadable"],
			["", null],
		]));

	it("money in the unit of the source", () =>
		check(
			"money",
			[
				["1.5", "15000.00"],
				["1.5万元", "15000.00"],
				["15000元", "15000.00"],
			],
			"unit: 元",
			{ units: { x: "万元" } },
		));

	it("area", () =>
		check(
			"area",
			[
				["1.5", "1.5000"],
				["1.5亩", "1.5000"],
				["2公顷", "30.0000"],
				["1000平方米", "1.5000"],
				["1000㎡", "1.5000"],
			],
			"unit: 亩",
		));

	it("area in square metres", () =>
		check(
			"area",
			[
				["90", "90.0000"],
				["1.5亩", "1000.0000"],
			],
			"unit: 平方米",
		));

	it("shares of one", async () => {
		await check("ratio", [
			["0.125", "0.125000"],
			["12.5%", "0.125000"],
			["１００％", "1.000000"],
			["1", "1.000000"],
		]);
		await check("ratio", [
			["12.5", "0.125000"],
			["0.5", "0.005000"],
			["100", "1.000000"],
			["30%", "0.300000"],
			["多数", null, undefined, "ratio-unreadable"],
		]);
	});

	it("whole numbers", () =>
		check(
			"integer",
			[
				["3", "3"],
				["3人", "3"],
				["3.0", "3"],
				["1,234", "1234"],
				["2023年度", "2023"],
				["-2", "-2"],
				["3.5", null, undefined, "integer-unreadable"],
				["若干", null, undefined, "integer-unreadable"],
			].map(
				([text, value, companion, finding]) =>
					[
						text as string,
						value === null ? null : Number(value),
						companion ?? undefined,
						finding ?? undefined,
					] as Case,
			),
		));

	it("phones", () =>
		check("phone", [
			["13800138000", "13800138000"],
			["138-0013-8000", "13800138000"],
			["+86 138 0013 8000", "13800138000"],
			["008613800138000", "13800138000"],
			["0839-7201234", "08397201234"],
			["(0839)7201234", "08397201234"],
			["7201234", "7201234"],
			["13800138000/13900139000", "13800138000", undefined, "phone-several"],
			["12345", "12345", undefined, "phone-shape"],
			["无", null, undefined, "placeholder"],
		]));

	it("accounts", () =>
		check("account", [
			["6217 0012 3456 7890 123", "6217001234567890123"],
			["'6217001234567890123", "6217001234567890123"],
			["6217-0012-3456", "621700123456"],
			["6217********0123", "6217********0123", undefined, "account-masked"],
			["123", "123", undefined, "account-shape"],
			["/", null, undefined, "placeholder"],
		]));

	it("bank cards: a wrong check digit is a hint where the others are right", () =>
		check("account", [
			// 25 numbers with check digits after ISO/IEC 7812-1, one of them changed.
			...Array.from({ length: 25 }, (_, i) => {
				const digits = `6217${String(1_000_000 + i * 7919)}0000`;
				const sum = [...digits].reverse().reduce((total, digit, at) => {
					const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
					return total + (value > 9 ? value - 9 : value);
				}, 0);
				const card = `${digits}${(10 - (sum % 10)) % 10}`;
				return [card, card] as const;
			}),
			["6217000000000001", "6217000000000001", undefined, "account-luhn"],
			// An account of a company has no check digit.
			["2310001009245612345", "2310001009245612345"],
		]));

	it("plates", () =>
		check("plate", [
			["川H12345", "川H12345"],
			["川H·12345", "川H12345"],
			["川h d12345", "川HD12345"],
			["川H1234", "川H1234", undefined, "plate-shape"],
		]));

	it("marks of machines", () =>
		check("device", [
			["00:1a:2B:3c:4d:5e", "001A2B3C4D5E"],
			["00-1A-2B-3C-4D-5E", "001A2B3C4D5E"],
			["WD-WCC4N0123456", "WDWCC4N0123456"],
			["00:00:00:00:00:00", null, undefined, "device-placeholder"],
			["FFFFFFFFFFFF", null, undefined, "device-placeholder"],
			["ff-ff-ff-ff-ff-ff", null, undefined, "device-placeholder"],
			["无", null, undefined, "device-placeholder"],
			["/", null, undefined, "device-placeholder"],
			["-", null, undefined, "device-placeholder"],
			["", null],
		]));

	it("what was rewritten is flagged, tidy cells are not", async () => {
		const cases: [kind: string, text: string, flagged: boolean][] = [
			["citizen_id", "11010519491231002x", true],
			["citizen_id", "11010519491231002X", false],
			["citizen_id", " 11010519491231002X ", false],
			["name", "张　三（已故）", true],
			["org", "某某(有限合伙)", true],
			["phone", "0839-7201234", true],
			["plate", "川h·12345", true],
			["money", "1.2万", true],
			["money", "(12.30)", true],
			["money", "12.30", false],
			["area", "2公顷", true],
		];
		for (const [kind, text, flagged] of cases) {
			const bench = new Bench()
				.dataset(
					datasetYaml("probe", [
						"{ name: row_no, kind: integer, title: 序, headers: [序号], required: true }",
						`{ name: x, kind: ${kind}, title: 值, headers: [值]${kind === "area" ? ", unit: 亩" : ""} }`,
					]),
				)
				.source("p.csv", `序号,值\n1,"${text}"\n`)
				.config([{ id: "p", path: "p.csv", dataset: "probe" }]);
			const result = await bench.load();
			expect([text, result.outcomes[0]?.part?.quality]).toEqual([
				text,
				flagged ? [{ column: "x", code: "normalised", rows: 1 }] : [],
			]);
			// The text as it came stands under the same address.
			expect(
				await bench.rows(
					bench.store.companionPath("raw", result.outcomes[0]?.part?.key ?? ""),
					"_row, c2",
					"WHERE _row = 2",
				),
			).toEqual([[2, text]]);
		}
	});

	it("network addresses", () =>
		check("ip", [
			["192.168.1.10", "192.168.1.10"],
			[" 117.176.1.2:8080", "117.176.1.2"],
			["2001:DB8::1", "2001:db8::1"],
			["127.0.0.1", null, undefined, "placeholder"],
			["999.1.1.1", null, undefined, "ip-unreadable"],
			["无", null, undefined, "placeholder"],
		]));

	it("yes and no", () =>
		check("boolean", [
			["是", true],
			["有", true],
			["1", true],
			["y", true],
			["TRUE", true],
			["否", false],
			["无", false],
			["0", false],
			["False", false],
			["也许", null, undefined, "boolean-unreadable"],
			["", null],
		]));

	it("codes", () =>
		check(
			"code",
			[
				["男", "1"],
				["1", "1"],
				["男 性", "1"],
				["f", "2"],
				["女", "2"],
				["双", null, undefined, "code-unknown"],
				["/", null, undefined, "placeholder"],
			],
			'codes: { "1": [男, 男性, M], "2": [女, F] }',
		));

	it("codes without a table are tidied texts", () =>
		check("code", [
			["ＸＭ 001", "XM001"],
			[" a-1 ", "a-1"],
		]));

	it("codes of a list, zeros in front lost", () =>
		check(
			"code",
			[
				["户主", "02"],
				["2", "02"],
				["02", "02"],
				["配偶", "10"],
			],
			"codes_list: rel",
			{},
			{
				rel: `contract: bidui/list@1
name: rel
title: 关系
owner: 测试
updated: "2026-01-01"
source: 测试
columns: [{ name: code, type: VARCHAR }, { name: spelling, type: VARCHAR }]
rows: [["02", 户主], ["10", 配偶]]
`,
			},
		));

	it("codes and accounts that are shorter than the rest are said to have lost their zeros", async () => {
		const whole = Array.from(
			{ length: 40 },
			(_, n) => `${n % 10}0370${10 + n}`,
		);
		const rest = (texts: string[]): Case[] => texts.map((text) => [text, text]);
		const short: Case = ["37011", "37011", undefined, "zeros-lost"];
		await check("code", [...rest(whole), short, ["办公室", "办公室"]]);
		// A code of another kind among them, or a longer one: no one length is that of all, nothing is said.
		await check("code", rest([...whole, "37011", "8"]));
		await check("code", rest([...whole, "37011", "1037010123"]));
		// Numbers that count up.
		await check("code", rest(Array.from({ length: 99 }, (_, n) => `${n + 1}`)));
		await check("account", [
			...rest(whole.map((text) => `9${text}5566778`)),
			["370115566778", "370115566778", undefined, "zeros-lost"],
		]);
	});

	it("regions", () =>
		check(
			"region",
			[
				["110105", "110105"],
				["110105000000", "110105"],
				["110105001002", "110105001002"],
				["999999", "999999", undefined, "region-unknown"],
				["青川县", null, undefined, "region-unreadable"],
			],
			"",
			{},
			{ region: REGION },
		));

	it("texts", () =>
		check("text", [
			["  低保　户 ", "低保 户"],
			["Ｂ１２，三楼", "B12，三楼"],
			["第一行\n第二行", "第一行 第二行"],
			["无", "无"],
			["NULL", null],
			["", null],
		]));
});
