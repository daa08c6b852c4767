import type { ArgumentType } from "../../rules/index.ts";

const WAN = 1_000_000n;
const YI = 10_000_000_000n;

/** Cents of a decimal text: "1234.5" gives 123450; null when it is no number. */
export function centsOf(amount: string): bigint | null {
	const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
	if (match === null) return null;
	const [, sign = "", whole = "0", fraction = ""] = match;
	const cents = BigInt(whole) * 100n + BigInt(`${fraction}00`.slice(0, 2));
	return sign === "-" ? -cents : cents;
}

function grouped(digits: string): string {
	return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** 8,600 元 · 12.34 万元 · 1.5 亿元: short, rounded to two decimals of the unit. */
export function moneyText(amount: string): string {
	const cents = centsOf(amount);
	if (cents === null) return amount;
	const size = cents < 0n ? -cents : cents;
	const sign = cents < 0n ? "-" : "";
	if (size < WAN) return `${sign}${plainYuan(size)} 元`;
	const [unit, word] = size < YI ? [WAN, "万元"] : [YI, "亿元"];
	const hundredths = (size * 100n + unit / 2n) / unit;
	return `${sign}${decimal(hundredths)} ${word}`;
}

/** 123,456.78 元, to the cent. */
export function moneyExact(amount: string): string {
	const cents = centsOf(amount);
	if (cents === null) return amount;
	const size = cents < 0n ? -cents : cents;
	return `${cents < 0n ? "-" : ""}${plainYuan(size)} 元`;
}

function plainYuan(cents: bigint): string {
	const fraction = String(cents % 100n).padStart(2, "0");
	const whole = grouped(String(cents / 100n));
	return fraction === "00" ? whole : `${whole}.${fraction}`;
}

function decimal(hundredths: bigint): string {
	const fraction = String(hundredths % 100n)
		.padStart(2, "0")
		.replace(/0+$/, "");
	const whole = grouped(String(hundredths / 100n));
	return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** 2025年3月12日 from 2025-03-12; other text is left as it is. */
export function dateText(day: string): string {
	const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(day);
	return match === null
		? day
		: `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}

/** 2025年3月 from 2025-03-01. */
export function monthText(day: string): string {
	const match = /^(\d{4})-(\d\d)/.exec(day);
	return match === null ? day : `${match[1]}年${Number(match[2])}月`;
}

/** Open ends of intervals are stored as days far away; they are no dates to show. */
export function realDay(day: string | null): string | null {
	return day === null || day < "1900-01-02" || day >= "2900" ? null : day;
}

/** 2024年1月1日至2025年3月1日; an open end is 至今. */
export function periodText(
	since: string | null,
	until: string | null,
): string | null {
	const from = realDay(since);
	const to = realDay(until);
	if (from === null && to === null) return null;
	if (from !== null && from === to) return dateText(from);
	if (from === null) return `截至${dateText(to ?? "")}`;
	return `${dateText(from)}至${to === null ? "今" : dateText(to)}`;
}

function trimZeros(value: string): string {
	return value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}

function percent(value: string): string {
	const number = Number(value);
	return Number.isFinite(number)
		? `${trimZeros((number * 100).toFixed(2))}%`
		: value;
}

function withUnit(value: string, unit: string | undefined): string {
	return unit === undefined ? value : `${value} ${unit}`;
}

function counted(value: string, unit: string | undefined): string {
	return withUnit(/^-?\d+$/.test(value) ? grouped(value) : value, unit);
}

type Formatter = (value: string, unit: string | undefined) => string;

const plain: Formatter = (value) => value;

/** How each type of argument is written; masking has been done before. */
const formatters: Record<ArgumentType, Formatter> = {
	text: plain,
	person: plain,
	citizen_id: plain,
	org: plain,
	unit: plain,
	phone: plain,
	account: plain,
	address: plain,
	plate: plain,
	device: plain,
	money: (value) => moneyText(value),
	area: (value, unit) => withUnit(trimZeros(value), unit ?? "亩"),
	ratio: (value) => percent(value),
	integer: counted,
	date: (value) => dateText(value),
	month: (value) => monthText(value),
};

/** A masked value as people write it. */
export function formatValue(
	type: ArgumentType,
	value: string,
	unit?: string,
): string {
	return formatters[type](value, unit);
}
