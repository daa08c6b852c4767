import { expect, test } from "vitest";
import {
	dateText,
	formatValue,
	moneyExact,
	moneyText,
	monthText,
	periodText,
} from "../../src/report/index.ts";

test.each([
	["0", "0 元"],
	["8600", "8,600 元"],
	["8600.50", "8,600.50 元"],
	["9999.99", "9,999.99 元"],
	["10000", "1 万元"],
	["123456.78", "12.35 万元"],
	["1865000.00", "186.5 万元"],
	["99999999.99", "10,000 万元"],
	["150000000", "1.5 亿元"],
	["-318.00", "-318 元"],
	["不是数", "不是数"],
])("%s yuan is written %s", (amount, text) => {
	expect(moneyText(amount)).toBe(text);
});

test("an amount to the cent loses nothing", () => {
	expect(moneyExact("1234567.80")).toBe("1,234,567.80 元");
});

test("dates, months and periods are written as people write them", () => {
	expect(dateText("2025-03-02")).toBe("2025年3月2日");
	expect(monthText("2025-03-01")).toBe("2025年3月");
	expect(periodText("2018-03-01", null)).toBe("2018年3月1日至今");
	expect(periodText("2018-03-01", "9999-12-31")).toBe("2018年3月1日至今");
	expect(periodText("2025-03-01", "2025-03-01")).toBe("2025年3月1日");
	expect(periodText(null, null)).toBeNull();
});

test.each([
	["ratio", "0.600000", undefined, "60%"],
	["ratio", "0.3333", undefined, "33.33%"],
	["area", "18.6000", "亩", "18.6 亩"],
	["integer", "12000", "份", "12,000 份"],
	["month", "2025-03-01", undefined, "2025年3月"],
	["text", "原样", undefined, "原样"],
] as const)("%s %s with unit %s is %s", (type, value, unit, text) => {
	expect(formatValue(type, value, unit)).toBe(text);
});
