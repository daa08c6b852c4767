import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { Bench, ROLL } from "./support/workspace.ts";

const ID = "11010519491231002X";
const SIMPLIFIED = `姓名,身份证号,村\n张三,${ID},一村\n买买提,${ID},二村\n`;
const TRADITIONAL = `姓名,證件號碼,村名\n陳大文,${ID},屯門\n黃麗華,${ID},觀塘區\n`;

function bench(content: Buffer, more: Record<string, unknown> = {}): Bench {
	return new Bench()
		.dataset(ROLL)
		.source("a.csv", content)
		.config([{ id: "roll", path: "a.csv", dataset: "roll", ...more }]);
}

async function read(content: Buffer, more: Record<string, unknown> = {}) {
	const b = bench(content, more);
	const result = await b.load();
	const outcome = result.outcomes[0];
	return {
		encoding: outcome?.part?.encoding,
		codes: result.problems.map((item) => item.code),
		rows:
			outcome?.status === "loaded"
				? await b.part(result, "name, village")
				: undefined,
	};
}

describe("encodings that the file does not name", () => {
	it.each([
		["utf-16le", Buffer.from(SIMPLIFIED, "utf16le")],
		["utf-16be", Buffer.from(SIMPLIFIED, "utf16le").swap16()],
		["gb18030", iconv.encode(SIMPLIFIED, "gb18030")],
	])("%s", async (encoding, content) => {
		expect(await read(content)).toMatchObject({
			encoding,
			rows: [
				["张三", "一村"],
				["买买提", "二村"],
			],
		});
	});

	it("Big5, by its headings", async () => {
		expect(await read(iconv.encode(TRADITIONAL, "big5"))).toMatchObject({
			encoding: "big5",
			rows: [
				["陳大文", "屯門"],
				["黃麗華", "觀塘區"],
			],
		});
	});

	it("valid in two and decided by nothing: the source has to say", async () => {
		const text = `戶名,證件,地點\n${"陳大文,屯門,觀塘區\n".repeat(20)}`;
		expect((await read(iconv.encode(text, "big5"))).codes).toEqual([
			"encoding-ambiguous",
		]);
		expect(
			(
				await read(iconv.encode(text, "big5"), {
					encoding: "big5",
					columns: { name: "戶名" },
					header_row: 1,
				})
			).rows?.length,
		).toBe(20);
	});

	it("rare characters are still GB18030", async () => {
		const text = `姓名,身份证号,村\n${"㛃䶮镕,,垚犇骉村\n".repeat(20)}`;
		expect((await read(iconv.encode(text, "gb18030"))).encoding).toBe(
			"gb18030",
		);
	});

	it("Big5 and GB18030 behind much ASCII", async () => {
		const plain = `name,citizen_id,village\n${`A,${ID},B\n`.repeat(20_000)}`;
		// Without headings that tell, the source has to say that it is Big5: nothing is guessed.
		const big5 = `${plain}${"陳大文,,屯門觀塘區\n".repeat(5)}`;
		expect((await read(iconv.encode(big5, "big5"))).codes).toEqual([
			"encoding-ambiguous",
		]);
		const gb = `${plain}${"张三,,某某县一村\n".repeat(5)}`;
		expect(await read(iconv.encode(gb, "gb18030"))).toMatchObject({
			encoding: "gb18030",
			codes: [],
		});
	});

	it.each(["gb18030", "utf-16le", "big5"] as const)(
		"JSON in %s, on one line",
		async (encoding) => {
			const text = JSON.stringify(
				Array.from({ length: 30 }, () => ({
					姓名: "陳大文",
					村: "屯門，觀塘區",
				})),
			);
			const b = new Bench()
				.dataset(ROLL)
				.source(
					"a.json",
					encoding === "utf-16le"
						? Buffer.from(`\ufeff${text}`, "utf16le")
						: iconv.encode(text, encoding),
				)
				.config([
					{
						id: "roll",
						path: "a.json",
						dataset: "roll",
						...(encoding === "big5" ? { encoding } : {}),
					},
				]);
			const result = await b.load();
			expect(result.outcomes[0]).toMatchObject({
				loaded: 30,
				part: { encoding },
			});
		},
	);

	it("a NUL byte in other text is refused", async () => {
		expect(
			(await read(Buffer.from(`姓名,身份证号\n张\0三,${ID}\n李\0\0四,1\n`)))
				.codes,
		).toEqual(["file-nul"]);
	});
});
