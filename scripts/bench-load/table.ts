import { closeSync, openSync, writeSync } from "node:fs";
import iconv from "iconv-lite";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const SURNAMES = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"];
const GIVEN = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国春梅"];
const VILLAGES = ["清溪村", "石桥村", "柳树村", "大湾村", "双河社区", "红岩村"];
const ITEMS = [
	"耕地地力保护补贴",
	"稻谷目标价格补贴",
	"退耕还林补助",
	"农机购置补贴",
];
const HEADINGS =
	"序号,乡镇,村居,户主姓名,户主身份证号码,补贴项目,补贴年度,补贴面积（亩）,补贴标准（元/亩）,补贴金额（元）,一卡通账号,开户银行,发放日期,发放批次,联系电话,发放状态";

/** Numbers that look random and are the same every time (xorshift). */
function sequence(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % below;
	};
}

function citizenId(next: (below: number) => number): string {
	const day = `${1930 + next(80)}${String(1 + next(12)).padStart(2, "0")}${String(1 + next(28)).padStart(2, "0")}`;
	const body = `11010${1 + next(6)}${day}${String(next(1000)).padStart(3, "0")}`;
	const sum = WEIGHTS.reduce((all, w, i) => all + w * Number(body[i]), 0);
	return `${body}${"10X98765432"[sum % 11]}`;
}

/** Which rows a file has: numbers from 1, the last one included. */
export interface Stretch {
	from: number;
	to: number;
	/** Every thousandth row has another state than it had when it was sent first. */
	again?: boolean;
}

export const headings = HEADINGS.split(",");

/** The cells of subsidy payments, the same for the same stretch every time. */
export function* payments({
	from,
	to,
	again = false,
}: Stretch): Generator<string[]> {
	const next = sequence(20260630 + from);
	for (let i = from; i <= to; i++) {
		const name = `${SURNAMES[next(20)]}${GIVEN[next(26)]}${next(3) > 0 ? GIVEN[next(26)] : ""}`;
		const area = (next(2000) / 100).toFixed(2);
		const year = 2018 + next(8);
		yield [
			String(i),
			"清溪镇",
			VILLAGES[next(6)] ?? "",
			name,
			citizenId(next),
			ITEMS[next(4)] ?? "",
			String(year),
			area,
			"120.00",
			(Number(area) * 120).toFixed(2),
			`62${String(next(1e9)).padStart(9, "0")}${String(next(1e8)).padStart(8, "0")}`,
			"临澄县农村商业银行清溪支行",
			`${year}-0${1 + next(9)}-1${next(10)}`,
			`${year}-${1 + next(4)}`,
			`13${String(next(1e9)).padStart(9, "0")}`,
			again && i % 1000 === 0 ? "发放失败" : "发放成功",
		];
	}
}

/**
 * Writes the same subsidy payments as GB18030, as an office sends them, and as UTF-8, for the yardstick.
 * @returns bytes of the GB18030 file
 */
export function writeTables(
	gb: string,
	utf8: string,
	stretch: Stretch,
): number {
	const handles = { gb: openSync(gb, "w"), utf8: openSync(utf8, "w") };
	let buffer = `${HEADINGS}\r\n`;
	let bytes = 0;
	const flush = () => {
		const encoded = iconv.encode(buffer, "gb18030");
		bytes += encoded.length;
		writeSync(handles.gb, encoded);
		writeSync(handles.utf8, buffer);
		buffer = "";
	};
	for (const cells of payments(stretch)) {
		buffer += `${cells.join(",")}\r\n`;
		if (buffer.length > 1 << 20) flush();
	}
	flush();
	closeSync(handles.gb);
	closeSync(handles.utf8);
	return bytes;
}
