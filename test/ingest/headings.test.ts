import { describe, expect, it } from "vitest";
import {
	datasetSchema,
	mapHeadings,
	normaliseHeading,
} from "../../src/datasets/index.ts";

const dataset = datasetSchema.parse({
	contract: "bidui/dataset@1",
	name: "pay",
	title: "发放",
	held_by: ["民政"],
	family: "welfare",
	identify_by: ["citizen_id", "name"],
	columns: [
		{
			name: "name",
			kind: "name",
			title: "姓名",
			headers: ["姓名", "户主姓名"],
			required: true,
		},
		{
			name: "citizen_id",
			kind: "citizen_id",
			title: "身份证号",
			headers: ["身份证号", "证件号码"],
		},
		{ name: "cert_no", kind: "code", title: "证号", headers: ["低保证号"] },
		{
			name: "amount",
			kind: "money",
			title: "金额",
			headers: ["发放金额", "合计"],
			unit: "元",
		},
		{
			name: "area",
			kind: "area",
			title: "面积",
			headers: ["面积"],
			unit: "亩",
		},
	],
});

describe("headings", () => {
	it.each([
		["姓 名\n", "姓名", undefined],
		["＊姓名：", "姓名", undefined],
		["身份证号（必填）", "身份证号", undefined],
		["低保（特困）证号", "低保证号", undefined],
		["金额（万元）", "金额", "万元"],
		["金额(单位：万元)", "金额", "万元"],
		["面积【㎡】", "面积", "平方米"],
		["面积/公顷", "面积", "公顷"],
		["出资比例（%）", "出资比例", "%"],
		["XM", "xm", undefined],
	])("%s", (text, key, unit) => {
		expect(normaliseHeading(text)).toEqual(
			unit === undefined ? { key } : { key, unit },
		);
	});

	it("map by synonym, title and canonical name; the rest is said", () => {
		const map = mapHeadings(dataset, [
			"序号",
			"户主 姓名",
			"citizen_id",
			"",
			"证 号",
			"合计（万元）",
		]);
		expect(map.mapping).toEqual([
			{ column: "name", heading: "户主 姓名", position: 2 },
			{ column: "citizen_id", heading: "citizen_id", position: 3 },
			{ column: "cert_no", heading: "证 号", position: 5 },
			{ column: "amount", heading: "合计（万元）", position: 6, unit: "万元" },
		]);
		expect(map.unmapped).toEqual([{ heading: "序号", position: 1 }]);
		expect(map.missing).toEqual([]);
		expect(map.unidentified).toBe(false);
	});

	it("take the preferred of several and say so", () => {
		const map = mapHeadings(dataset, [
			"姓名",
			"合计",
			"发放金额（万元）",
			"发放金额（元）",
		]);
		expect(map.mapping.find((item) => item.column === "amount")).toEqual({
			column: "amount",
			heading: "发放金额（元）",
			position: 4,
			unit: "元",
		});
		expect(map.ambiguous).toEqual([
			{
				column: "amount",
				headings: ["发放金额（元）", "发放金额（万元）", "合计"],
			},
		]);
		expect(map.unmapped.map((item) => item.heading)).toEqual([
			"合计",
			"发放金额（万元）",
		]);
	});

	it("obey the source's own mapping", () => {
		const map = mapHeadings(dataset, ["姓名", "发放金额", "实发"], {
			amount: "实发",
			area: "亩数",
		});
		expect(map.mapping.map((item) => [item.column, item.heading])).toEqual([
			["name", "姓名"],
			["amount", "实发"],
		]);
		expect(map.ambiguous).toEqual([]);
		expect(map.unmapped).toEqual([{ heading: "发放金额", position: 2 }]);
		expect(map.unused).toEqual([{ column: "area", heading: "亩数" }]);
	});

	it("miss what is required", () => {
		const map = mapHeadings(dataset, ["面积", "金额"]);
		expect(map.missing.map((column) => column.name)).toEqual(["name"]);
		expect(map.unidentified).toBe(true);
	});
});
