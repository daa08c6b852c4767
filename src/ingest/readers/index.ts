import { extname } from "node:path";
import { fileHead } from "../decode/blocks.ts";
import { refuse } from "../refusal.ts";
import { csvReader } from "./csv.ts";
import { ndjsonReader } from "./ndjson.ts";
import type { Reader, ReadRequest } from "./types.ts";
import { xlsxReader } from "./xlsx.ts";

/** What a file is by its first bytes, before its name is asked. */
const signatures: {
	bytes: readonly number[];
	reader?: Reader;
	format: string;
	advice?: string;
}[] = [
	{ bytes: [0x50, 0x4b, 0x03, 0x04], reader: xlsxReader, format: "xlsx" },
	{
		bytes: [0xd0, 0xcf, 0x11, 0xe0],
		format: "旧版 Excel（.xls）或有密码的 Excel 文件",
		advice: "用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 再放回。",
	},
	{
		bytes: [0x25, 0x50, 0x44, 0x46],
		format: "PDF",
		advice: "请提供方给出 Excel 或 CSV。",
	},
	{
		bytes: [0x1f, 0x8b],
		format: "gz 压缩文件",
		advice: "解压后把里面的文件放进 sources。",
	},
	{
		bytes: [0x52, 0x61, 0x72, 0x21],
		format: "RAR 压缩文件",
		advice: "解压后把里面的文件放进 sources。",
	},
];

const extensions: Record<string, Reader> = {
	".csv": csvReader,
	".tsv": csvReader,
	".txt": csvReader,
	".xlsx": xlsxReader,
	".xlsm": xlsxReader,
	".ndjson": ndjsonReader,
	".jsonl": ndjsonReader,
};

/** The reader of a file, by its content and then by its name. Throws Refusal when there is none. */
export async function readerOf(
	request: Pick<ReadRequest, "path" | "at">,
): Promise<Reader> {
	const head = await fileHead(request.path, 8);
	const signature = signatures.find(({ bytes }) =>
		bytes.every((byte, i) => head[i] === byte),
	);
	const extension = extname(request.path).toLowerCase();
	if (signature !== undefined) {
		if (signature.reader !== undefined && extension !== ".zip")
			return signature.reader;
		return refuse("format-unsupported", request.at, {
			format:
				signature.reader === undefined ? signature.format : "zip 压缩文件",
			advice: signature.advice ?? "解压后把里面的文件放进 sources。",
		});
	}
	const reader = extensions[extension];
	if (reader === undefined)
		return refuse("format-unsupported", request.at, {
			format: extension === "" ? "没有扩展名" : extension,
			advice:
				"可用的格式：.csv、.tsv、.txt、.xlsx、.ndjson；请另存或请提供方重新导出。",
		});
	return reader;
}
