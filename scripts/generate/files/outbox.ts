import { extname } from "node:path";
import type { Sower } from "../errors/sower.ts";
import { plainPath, plainSheet } from "./plain.ts";
import { Share, textPath, workbookPath } from "./share.ts";
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
	readonly #share: Share | undefined;
	readonly #packing: Promise<void>[] = [];

	/**
	 * With a sower, what is written is spoiled on the way; plain, every file is UTF-8 CSV; with a share, so many of the
	 * files are workbooks, whichever they would be otherwise.
	 */
	constructor(
		how: {
			sower?: Sower | undefined;
			plain?: boolean;
			xlsx?: number | undefined;
		} = {},
	) {
		this.#sower = how.sower;
		this.#plain = how.plain ?? false;
		this.#share = how.xlsx === undefined ? undefined : new Share(how.xlsx);
	}

	/** When every file has its bytes. */
	async packed(): Promise<void> {
		await Promise.all(this.#packing);
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
		this.#sower?.habits(path, sheet);
		const form = this.#sower?.form(path, sheet, format) ?? format;
		if (this.#share?.workbook(path, sheet.lines.length)) {
			this.#packText(path, sheet);
			return;
		}
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
		if (this.#share?.workbook(path, sheet.lines.length)) {
			this.#packText(path, sheet);
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
		if (this.#share && !this.#share.workbook(path, undefined)) {
			this.#sendPlain(textPath(path), sheets);
			return;
		}
		for (const sheet of sheets) this.#sower?.habits(path, sheet);
		this.#pack(path, sheets);
		await this.packed();
	}

	/** Sends a file once more under another name, in the same form; its facts stand in both. */
	async again(first: string, later: string): Promise<void> {
		await this.packed();
		const file = this.files.find(({ path }) => forms(first).includes(path));
		if (!file) throw new Error(`${first} was never sent`);
		const { path } = file;
		const as = later.replace(/\.\w+$/, extname(file.path));
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
		const gone = forms(path);
		this.#unusable = this.#unusable.filter(({ file }) => !gone.includes(file));
		for (const [record, addresses] of this.#addresses)
			this.#addresses.set(
				record,
				addresses.filter(({ file }) => !gone.includes(file)),
			);
	}

	/** A table that would be text: in a sheet no line breaks off. */
	#packText(path: string, sheet: Sheet): void {
		const lines = sheet.lines.filter(
			({ unusable }) => unusable !== "broken off",
		);
		this.#pack(workbookPath(path), [{ ...sheet, lines }]);
	}

	#pack(path: string, sheets: readonly Sheet[]): void {
		for (const sheet of sheets) this.#note(path, sheet.lines, sheet.name);
		// Its place among the files is taken at once.
		this.#send(path, new Uint8Array(0));
		this.#packing.push(
			workbook(sheets).then((bytes) => this.#send(path, bytes)),
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

/** The names that a file may have, by its form. */
function forms(path: string): string[] {
	return [path, textPath(path), workbookPath(path)];
}
