import { stat } from "node:fs/promises";
import { join } from "node:path";
import { lineBlocks } from "../decode/blocks.ts";
import { decodeText } from "../decode/decode.ts";
import { encodings } from "../decode/encodings.ts";
import { refuse } from "../refusal.ts";
import { CanonicalWriter } from "./canonical.ts";
import {
	HEAD_RECORDS,
	type RawRecord,
	type RawTable,
	type Reader,
	type ReadRequest,
	type StagedTable,
} from "./types.ts";

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Deeper records are made to break a parser; those of exports nest a few levels. */
const DEEPEST = 64;

/** Whether brackets nest beyond reason, strings left out. */
function isTooDeep(line: string): boolean {
	let depth = 0;
	let quoted = false;
	for (let i = 0; i < line.length; i++) {
		const code = line.charCodeAt(i);
		if (quoted) {
			if (code === 92) i++;
			else if (code === 34) quoted = false;
		} else if (code === 34) quoted = true;
		else if (code === 91 || code === 123) {
			depth++;
			if (depth > DEEPEST) return true;
		} else if (code === 93 || code === 125) depth--;
	}
	return false;
}

/** A record that could not be taken apart. */
const UNREADABLE = -1;

/**
 * The fields of one line. Numbers keep the digits that the file has: an 18-digit number read as a
 * double would lose its end.
 * @returns undefined when the line is not one JSON object
 */
export function jsonFields(line: string): Map<string, string> | undefined {
	if (line.length > DEEPEST && isTooDeep(line)) return undefined;
	let value: unknown;
	try {
		value = JSON.parse(
			line.replace(STRING_OR_NUMBER, (token) =>
				token.startsWith('"') ? token : `"${token}"`,
			),
		);
		// The rewriting could make sense of what is not JSON (an object key without quotes).
		JSON.parse(line);
	} catch {
		return undefined;
	}
	if (value === null || typeof value !== "object" || Array.isArray(value))
		return undefined;
	const fields = new Map<string, string>();
	for (const [key, field] of Object.entries(value))
		fields.set(
			key,
			field === null || field === undefined
				? ""
				: typeof field === "string"
					? field
					: typeof field === "object"
						? JSON.stringify(field)
						: String(field),
		);
	return fields;
}

async function* lines(path: string, skip: number): AsyncGenerator<string> {
	for await (const { bytes } of lineBlocks(path, skip)) {
		const text = bytes.toString("utf8");
		const parts = text.split("\n");
		if (parts.at(-1) === "") parts.pop();
		for (const part of parts)
			yield part.endsWith("\r") ? part.slice(0, -1) : part;
	}
}

/** Counts lines and NUL bytes: what the loaded records are held against. */
class LineCounter {
	lines = 0;
	nulAt = -1;
	#offset = 0;
	#open = false;

	push(bytes: Buffer): void {
		for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1))
			this.lines++;
		this.#open = bytes[bytes.length - 1] !== 10;
		if (this.nulAt < 0) {
			const nul = bytes.indexOf(0);
			if (nul >= 0) this.nulAt = this.#offset + nul;
		}
		this.#offset += bytes.length;
	}

	finish(): number {
		return this.lines + (this.#open ? 1 : 0);
	}
}

async function* read(request: ReadRequest): AsyncGenerator<RawTable> {
	const { path, source, scratch, at } = request;
	if (request.known(undefined)) return;
	if ((await stat(path)).size === 0) refuse("file-empty", at);
	const decoded = await decodeText(
		path,
		source.encoding,
		join(scratch, "utf8.ndjson"),
		() => new LineCounter(),
		at,
	);
	if (decoded.sink.nulAt >= 0)
		refuse("file-nul", at, { offset: decoded.sink.nulAt + decoded.skip });
	const counted = decoded.sink.finish();

	const keys = new Map<string, number>();
	const head: RawRecord[] = [];
	let row = 0;
	let objects = 0;
	for await (const line of lines(decoded.path, decoded.skip)) {
		row++;
		const fields = jsonFields(line);
		if (fields === undefined) continue;
		objects++;
		for (const key of fields.keys())
			if (!keys.has(key)) keys.set(key, keys.size);
		if (head.length < HEAD_RECORDS)
			head.push({ row, cells: [...fields.values()] });
	}
	if (objects === 0)
		refuse("format-unsupported", at, {
			format: "每行一个 JSON 对象的文件里没有一行读得通",
			advice: "确认文件是 NDJSON（每行一个 {…}），或请提供方导出为 CSV、xlsx。",
		});

	const stage = async (width: number): Promise<StagedTable> => {
		const writer = new CanonicalWriter(join(scratch, "canonical.txt"), width);
		try {
			let number = 0;
			for await (const line of lines(decoded.path, decoded.skip)) {
				number++;
				const fields = jsonFields(line);
				if (fields === undefined && line.trim() !== "") {
					const cells = Array.from({ length: width }, () => "");
					writer.write(number, undefined, UNREADABLE, [...cells, line], "");
					continue;
				}
				const cells = Array.from({ length: width }, () => "");
				for (const [key, text] of fields ?? [])
					cells[keys.get(key) ?? width] = text;
				writer.write(number, undefined, width, cells, ",");
			}
		} catch (error) {
			writer.abandon();
			throw error;
		}
		return {
			sql: writer.finish(),
			records: counted,
			blankTail: 0,
			ragged: true,
			joint: ",",
		};
	};
	yield {
		format: "ndjson",
		encoding: encodings[decoded.encoding].name,
		head,
		keys: [...keys.keys()],
		stage,
	};
}

/** One JSON object a line. */
export const ndjsonReader: Reader = { format: "ndjson", read };
