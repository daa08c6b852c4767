import { expect, test } from "vitest";
import { buildReport, type ReportModel } from "../../src/report/index.ts";
import { fixture } from "./fixture/index.ts";

const model = buildReport(fixture());

function lead(id: string, from: ReportModel = model) {
	const found = from.leads.find((item) => item.id === id);
	if (found === undefined) throw new Error(`no lead ${id}`);
	return found;
}

test("the sentence is the rule's, with masked and worded values", () => {
	expect(lead("7K2M-9QPD-4T1C").sentence).toBe(
		"张*（临澄县城市建设局党组书记、局长）任职期间，任职单位与其配偶的母亲王*有关的企业临澄县宏达建材有限公司（持股60%）签订合同2份，合计 123.7 万元，时间2024年3月28日至2025年1月16日，疑似任职与亲属经商存在关联，需核实企业由谁实际经营、干部是否参与或回避。",
	);
	expect(lead("M1DE-RR82-YT0G").sentence).toContain("刘*家庭成员刘*");
	expect(lead("M1DE-RR82-YT0G").sentence).toContain("云A***21");
});

test("the path keeps its order, names the evidence by position and shows no open end", () => {
	const { path } = lead("7K2M-9QPD-4T1C");
	expect(
		path
			.map((step) => (step.type === "node" ? step.name : `—${step.text}→`))
			.join(""),
	).toBe(
		"张*—配偶→李*—母亲→王*—持股60%→临澄县宏达建材有限公司—签订合同2份→临澄县城市建设局",
	);
	const edges = path.filter((step) => step.type === "edge");
	expect(edges.map((step) => step.evidence)).toEqual([[4], [5], [6], [1, 2]]);
	expect(edges[2]).toMatchObject({ to: null, period: "2017年6月1日至今" });
});

test("who headed the unit then: the terms that hold a day of the lead, masked", () => {
	// From 2024-03-28 to 2025-01-16, both days counted.
	expect(lead("7K2M-9QPD-4T1C").chiefs).toEqual([
		"张*（党组书记、局长，2018年3月至今）",
		"刘*（局长，2025年1月至2025年2月）",
	]);
	expect(lead("M1DE-RR82-YT0G").chiefs).toEqual([]);
});

test("strength is said in words, by what the subject is told by", () => {
	expect(lead("7K2M-9QPD-4T1C").strength).toBe("身份证号完全一致");
	expect(lead("C4HJ-55SK-0PVQ").strength).toBe("统一社会信用代码完全一致");
	expect(lead("0B3X-71ZE-QM5A").strength).toContain("待核");
});

test("the unit decides the group before the region, the region before the pack", () => {
	expect(lead("7K2M-9QPD-4T1C").groupName).toBe("第一巡察组");
	expect(lead("T5VX-8C3B-9K2N").groupName).toBe("第二巡察组");
	expect(lead("P0WW-4E6Q-7JZ1").groupName).toBe("第三巡察组");
	expect(lead("0B3X-71ZE-QM5A").groupName).toBe("待分配");
});

test("ranks are without gaps, the gone ones last, the reasons in words", () => {
	expect(model.leads.map((item) => item.rank)).toEqual(
		model.leads.map((_, i) => i + 1),
	);
	expect(model.leads.at(-1)?.status).toBe("gone");
	expect(model.leads[0]?.id).toBe("7K2M-9QPD-4T1C");
	expect(model.leads[0]?.rankReasons).toContain("严重度高");
	expect(model.leads[0]?.rankReasons.join()).toContain("独立来源");
});

test("what does not fit the first list is 备查", () => {
	const input = fixture();
	const small = buildReport({
		...input,
		config: {
			...input.config,
			report: { ...input.config.report, list_budget: 3 },
		},
	});
	expect(small.leads.map((item) => item.list)).toEqual([
		...Array(3).fill("first"),
		...Array(8).fill("reserve"),
		"gone",
	]);
});

