import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Store } from "../src/store/index.ts";
import { query } from "./ingest/support/workspace.ts";
import { bidui, makeWorkspace } from "./support/bidui.ts";

/**
 * The 24 things that go wrong in exports, each as a file that is sent to the real binary and what it
 * made of it. The datasets and lists are the product's.
 */
const A = "11010519491231002X";
const B = "440524188001010014";
const C = "612127197604031231";

const sheet = async (
	rows: (string | number | null)[][],
	merges: {
		startRow: number;
		endRow: number;
		startCol: number;
		endCol: number;
	}[] = [],
) => Buffer.from(await writeXlsx({ sheets: [{ name: "表", rows, merges }] }));
const many = (count: number, line: (i: number) => string) =>
	Array.from({ length: count }, (_, i) => `${line(i)}\n`).join("");

interface Item {
	/** Number of the item, and what happens. */
	n: number;
	what: string;
	dataset: string;
	files: Record<string, string | Uint8Array>;
	settings?: string;
	/** Of the sources that load, their status and codes of problems; in the order of the files. */
	becomes: string[];
	/** Columns of the first part, and their rows. */
	rows?: [select: string, values: unknown[][]];
	/** Findings of the first part. */
	quality?: Record<string, number>;
}

const items: Item[] = [
	{
		n: 1,
		what: "18 位证号被 Excel 变成 15 位精度",
		dataset: "death",
		files: {
			"a.csv": `姓名,身份证号,死亡日期\n张三,${A},2024-01-05\n${many(40, (i) => `李四,5103221990010${10 + i}000,2024-01-05`)}`,
			"b.csv": "姓名,身份证号,死亡日期\n张三,5.10322E+17,2024-01-05\n",
		},
		becomes: ["refused column-damaged", "refused column-damaged"],
	},
	{
		n: 2,
		what: "银行卡 19 位尾 0000",
		dataset: "subsidy_pay",
		files: {
			"a.csv": `姓名,身份证号,一卡通账号\n${many(60, (i) => `张三,${A},62170012345${1000 + i}0000`)}`,
		},
		becomes: ["refused column-damaged"],
	},
	{
		n: 3,
		what: "15 位旧证；百岁老人的 996–999 号段",
		dataset: "death",
		files: {
			"a.csv": "姓名,身份证号\n张三,612127760403123\n李四,110105040101998\n",
		},
		becomes: ["loaded"],
		rows: [
			"citizen_id, citizen_id_check",
			[
				[C, "upgraded"],
				["110105040101998", "other"],
			],
		],
		quality: { "citizen-id-century": 1, normalised: 1 },
	},
	{
		n: 4,
		what: "校验位、日期、区划错误：装载并列出，不丢",
		dataset: "death",
		files: {
			"a.csv":
				"姓名,身份证号\n张三,110105194912310021\n李四,110105194902310021\n王五,11010519491231002\n赵六,000105194912310022\n",
		},
		becomes: ["loaded"],
		rows: ["citizen_id_check", [["bad"], ["bad"], ["bad"], ["bad"]]],
		quality: {
			"citizen-id-check": 1,
			"citizen-id-date": 1,
			"citizen-id-length": 2,
		},
	},
	{
		n: 5,
		what: "全角、小写、空格、零宽、引号、前缀、末尾逗号",
		dataset: "death",
		files: {
			"a.csv": `姓名,身份证号\n张三,１１０１０５１９４９１２３１００２ｘ\n李四,"身份证: 110105 1949\u200b1231 002X，"\n王五,'${A}\n赵六,\ufeff${A}\u00a0\n`,
		},
		becomes: ["loaded"],
		rows: ["citizen_id, citizen_id_check", Array(4).fill([A, "ok"])],
	},
	{
		n: 6,
		what: "GB18030、UTF-8 BOM、UTF-16、Big5 混杂；中途换编码",
		dataset: "death",
		files: {
			"a.csv": iconv.encode(`姓名,身份证号\n張三,${A}\n`, "gb18030"),
			"b.csv": `\ufeff姓名,身份证号\n张三,${B}\n`,
			"c.csv": Buffer.from(`\ufeff姓名,身份证号\n张三,${C}\n`, "utf16le"),
			"d.csv": Buffer.concat([
				Buffer.from(`姓名,身份证号\n${many(40, () => `张三,${A}`)}`),
				iconv.encode(`李四,${B}\n`, "gb18030"),
			]),
		},
		becomes: ["loaded", "loaded", "loaded", "refused encoding-mixed"],
		rows: ["name", [["張三"]]],
	},
	{
		n: 7,
		what: "生僻字成了问号、方框、私用区字",
		dataset: "death",
		files: {
			"a.csv": `姓名,身份证号\n王?,${A}\n李□,${B}\n赵\ue123,${C}\n`,
		},
		becomes: ["loaded"],
		rows: ["name", [["王?"], ["李□"], ["赵\ue123"]]],
		quality: { "missing-glyph": 3 },
	},
	{
		n: 8,
		what: "少数民族姓名的间隔号",
		dataset: "death",
		files: {
			"a.csv": `姓名,身份证号\n买买提•艾力,${A}\n买买提．艾力,${B}\n买买提・艾力,${C}\n`,
		},
		becomes: ["loaded"],
		rows: ["name", Array(3).fill(["买买提·艾力"])],
	},
	{
		n: 9,
		what: "姓名后缀，异体字；原文另存",
		dataset: "death",
		files: { "a.csv": `姓名,身份证号\n张三（已故）,${A}\n⽥中,${B}\n` },
		becomes: ["loaded"],
		rows: ["name", [["张三"], ["田中"]]],
		quality: { normalised: 2 },
	},
	{
		n: 10,
		what: "日期的各种写法，带精度",
		dataset: "death",
		files: {
			"a.csv": `姓名,身份证号,死亡日期\n${["44927", "2021.4", "202104", "2021年4月", "1976.04", "00:00:00", "9999-12-31", "1900-01-00", "民国三十年", "农历1950年五月初五"].map((day) => `张三,${A},${day}\n`).join("")}`,
		},
		becomes: ["loaded"],
		rows: [
			"CAST(death_date AS VARCHAR), death_date_precision",
			[
				["2023-01-01", "day"],
				["2021-04-01", "month"],
				["2021-04-01", "month"],
				["2021-04-01", "month"],
				["1976-04-01", "month"],
				[null, null],
				[null, null],
				[null, null],
				["1941-01-01", "year"],
				["1950-01-01", "year"],
			],
		],
	},
	{
		n: 11,
		what: "金额：千分位、￥、万、负数冲销、单位混用、标题行、合计行",
		dataset: "subsidy_pay",
		files: {
			"a.csv": `农业支持保护补贴（单位：元）,,\n姓名,身份证号,补贴金额\n张三,${A},"￥1,200.50"\n李四,${B},1.2万\n王五,${C},(300.00)\n${many(9, (i) => `赵六,${A},10${i}`)}合计,,13836.5\n制表人：赵某,,\n`,
			"b.csv": `姓名,身份证号,补贴金额\n${many(12, (i) => `张三,${A},0.0${10 + i}`)}`,
		},
		// Of two, neither can be told to be the right one.
		becomes: ["loaded column-magnitude", "loaded column-magnitude"],
		rows: [
			"CAST(amount AS VARCHAR)",
			[
				["1200.50"],
				["12000.00"],
				["-300.00"],
				...Array.from({ length: 9 }, (_, i) => [`10${i}.00`]),
			],
		],
	},
	{
		n: 12,
		what: "合并单元格只有首行有值",
		dataset: "dibao_person",
		files: {
			"a.xlsx": await sheet(
				[
					["户主姓名", "户主身份证号", "姓名", "身份证号"],
					["张三", A, "张三", A],
					[null, null, "李红", B],
				],
				[
					{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 },
					{ startRow: 1, endRow: 2, startCol: 1, endCol: 1 },
				],
			),
		},
		becomes: ["loaded"],
		rows: [
			"name, head_citizen_id",
			[
				["张三", A],
				["李红", A],
			],
		],
	},
	{
		n: 13,
		what: "一格多人；个数不齐的待核",
		dataset: "dibao_person",
		files: {
			"a.csv": `户主姓名,家庭成员姓名,家庭成员身份证号\n张三,张三、李红,${A}、${B}\n王五,王五、赵兰,${C}\n`,
		},
		becomes: ["loaded quarantined=1"],
		rows: [
			"_row, name, citizen_id",
			[
				[2, "张三", A],
				[2, "李红", B],
			],
		],
	},
	{
		n: 14,
		what: "多年多版本模板、多级表头、列序变化；PDF 说明怎么办",
		dataset: "death",
		files: {
			"a2022.csv": `姓名,身份证号,死亡日期\n张三,${A},2022-01-05\n`,
			"b2023.xlsx": await sheet([
				["二〇二三年死亡人员"],
				["序号", "死者", null, "死亡"],
				[null, "身份证号", "姓名", "日期"],
				[1, B, "李四", "2023-03-01"],
			]),
			"c.pdf": "%PDF-1.7\n",
		},
		becomes: ["loaded", "loaded", "refused format-unsupported"],
		rows: ["name", [["张三"]]],
	},
	{
		n: 15,
		what: "地址异写",
		dataset: "death",
		files: {
			"a.csv": `姓名,身份证号,家庭住址\n张三,${A},青川县 乔庄镇　某某村３组５号\n李四,${B},四川省广元市青川县乔庄镇某某村村委会第三村民小组5号\n`,
		},
		becomes: ["loaded"],
		rows: [
			"addr, addr_region, addr_town, addr_village, addr_group, addr_road",
			[
				["青川县乔庄镇某某村3组5号", "510822", "乔庄镇", "某某村", "3", "5号"],
				[
					"四川省广元市青川县乔庄镇某某村村委会第三村民小组5号",
					"510822",
					"乔庄镇",
					"某某村",
					"3",
					"5号",
				],
			],
		],
	},
	{
		n: 16,
		what: "撤销的县区，旧码仍然有效",
		dataset: "death",
		files: { "a.csv": "姓名,身份证号\n张三,11010319500101001X\n" },
		becomes: ["loaded"],
		rows: ["citizen_id_check", [["ok"]]],
		quality: {},
	},
	{
		n: 17,
		what: "各部门快照日不同，差 90 天以上报警",
		dataset: "death",
		settings: 'cut_off: "2026-01-31"',
		files: { "a.csv": `姓名,身份证号\n张三,${A}\n` },
		becomes: ["loaded cut-off-apart"],
	},
	{
		n: 18,
		what: "死亡数据重复、仅有姓名：各来源各自保留，不互相覆盖",
		dataset: "death",
		files: {
			"公安.csv": `姓名,身份证号,死亡日期,来源\n张三,${A},2024-01-05,公安注销\n`,
			"火化.csv":
				"逝者姓名,年龄,火化日期,家属电话\n张三,75,2024-01-08,13800138000\n",
		},
		becomes: ["loaded", "loaded"],
		rows: ["name, citizen_id, source", [["张三", A, "公安注销"]]],
	},
	{
		n: 19,
		what: "任免表的亲属没有证号，出生只到月",
		dataset: "kinship",
		files: {
			"a.csv": `干部姓名,干部身份证号,称谓,姓名,出生年月\n张三,${A},妻子,李红,1976.04\n`,
		},
		becomes: ["loaded"],
		rows: [
			"member_name, member_citizen_id, CAST(birth AS VARCHAR), birth_precision",
			[["李红", null, "1976-04-01", "month"]],
		],
	},
	{
		n: 20,
		what: "工商公示版没有法定代表人证号",
		dataset: "company",
		files: {
			"a.csv":
				"企业名称,统一社会信用代码,法定代表人\n青川某某建设有限公司,91350100M000100Y43,张三\n",
		},
		becomes: ["loaded absent=legal_rep_citizen_id"],
		rows: ["legal_rep_name, legal_rep_citizen_id", [["张三", null]]],
	},
	{
		n: 21,
		what: "企业名称的括号全角半角",
		dataset: "company",
		files: {
			"a.csv":
				"企业名称,统一社会信用代码\n青川某某(有限合伙),91350100M000100Y43\n青川 某某（有限合伙）,D2143569-X\n",
		},
		becomes: ["loaded"],
		rows: [
			"name, uscc_check",
			[
				["青川某某（有限合伙）", "ok"],
				["青川某某（有限合伙）", "other"],
			],
		],
	},
	{
		n: 22,
		what: "重复导入：原样的、另存成别的格式的；批内重复计数",
		dataset: "pension_pay",
		files: {
			"a.csv": `身份证号,姓名,归属月份,发放金额\n${many(6, (i) => `${A},张三,2024-0${i + 1},180`)}${A},张三,2024-06,180\n`,
			"b 副本.csv": `身份证号,姓名,归属月份,发放金额\n${many(6, (i) => `${A},张三,2024-0${i + 1},180`)}${A},张三,2024-06,180\n`,
			"c 另存.xlsx": await sheet([
				["姓名", "身份证号", "发放金额", "归属月份"],
				...Array.from({ length: 7 }, (_, i) => [
					"张三",
					A,
					180,
					`2024年${Math.min(6, i + 1)}月`,
				]),
			]),
		},
		becomes: [
			"loaded repeated=1",
			"duplicate file-duplicate",
			"duplicate content-duplicate",
		],
	},
	{
		n: 23,
		what: "网上流传的范例号是错的",
		dataset: "company",
		files: {
			"a.csv":
				"企业名称,统一社会信用代码,法定代表人身份证号\n甲,91350100M000100Y4Z,612127197103020026\n乙,91350100M000100Y43,440524188001010014\n",
		},
		becomes: ["loaded"],
		rows: [
			"uscc_check, legal_rep_citizen_id_check",
			[
				["bad", "bad"],
				["ok", "ok"],
			],
		],
	},
	{
		n: 24,
		what: "没有送来的数据不当作没问题",
		dataset: "vehicle",
		files: {},
		becomes: ["missing source-no-file"],
	},
];

