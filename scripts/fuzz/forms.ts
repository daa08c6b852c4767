import { gzipSync } from "node:zlib";
import { writeOds } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { packZip, unpackZip } from "../../test/ingest/support/archive.ts";
import { writeXls } from "../../test/ingest/support/xls.ts";
import type { Format } from "./cells.ts";
import { breakJson, breakXml, cut, flipBytes } from "./mutate.ts";
import type { Random } from "./random.ts";
import type { Intent, Table } from "./table.ts";

/** An input: its bytes, and how many records it has where its form was left whole. */
export interface Input {
	name: string;
	bytes: Uint8Array;
	records?: number;
	/** Made by the engine, which alone writes Parquet. */
	parquet?: Table;
	/** What is done to the bytes after that. */
	after?: (bytes: Buffer) => Buffer;
}

function csvText(table: Table, random: Random, intent: Intent): string {
	const delimiter = random.pick([",", "\t", ";", "|"]);
	const end = random.pick(["\n", "\r\n"]);
	const lines = [table.headings, ...table.rows].map((row) =>
		row
			.map((cell) =>
				/["\r\n]/.test(cell) || cell.includes(delimiter) || random.once(8)
					? `"${cell.replaceAll('"', '""')}"`
					: cell,
			)
			.join(delimiter),
	);
	if (intent === "rows" && random.once(2))
		lines.push(
			random.pick(["只有一格", ["多", ..."一二三四五六七"].join(delimiter)]),
		);
	return lines.map((line) => line + end).join("");
}

function encodeText(text: string, random: Random): Buffer {
	const way = random.below(5);
	if (way === 0) return iconv.encode(text, "gb18030");
	if (way === 1) return Buffer.from(`\ufeff${text}`, "utf16le");
	if (way === 2) return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
	return Buffer.from(way === 3 ? `\ufeff${text}` : text);
}

function breakCsv(text: string, random: Random): Buffer {
	const bytes = Buffer.from(text);
	const middle = bytes.indexOf(10, bytes.length >> 1) + 1;
	switch (random.below(6)) {
		case 0:
			return Buffer.from(`${text}"开着的引号,1,2,3,4`);
		case 1:
			return Buffer.from(text.replace(/[\u4e00-\u9fff]/, "\0"));
		case 2:
			return Buffer.concat([
				bytes.subarray(0, middle),
				Buffer.from([0xff, 0xfe, 0xff, 0x31]),
				bytes.subarray(middle),
			]);
		case 3:
			// Two exports of different encodings, put together.
			return Buffer.concat([
				Buffer.from(text.repeat(2)),
				iconv.encode(text.repeat(2), "gb18030"),
			]);
		case 4:
			return Buffer.alloc(0);
		default:
			return flipBytes(iconv.encode(text, "gb18030"), random, 0);
	}
}

const csv = (table: Table, intent: Intent, random: Random): Input => {
	const text = csvText(table, random, intent);
	return {
		name: "a.csv",
		bytes:
			intent === "form" ? breakCsv(text, random) : encodeText(text, random),
	};
};

/** Changes an archive below its magic bytes: one entry, its XML, or the directory. */
function breakPackage(bytes: Buffer, random: Random): Buffer {
	const entries = unpackZip(bytes);
	const weighty = entries.filter(({ name }) =>
		/sheet1|workbook\.xml|sharedStrings|styles|content\.xml/.test(name),
	);
	const target = random.pick(weighty);
	switch (random.below(8)) {
		case 0:
			return packZip(entries.filter((entry) => entry !== target));
		case 1:
			return flipBytes(bytes, random, 30, bytes.length - 22);
		case 2:
			return cut(bytes, random);
		case 3:
			return flipBytes(bytes, random, bytes.length - 22);
		default:
			return packZip(
				entries.map(({ name, content }) => ({
					name,
					content:
						name === target.name
							? breakXml(content.toString("utf8"), random)
							: content,
				})),
			);
	}
}

async function xlsx(
	table: Table,
	intent: Intent,
	random: Random,
): Promise<Input> {
	const bytes = Buffer.from(
		await writeXlsx({
			sheets: [{ name: "表", rows: [table.headings, ...table.rows] }],
		}),
	);
	return {
		name: "a.xlsx",
		bytes: intent === "form" ? breakPackage(bytes, random) : bytes,
		...(intent === "form" ? {} : { records: table.rows.length + 1 }),
	};
}

async function ods(
	table: Table,
	intent: Intent,
	random: Random,
): Promise<Input> {
	const bytes = Buffer.from(
		await writeOds({
			sheets: [{ name: "表", rows: [table.headings, ...table.rows] }],
		}),
	);
	return {
		name: "a.ods",
		bytes: intent === "form" ? breakPackage(bytes, random) : bytes,
	};
}

function xls(table: Table, intent: Intent, random: Random): Input {
	const bytes = writeXls("表", [table.headings, ...table.rows]);
	if (intent !== "form")
		return { name: "a.xls", bytes, records: table.rows.length + 1 };
	return {
		name: "a.xls",
		bytes: random.once(2)
			? cut(bytes, random)
			: flipBytes(bytes, random, 8, random.once(2) ? 512 : bytes.length),
	};
}

function objects(table: Table, random: Random): Record<string, unknown>[] {
	return table.rows.map((row) =>
		Object.fromEntries(
			row.map((cell, i) => [
				table.headings[i] ?? "",
				random.once(12) ? { 值: cell } : random.once(12) ? null : cell,
			]),
		),
	);
}

/** The name always stands: a record that lost it by chance would change what is expected. */
function named(table: Table, random: Random): Record<string, unknown>[] {
	return objects(table, random).map((item, i) => ({
		...item,
		[table.headings[0] ?? ""]: table.rows[i]?.[0],
	}));
}

function json(table: Table, intent: Intent, random: Random): Input {
	const items: unknown[] = named(table, random);
	if (intent === "rows") items.push(random.pick([7, "字", [1], null]));
	const text = JSON.stringify(
		random.once(2) ? items : { code: 0, data: items },
		null,
		random.pick([0, 2]),
	);
	return {
		name: "a.json",
		bytes: Buffer.from(intent === "form" ? breakJson(text, random) : text),
	};
}

function ndjson(table: Table, intent: Intent, random: Random): Input {
	const lines = named(table, random).map((item) => JSON.stringify(item));
	if (intent === "rows") lines.push(random.pick(["{", "7", '{"姓名":}', "坏"]));
	const text = `${lines.join("\n")}\n`;
	if (intent !== "form")
		return {
			name: "a.ndjson",
			bytes: encodeText(text, random),
			records: lines.length,
		};
	const all = lines.map((line) => breakJson(line, random)).join("\n");
	return {
		name: "a.ndjson",
		bytes: random.once(2)
			? Buffer.from(`${all}\0`)
			: Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xff, 0x0a])]),
	};
}