test("a supporting indicator takes no place in the first list unless something else is said of its subject", () => {
	const input = fixture();
	const [dead] = input.leads.filter(({ id }) => id === "P0WW-4E6Q-7JZ1");
	if (dead === undefined) throw new Error("no lead about a dead person");
	const places = (more: typeof input.leads) =>
		buildReport({
			...input,
			leads: [...input.leads, ...more],
			rules: input.rules.map((rule) => ({
				...rule,
				role: rule.id === "XBML-09" ? ("supporting" as const) : rule.role,
			})),
		})
			.leads.filter(({ rule }) => rule === "XBML-09")
			.map(({ id, list, rankReasons }) => [
				id,
				list,
				rankReasons.some((reason) => reason.includes("旁证指标")),
			])
			.sort();
	const other = { ...dead, id: "1111-2222-3333" };
	const beside = { ...other, facts: { ...dead.facts, rule: "GXB-08" } };
	expect(places([])).toEqual([
		["P0WW-4E6Q-7JZ1", "reserve", true],
		["P0WW-4E6Q-7JZ2", "reserve", true],
	]);
	expect(places([beside])).toEqual([
		["P0WW-4E6Q-7JZ1", "first", false],
		["P0WW-4E6Q-7JZ2", "reserve", true],
	]);
	// Neither another supporting lead nor one that is gone makes a card.
	for (const more of [[other], [{ ...beside, status: "gone" as const }]])
		expect(places(more).every(([, list]) => list === "reserve")).toBe(true);
});

test("only the law in force on the day of the act is named; what was not read is 待核", () => {
	expect(lead("7K2M-9QPD-4T1C").basis).toEqual([
		{
			text: "《中国共产党纪律处分条例》第104条（亲属和其他特定关系人）",
			pending: false,
		},
		{ text: "《中华人民共和国公职人员政务处分法》第33条", pending: false },
	]);
	expect(lead("0B3X-71ZE-QM5A").basis).toEqual([
		{ text: "《中国共产党纪律处分条例（2018 年版）》第95条", pending: true },
		{ text: "《中华人民共和国公职人员政务处分法》第33条", pending: false },
	]);
});

test("a minor has no name and no number, even in a row about others", () => {
	const text = JSON.stringify(lead("M1DE-RR82-YT0G"));
	expect(text).toContain("未成年人");
	expect(text).not.toContain("刘小满");
	const row = lead("M1DE-RR82-YT0G").evidence[1];
	expect(row?.cells.find((cell) => cell.heading === "身份证号")?.text).toBe(
		"（不显示）",
	);
});

test("a lead that was not rechecked says why", () => {
	expect(lead("Z8NN-20TY-6RFW")).toMatchObject({
		status: "not_rechecked",
		statusReason: "缺少数据：近亲属享受救助备案",
	});
});

test("everything that could not be checked is listed with reason, effect and remedy", () => {
	const kinds = new Set(model.unchecked.map((item) => item.kind));
	expect([...kinds].sort()).toEqual([
		"identity",
		"leads",
		"narrowed",
		"rows",
		"rule",
		"source",
		"totals",
	]);
	for (const item of model.unchecked) {
		expect(item.what).not.toBe("");
		expect(item.why).not.toBe("");
		expect(item.effect).not.toBe("");
		expect(`${item.what}${item.why}${item.effect}${item.remedy}`).not.toMatch(
			/[{}]|undefined|[a-z]+-[a-z]+/,
		);
	}
	expect(
		model.unchecked.find(
			(item) => item.kind === "source" && item.why === "没有收到",
		)?.effect,
	).toContain("村（社区）干部近亲属享受救助未见备案");
});

test("a missing dataset touches the rules that read it through models", () => {
	const input = fixture();
	const { unchecked } = buildReport({
		...input,
		models: [
			{
				name: "inner",
				inputs: [
					{
						dataset: "land_transfer",
						columns: ["citizen_id"],
						optional_columns: {},
						optional: false,
					},
				],
			},
		],
		rules: input.rules.map((rule) =>
			rule.id === "XBML-02"
				? { ...rule, inputs: [{ model: "inner", columns: ["a"] }] }
				: rule,
		),
	});
	expect(
		unchecked.find((item) => item.what.includes("土地流转"))?.effect,
	).toContain("补贴申报面积大于有效承包面积");
});

test("neither pack codes nor tiers nor internal names reach a reader", () => {
	const shown = JSON.stringify(model, (key, value) =>
		key === "rule" || key === "id" ? undefined : value,
	);
	expect(shown).not.toMatch(
		/内部|"M[1-5]R?"|hard|soft|\b(LYCT|WBCB|GXB|XBML)\b/,
	);
});

test("equal input gives an equal model, whatever the order of the leads", () => {
	const input = fixture();
	const turned = { ...input, leads: [...input.leads].reverse() };
	expect(JSON.stringify(buildReport(turned))).toBe(JSON.stringify(model));
});