interface Loaded {
	sources: { source: string; status: string; quarantined: number }[];
	problems: { code: string; at: { file?: string } }[];
}

let folder: string;
let loaded: Loaded;
const idOf = (n: number, file: number) => `q${n}_${file}`;
const pathsOf = ({ n, files }: Item) =>
	Object.keys(files).length === 0
		? [`${n}/*.csv`]
		: Object.keys(files).map((name) => `${n}/${name}`);

beforeAll(() => {
	const sources = items.flatMap((item) =>
		pathsOf(item).map(
			(path, i) =>
				`  - {id: ${idOf(item.n, i)}, path: "${path}", dataset: ${item.dataset}, mode: append, ${item.settings ?? 'cut_off: "2026-06-15"'}}`,
		),
	);
	folder = makeWorkspace(
		`contract: bidui/workspace@1\nround: 测试\noffice: 巡察办\nas_of: "2026-06-30"\nsources:\n${sources.join("\n")}\n`,
		Object.fromEntries(
			items.flatMap(({ n, files }) =>
				Object.entries(files).map(([name, content]) => [
					`sources/${n}/${name}`,
					content,
				]),
			),
		),
		afterAll,
	);
	const ran = bidui(["load", "-w", folder, "--json"]);
	expect(ran.code, ran.err).toBe(3);
	loaded = JSON.parse(ran.out) as Loaded;
});

