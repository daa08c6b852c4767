import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type CastingContext, parse } from "csv-parse";
import { fileHead, MAX_RECORD_BYTES } from "../decode/blocks.ts";
import { decodeText } from "../decode/decode.ts";
import { byteOrderMark, encodings } from "../decode/encodings.ts";
import { type Judge, LOOK_BYTES, likelyEncodings } from "../decode/likely.ts";
import { refuse } from "../refusal.ts";
import { CanonicalWriter, readCsv } from "./canonical.ts";
import { chooseDelimiter, headRecords, PARSE_OPTIONS } from "./csv-dialect.ts";
import { type CsvReport, isRegular } from "./csv-scan.ts";
import { CsvText } from "./csv-text.ts";
import {
	cellNames,
	HEAD_RECORDS,
	type RawTable,
	type Reader,
	type ReadRequest,
	type StagedTable,
} from "./types.ts";

/** A file of so many bytes is worth a copy with numbered lines. */
const LARGE = 4 << 20;

/** How many known headings a text has, whatever its delimiter. */
function judgeBy(known: (heading: string) => boolean): Judge {
	return (text) =>
		text
			.split(/\r\n|\n|\r/, HEAD_RECORDS)
			.flatMap((line) => line.split(/[,\t;|"]/))
			.filter((cell) => cell !== "" && known(cell)).length;
}

/** The head of a file as text, however its encoding turns out; only for choosing the delimiter. */
function headText(
	bytes: Buffer,
	likely: readonly (keyof typeof encodings)[],
): string {
	const body = bytes.subarray(byteOrderMark(bytes)?.length ?? 0);
	for (const encoding of likely)
		try {
			return new TextDecoder(encodings[encoding].name, {
				fatal: true,
			}).decode(body, { stream: true });
		} catch {
			// The next encoding; the real decision is made over all bytes.
		}
	return new TextDecoder("gb18030").decode(body);
}

/**
 * Fast way: every record has the same fields and no line breaks, so DuckDB reads the text itself.
 * @param numbered the first field of every record is its number
 */
function stageRegular(
	path: string,
	delimiter: string,
	report: CsvReport,
	width: number,
	numbered: boolean,
): StagedTable {
	const fields = [...report.widths.keys()][0] ?? 1;
	const all = cellNames(fields);
	const cells = cellNames(width).map((name, i) =>
		i < fields ? name : `CAST(NULL AS VARCHAR) AS ${name}`,
	);
	const columns = all.map((name) => `'${name}': 'VARCHAR'`);
	if (numbered) columns.unshift("'_row': 'BIGINT'");
	const from = readCsv(path, {
		delimiter: delimiter === "\t" ? "\\t" : delimiter,
		quote: '"',
		end: report.ends.crlf > 0 ? "\\r\\n" : "\\n",
		columns: `{${columns.join(", ")}}`,
		longest: report.longestRecord,
	});
	return {
		sql: `SELECT ${numbered ? "" : "row_number() OVER () AS "}_row, CAST(NULL AS BIGINT) AS _line, CAST(NULL AS BIGINT) AS _fields, CAST(NULL AS VARCHAR) AS _rest, ${cells.join(", ")} FROM ${from}`,
		records: report.records,
		blankTail: report.blankTail,
		ragged: true,
		joint: delimiter,
	};
}

/** Slow way: csv-parse takes the records apart, and a canonical copy is written. */
async function stageIrregular(
	path: string,
	skip: number,
	delimiter: string,
	report: CsvReport,
	width: number,
	copy: string,
): Promise<StagedTable> {
	const writer = new CanonicalWriter(copy, width);
	try {
		const parser = createReadStream(path, {
			start: skip,
			highWaterMark: 1 << 20,
		}).pipe(
			parse({
				...PARSE_OPTIONS,
				delimiter,
				info: true,
				max_record_size: MAX_RECORD_BYTES,
			}),
		);
		let row = 0;
		let line = 1;
		for await (const { record, info } of parser as AsyncIterable<{
			record: string[];
			info: CastingContext;
		}>) {
			row++;
			writer.write(
				row,
				line === row ? undefined : line,
				record.length,
				record,
				delimiter,
			);
			line = info.lines + 1;
		}
	} catch (error) {
		writer.abandon();
		throw error;
	}
	return {
		sql: writer.finish(),
		records: report.records,
		blankTail: 0,
		ragged: true,
		joint: delimiter,
	};
}

async function* read(request: ReadRequest): AsyncGenerator<RawTable> {
	const { path, source, scratch, at } = request;
	if (request.known(undefined)) return;
	const { size } = await stat(path);
	if (size === 0) refuse("file-empty", at);
	const judge = judgeBy(request.knownHeading);
	const start = await fileHead(path, LOOK_BYTES);
	const likely = likelyEncodings(start, source.encoding, judge, at);
	const delimiter =
		source.delimiter ??
		chooseDelimiter(headText(start, likely), request.knownHeading);
	const numbered = size >= LARGE;
	const decoded = await decodeText(
		path,
		source.encoding,
		join(scratch, "utf8.csv"),
		() => new CsvText(delimiter, numbered),
		at,
		judge,
	);
	const report = decoded.sink.scanner.finish();
	if (report.nulAt >= 0) {
		const mark =
			decoded.encoding === "utf-8" ? byteOrderMark(start) : undefined;
		refuse("file-nul", at, { offset: report.nulAt + (mark?.length ?? 0) });
	}
	if (report.openQuoteLine > 0)
		refuse("csv-quote-open", at, { line: report.openQuoteLine });
	if (report.widths.size === 0) refuse("file-empty", at);
	if (report.longestRecord > MAX_RECORD_BYTES)
		refuse("record-too-long", at, {
			line: 1,
			megabytes: MAX_RECORD_BYTES >> 20,
		});
	/** The text without numbers, which is decoded a second time where the copy has them. */
	const plain = async () =>
		numbered
			? decodeText(
					path,
					decoded.encoding,
					join(scratch, "plain.csv"),
					() => ({ push: () => {} }),
					at,
				)
			: decoded;
	const slowly = async (width: number) => {
		const { path: text, skip } = await plain();
		return stageIrregular(
			text,
			skip,
			delimiter,
			report,
			width,
			join(scratch, "canonical.txt"),
		);
	};
	yield {
		format: "csv",
		encoding: encodings[decoded.encoding].name,
		delimiter,
		head: headRecords(decoded.sink.head(), delimiter),
		stage: async (width) =>
			isRegular(report)
				? {
						...stageRegular(decoded.path, delimiter, report, width, numbered),
						fallback: () => slowly(width),
					}
				: slowly(width),
	};
}

/** CSV and its kin, with any single-character delimiter. */
export const csvReader: Reader = { format: "csv", read };
