import { closeSync, openSync, writeSync } from "node:fs";
import { pathLiteral } from "../../engine/index.ts";
import { cellNames } from "./types.ts";

/** Between fields, and in place of a line break inside a field: characters that no export has. */
const FIELD = "\u001f";
const BREAK = "\u001e";
/** What would break the form: the separators themselves and NUL. */
const RESERVED = new RegExp(`[${BREAK}${FIELD}\0]`, "g");
const SPECIAL = new RegExp(`[\r\n${BREAK}${FIELD}\0]`);
const FLUSH = 1 << 20;

function encode(cell: string): string {
	if (!SPECIAL.test(cell)) return cell;
	return cell.replaceAll(RESERVED, " ").replaceAll(/\r\n|\r|\n/g, BREAK);
}

/**
 * Writes records in a form that DuckDB reads without doubt: one line a record, unit separators
 * between fields, no quotes. Memory stays bounded.
 */
export class CanonicalWriter {
	readonly #path: string;
	readonly #width: number;
	readonly #handle: number;
	#buffer = "";
	#breaks = false;
	#longest = 0;
	records = 0;

	constructor(path: string, width: number) {
		this.#path = path;
		this.#width = width;
		this.#handle = openSync(path, "w", 0o600);
	}

	/**
	 * @param line the physical line, only where it differs from the row
	 * @param fields what `_fields` says of the record
	 */
	write(
		row: number,
		line: number | undefined,
		fields: number,
		cells: readonly string[],
		joint: string,
	): void {
		let rest = "";
		if (cells.length > this.#width) {
			const beyond = cells.slice(this.#width);
			if (beyond.some((cell) => cell !== "")) rest = beyond.join(joint);
		}
		let text = `${row}${FIELD}${line ?? ""}${FIELD}${fields}${FIELD}${encode(rest)}`;
		for (let i = 0; i < this.#width; i++)
			text += FIELD + encode(cells[i] ?? "");
		if (!this.#breaks && text.includes(BREAK)) this.#breaks = true;
		if (text.length > this.#longest) this.#longest = text.length;
		this.#buffer += text;
		this.#buffer += "\n";
		this.records++;
		if (this.#buffer.length > FLUSH) this.#flush();
	}

	#flush(): void {
		const bytes = Buffer.from(this.#buffer, "utf8");
		this.#buffer = "";
		for (let at = 0; at < bytes.length; )
			at += writeSync(this.#handle, bytes, at, bytes.length - at);
	}

	/** Releases the file without finishing it. */
	abandon(): void {
		closeSync(this.#handle);
	}

	/** Ends the file and gives the SELECT of a StagedTable. */
	finish(): string {
		this.#flush();
		closeSync(this.#handle);
		const cells = cellNames(this.#width);
		const columns = [
			"'_row': 'BIGINT'",
			"'_line': 'BIGINT'",
			"'_fields': 'BIGINT'",
			...["_rest", ...cells].map((name) => `'${name}': 'VARCHAR'`),
		];
		const shown = (name: string) =>
			this.#breaks ? `replace(${name}, chr(30), chr(10)) AS ${name}` : name;
		return `SELECT _row, _line, _fields, ${["_rest", ...cells].map(shown).join(", ")} FROM ${readCsv(
			this.#path,
			{
				delimiter: FIELD,
				quote: "",
				end: "\\n",
				columns: `{${columns.join(", ")}}`,
				// A character takes at most three bytes a UTF-16 unit.
				longest: this.#longest * 3,
			},
		)}`;
	}
}

/** DuckDB's CSV reader with everything decided beforehand: it sniffs nothing. */
export function readCsv(
	path: string,
	options: {
		delimiter: string;
		quote: string;
		end: "\\n" | "\\r\\n";
		columns: string;
		longest: number;
	},
): string {
	const quote = options.quote.replaceAll("'", "''");
	const line = Math.max(2 << 20, options.longest + 1024);
	return `read_csv(${pathLiteral(path)}, auto_detect=false, header=false, delim='${options.delimiter.replaceAll("'", "''")}', quote='${quote}', escape='${quote}', new_line='${options.end}', nullstr='', comment='', max_line_size=${line}, buffer_size=${Math.max(line * 2, 32 << 20)}, columns=${options.columns})`;
}