describe("each of the 24 things that go wrong", () => {
	const store = () => new Store(join(folder, "store"));
	const partOf = (id: string) => {
		const line = store()
			.currentSnapshot()
			?.lines.find((item) => item.type === "part" && item.source === id);
		return line?.type === "part"
			? store().part(line.dataset, line.key)
			: undefined;
	};

	it("has a file", () => {
		expect(items.map(({ n }) => n)).toEqual(
			Array.from({ length: 24 }, (_, i) => i + 1),
		);
	});

	it.each(items)("$n $what", async (item) => {
		const said = pathsOf(item).map((path, i) => {
			const id = idOf(item.n, i);
			const source = loaded.sources.find((line) => line.source === id);
			const codes = loaded.problems
				.filter(
					({ at, code }) =>
						at.file === path ||
						(code === "source-no-file" && source?.status === "missing"),
				)
				.map(({ code }) => code);
			const part = partOf(id);
			return [
				source?.status,
				...codes,
				...(source !== undefined && source.quarantined > 0
					? [`quarantined=${source.quarantined}`]
					: []),
				...(item.n === 22 && part !== undefined && part.duplicates.rows > 0
					? [`repeated=${part.duplicates.rows}`]
					: []),
				...(item.n === 20 && part?.absent.includes("legal_rep_citizen_id")
					? ["absent=legal_rep_citizen_id"]
					: []),
			].join(" ");
		});
		expect(said).toEqual(item.becomes);
		const part = partOf(idOf(item.n, 0));
		if (item.rows !== undefined) {
			const path = store().partPath(item.dataset, part?.key ?? "");
			expect(
				await query(
					`SELECT ${item.rows[0]} FROM read_parquet('${path}') ORDER BY _row`,
				),
			).toEqual(item.rows[1]);
		}
		if (item.quality !== undefined)
			expect(
				Object.fromEntries(
					(part?.quality ?? []).map(({ code, rows }) => [code, rows]),
				),
			).toEqual(item.quality);
	});
});