function parquet(table: Table, intent: Intent, random: Random): Input {
	return {
		name: "a.parquet",
		bytes: Buffer.alloc(0),
		parquet: table,
		...(intent === "form"
			? {
					after: (bytes) =>
						random.once(2)
							? cut(bytes, random)
							: flipBytes(
									bytes,
									random,
									random.once(2) ? 4 : bytes.length - 8,
									bytes.length,
								),
				}
			: { records: table.rows.length }),
	};
}

async function member(
	table: Table,
	intent: Intent,
	random: Random,
): Promise<Input> {
	const whole = intent === "form" ? "cells" : intent;
	return random.once(2)
		? csv(table, whole, random)
		: xlsx(table, whole, random);
}

async function zip(
	table: Table,
	intent: Intent,
	random: Random,
): Promise<Input> {
	const inner = await member(table, intent, random);
	const name = random.once(2)
		? iconv.encode(`各镇/${inner.name}`, "gbk")
		: `各镇/${inner.name}`;
	const content = inner.bytes;
	if (intent !== "form")
		return {
			name: "a.zip",
			bytes: packZip([{ name, content, utf8: typeof name === "string" }]),
		};
	const packed = packZip([{ name, content }]);
	const ways: (() => Buffer)[] = [
		() => packZip([{ name: "../x.csv", content }]),
		() => packZip([{ name: "C:\\x.csv", content }]),
		() => packZip([{ name: "x.csv", content: "/etc/passwd", link: true }]),
		() => packZip([{ name: "x.zip", content: packed }]),
		() =>
			packZip([
				{ name, content },
				{ name, content },
			]),
		() => packZip([]),
		() => cut(packed, random),
		() =>
			flipBytes(packed, random, 30 + Buffer.from(name).length, packed.length),
		() => flipBytes(packed, random, packed.length - 60, packed.length),
		() => packZip([{ name, content, stated: 3 }]),
	];
	return { name: "a.zip", bytes: random.pick(ways)() };
}

async function gz(
	table: Table,
	intent: Intent,
	random: Random,
): Promise<Input> {
	const inner = await member(table, intent, random);
	const packed = gzipSync(inner.bytes);
	return {
		name: `${inner.name}.gz`,
		bytes:
			intent !== "form"
				? packed
				: random.once(3)
					? cut(packed, random)
					: random.once(3)
						? gzipSync(gzipSync(packed))
						: flipBytes(packed, random, 10),
	};
}

/** An input of a format with the faults of an intent. */
export async function makeInput(
	format: Format,
	table: Table,
	intent: Intent,
	random: Random,
): Promise<Input> {
	switch (format) {
		case "csv":
			return csv(table, intent, random);
		case "xlsx":
			return xlsx(table, intent, random);
		case "xls":
			return xls(table, intent, random);
		case "ods":
			return ods(table, intent, random);
		case "json":
			return json(table, intent, random);
		case "ndjson":
			return ndjson(table, intent, random);
		case "parquet":
			return parquet(table, intent, random);
		case "zip":
			return zip(table, intent, random);
		case "gz":
			return gz(table, intent, random);
	}
}
