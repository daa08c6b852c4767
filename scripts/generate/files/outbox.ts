import type { Sower } from "../errors/sower.ts";
import { plainPath, plainSheet } from "./plain.ts";
import type { Line, Sheet } from "./sheet.ts";
import { delimited, ndjson, type TextFormat } from "./text.ts";
import { workbook } from "./workbook.ts";

/** Where a fact was written down. */
export interface Address {
	/** Below sources/. */
	file: string;
	sheet?: string;
	/** As Excel shows it; in text files the record, headings counted. */
	row: number;
}

/** Collects the files of all departments, and remembers in which row each fact stands. */
export class Outbox {
	readonly files: { path: string; bytes: Uint8Array }[] = [];
	readonly #addresses = new Map<object, Address[]>();
	readonly #sower: Sower | undefined;

	/** Rows that can only wait in quarantine. */
	#unusable: (Address & { reason: string })[] = [];
	readonly #plain: boolean;

	/** With a sower, what is written is spoiled on the way; plain, every file is UTF-8 CSV. */
	constructor(how: { sower?: Sower | undefined; plain?: boolean } = {}) {
		this.#sower = how.sower;
		this.#plain = how.plain ?? false;
	}

	addressesOf(record: object): readonly Address[] {
		return this.#addresses.get(record) ?? [];
	}

	/** Where the rows stand that nobody can use, and why. */
	get unusable(): readonly (Address & { reason: string })[] {
		return this.#unusable;
	}

	text(path: string, sheet: Sheet, format: TextFormat): void {
		this.#sower?.cells(path, sheet);
		if (this.#plain) {
			this.#sendPlain(path, [sheet]);
			return;
		}
		const form = this.#sower?.form(path, sheet, format) ?? format;
		this.#note(path, sheet.lines);
		this.#send(path, delimited(sheet.lines, form));
	}

	/** Without headings: line 1 is the first record. */
	ndjson(path: string, sheet: Sheet): void {
		this.#sower?.cells(path, sheet);
		if (this.#plain) {
			this.#sendPlain(path, [sheet]);
			return;
		}
		const [headings, ...lines] = sheet.lines;
		this.#note(path, lines);
		this.files.push({
			path,
			bytes: ndjson((headings?.cells ?? []).map(String), lines),
		});
	}

	async workbook(path: string, sheets: readonly Sheet[]): Promise<void> {
		for (const sheet of sheets) {
			this.#sower?.cells(path, sheet);
			this.#sower?.ledger(path, sheet);
		}
		if (this.#plain) {
			this.#sendPlain(path, sheets);
			return;
		}
		for (const sheet of sheets) this.#note(path, sheet.lines, sheet.name);
		this.files.push({ path, bytes: await workbook(sheets) });
	}

	/** Sends a file once more under another name; its facts stand in both. */
	again(path: string, as: string): void {
		const file = this.files.find((one) => one.path === path);
		if (!file) throw new Error(`${path} was never sent`);
		this.files.push({ path: as, bytes: file.bytes });
		this.#unusable.push(
			...this.#unusable
				.filter((address) => address.file === path)
				.map((address) => ({ ...address, file: as })),
		);
		for (const addresses of this.#addresses.values())
			addresses.push(
				...addresses
					.filter((address) => address.file === path)
					.map((address) => ({ ...address, file: as })),
			);
	}

	/** A file that a later one stands for: its rows are no addresses any more. */
	supersede(path: string): void {
		this.#unusable = this.#unusable.filter(({ file }) => file !== path);
		for (const [record, addresses] of this.#addresses)
			this.#addresses.set(
				record,
				addresses.filter(({ file }) => file !== path),
			);
	}

	#sendPlain(path: string, sheets: readonly Sheet[]): void {
		const { lines } = plainSheet(sheets);
		const as = plainPath(path);
		this.#note(as, lines);
		this.#send(as, delimited(lines, { delimiter: ",", encoding: "utf-8" }));
	}

	#send(path: string, bytes: Uint8Array): void {
		const sent = this.files.find((one) => one.path === path);
		if (sent) sent.bytes = bytes;
		else this.files.push({ path, bytes });
	}

	#note(file: string, lines: readonly Line[], sheet?: string): void {
		lines.forEach((line, i) => {
			if (line.unusable)
				this.#unusable.push({
					file,
					...(sheet === undefined ? {} : { sheet }),
					row: i + 1,
					reason: line.unusable,
				});
			for (const record of line.records ?? []) {
				const address: Address = {
					file,
					...(sheet === undefined ? {} : { sheet }),
					row: i + 1,
				};
				const known = this.#addresses.get(record);
				if (known) known.push(address);
				else this.#addresses.set(record, [address]);
			}
		});
	}
}
