import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { COMMA, MAX_RECORD_BYTES } from "../decode/blocks.ts";
import { decodeText } from "../decode/decode.ts";
import { encodings } from "../decode/encodings.ts";
import { refuse } from "../refusal.ts";
import { ndjsonReader } from "./ndjson.ts";
import type { RawTable, Reader, ReadRequest, SkippedSheet } from "./types.ts";

/** Records of exports nest a few levels; files made to break a parser nest thousands. */
const DEEPEST = 64;
const FLUSH = 1 << 20;

/** Why a text is no list of records. */
class NoList extends Error {}

/**
 * Cuts the records out of a JSON text as it streams by: the elements of its first array, which is
 * the text itself or a member of its outermost object. Gives each as one line, uncut and unparsed.
 */
class RecordCutter {
	readonly #put: (line: string) => void;
	#depth = 0;
	/** Depth of the elements; 0 before the array is found, -1 after its end. */
	#inside = 0;
	#quoted = false;
	#escaped = false;
	#element: string[] = [];
	#length = 0;
	#any = false;

	constructor(put: (line: string) => void) {
		this.#put = put;
	}

	#end(): void {
		const line = this.#element.join("").trim();
		this.#element = [];
		this.#length = 0;
		if (line !== "") this.#put(line);
	}

	#keep(text: string): void {
		this.#length += text.length;
		if (this.#length > MAX_RECORD_BYTES) throw new NoList("long");
		// A line break between tokens is white space; inside a text JSON does not allow it.
		this.#element.push(text.replaceAll(/[\r\n]/g, " "));
	}

	push(text: string): void {
		let from = 0;
		for (let i = 0; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (this.#quoted) {
				if (this.#escaped) this.#escaped = false;
				else if (code === 92) this.#escaped = true;
				else if (code === 34) this.#quoted = false;
				continue;
			}
			if (code === 34) {
				if (this.#depth === 0) throw new NoList("shape");
				this.#quoted = true;
			} else if (code === 91 || code === 123) {
				this.#depth++;
				if (this.#depth > DEEPEST) throw new NoList("deep");
				if (this.#inside === 0 && code === 91) {
					if (this.#depth > 2) throw new NoList("shape");
					this.#inside = this.#depth;
					from = i + 1;
				}
				this.#any = true;
			} else if (code === 93 || code === 125) {
				if (this.#depth === this.#inside) {
					this.#keep(text.slice(from, i));
					this.#end();
					this.#inside = -1;
				}
				this.#depth--;
				if (this.#depth < 0) throw new NoList("shape");
			} else if (code === 44 && this.#depth === this.#inside) {
				this.#keep(text.slice(from, i));
				this.#end();
				from = i + 1;
			}
		}
		if (this.#inside > 0) this.#keep(text.slice(from));
	}

	finish(): void {
		if (!this.#any || this.#depth !== 0 || this.#inside === 0)
			throw new NoList("end");
	}
}

const reasons: Record<string, string> = {
	deep: `嵌套超过 ${DEEPEST} 层`,
	long: "一条记录大得不正常",
	shape: "不是由记录组成的列表",
	end: "没有写完，或里面没有列表",
};

/** How many of the keys of a text are headings of the dataset. */
function judgeJson(known: (heading: string) => boolean) {
	return (text: string) =>
		new Set(
			[...text.matchAll(/"([^"\\]{1,40})"\s*:/g)]
				.map(([, key]) => key ?? "")
				.filter(known),
		).size;
}

async function* read(
	request: ReadRequest,
): AsyncGenerator<RawTable | SkippedSheet> {
	const { path, source, scratch, at } = request;
	if (request.known(undefined)) return;
	const decoded = await decodeText(
		path,
		source.encoding,
		join(scratch, "utf8.json"),
		() => ({ push: () => {} }),
		at,
		judgeJson(request.knownHeading),
		COMMA,
	);
	const lines = join(scratch, "records.ndjson");
	const handle = openSync(lines, "w", 0o600);
	let buffer = "";
	const flush = () => {
		const bytes = Buffer.from(buffer, "utf8");
		for (let done = 0; done < bytes.length; )
			done += writeSync(handle, bytes, done, bytes.length - done);
		buffer = "";
	};
	try {
		const cutter = new RecordCutter((line) => {
			buffer += `${line}\n`;
			if (buffer.length > FLUSH) flush();
		});
		const decoder = new TextDecoder("utf-8");
		for await (const chunk of createReadStream(decoded.path, {
			start: decoded.skip,
			highWaterMark: 1 << 20,
		}) as AsyncIterable<Buffer>) {
			cutter.push(decoder.decode(chunk, { stream: true }));
		}
		cutter.push(decoder.decode());
		cutter.finish();
		flush();
	} catch (error) {
		if (error instanceof NoList)
			refuse("format-unsupported", at, {
				format: `读不通的 JSON（${reasons[error.message] ?? ""}）`,
				advice:
					"文件应是 [{…}, {…}] 或 {“名称”: [{…}, {…}]}，或每行一个 {…}；也可请提供方导出为 CSV、xlsx。",
			});
		throw error;
	} finally {
		closeSync(handle);
	}
	const tables = ndjsonReader.read({
		...request,
		path: lines,
		source: { ...source, encoding: "utf-8" },
		known: () => false,
	});
	for await (const table of tables)
		yield "stage" in table
			? { ...table, format: "json", encoding: encodings[decoded.encoding].name }
			: table;
}

/** A list of JSON objects, as interfaces of other systems give it. */
export const jsonReader: Reader = { format: "json", read };
