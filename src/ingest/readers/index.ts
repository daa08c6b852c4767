import { extname } from "node:path";
import { fileHead } from "../decode/blocks.ts";
import { refuse } from "../refusal.ts";
import { csvReader } from "./csv.ts";
import { readGzip } from "./gzip.ts";
import { jsonReader } from "./json.ts";
import { ndjsonReader } from "./ndjson.ts";
import { parquetReader } from "./parquet.ts";
import type { Reader, ReadRequest } from "./types.ts";
import { odsReader, xlsReader } from "./workbook.ts";
import { xlsxReader } from "./xlsx.ts";
import { readZip } from "./zip.ts";

const zipReader: Reader = {
	format: "zip",
	read: (request) => readZip(request, readerOf),
};
const gzipReader: Reader = {
	format: "gz",
	read: (request) => readGzip(request, readerOf),
};

/** What a file is by its first bytes, before its name is asked. */
const signatures: {
	bytes: readonly number[];
	reader?: Reader;
	format: string;
	advice?: string;
}[] = [
	{ bytes: [0xd0, 0xcf, 0x11, 0xe0], reader: xlsReader, format: "xls" },
	{ bytes: [0x50, 0x41, 0x52, 0x31], reader: parquetReader, format: "parquet" },
	{ bytes: [0x1f, 0x8b], reader: gzipReader, format: "gz" },
	{
		bytes: [0x25, 0x50, 0x44, 0x46],
		format: "PDF",
		advice: "请提供方给出 Excel 或 CSV。",
	},
	{
		bytes: [0x52, 0x61, 0x72, 0x21],
		format: "RAR 压缩文件",
		advice: "解压后把里面的文件放进 sources，或改用 zip。",
	},
	{
		bytes: [0x37, 0x7a, 0xbc, 0xaf],
		format: "7z 压缩文件",
		advice: "解压后把里面的文件放进 sources，或改用 zip。",
	},
];

const ZIP = Buffer.from([0x50, 0x4b]);
/** What the first entry of an OpenDocument spreadsheet holds, uncompressed. */
const ODS = "application/vnd.oasis.opendocument.spreadsheet";

const extensions: Record<string, Reader> = {
	".csv": csvReader,
	".tsv": csvReader,
	".txt": csvReader,
	".xlsx": xlsxReader,
	".xlsm": xlsxReader,
	".ndjson": ndjsonReader,
	".jsonl": ndjsonReader,
	".json": jsonReader,
	".parquet": parquetReader,
};

/** Documents of texts, whatever they hold. */
const documents: ReadonlySet<string> = new Set([
	".doc",
	".docx",
	".docm",
	".wps",
	".rtf",
]);

/** The reader of a file, by its content and then by its name. Throws Refusal when there is none. */
export async function readerOf(
	request: Pick<ReadRequest, "path" | "at">,
): Promise<Reader> {
	const head = await fileHead(request.path, 128);
	const extension = extname(request.path).toLowerCase();
	if (documents.has(extension))
		return refuse("format-unsupported", request.at, {
			format: "Word 文件",
			advice:
				"把其中的表格复制到 Excel（证号列先设为文本）另存为 .xlsx，或请提供方从系统导出 Excel。",
		});
	if (head.subarray(0, 2).equals(ZIP) && head[2] !== undefined && head[2] < 8) {
		if (head.includes(ODS)) return odsReader;
		return extension === ".zip" ? zipReader : xlsxReader;
	}
	const signature = signatures.find(({ bytes }) =>
		bytes.every((byte, i) => head[i] === byte),
	);
	if (signature !== undefined)
		return (
			signature.reader ??
			refuse("format-unsupported", request.at, {
				format: signature.format,
				advice: signature.advice ?? "",
			})
		);
	const reader = extensions[extension];
	if (reader === undefined)
		return refuse("format-unsupported", request.at, {
			format: extension === "" ? "没有扩展名" : extension,
			advice:
				"可用的格式：.csv、.tsv、.txt、.xlsx、.xls、.ods、.json、.ndjson、.parquet，以及装着它们的 .zip、.gz；请另存或请提供方重新导出。",
		});
	return reader;
}
