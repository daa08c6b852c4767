/** What a record scanner learnt of a CSV file. */
export interface CsvReport {
	/** Every record, titles, headings and blank lines included. */
	records: number;
	/** Blank records after the last that holds anything. */
	blankTail: number;
	/** Blank records elsewhere. */
	blankInside: number;
	/** Fields of the records that are not blank: how many records have how many. */
	widths: Map<number, number>;
	/** Line breaks inside quotes. */
	embeddedBreaks: number;
	/** Quotes where the format allows none. */
	strayQuotes: number;
	/** Line ends by kind. */
	ends: { lf: number; crlf: number; cr: number };
	longestRecord: number;
	/** Offset in the UTF-8 text of the first NUL byte; -1 without. */
	nulAt: number;
	/** Physical line on which a quote opens that never closes; 0 without. */
	openQuoteLine: number;
}

const ORDINARY = 0;
const DELIMITER = 1;
const LF = 2;
const CR = 3;
const QUOTE = 4;
const NUL = 5;

const FIELD_START = 0;
const PLAIN = 1;
const QUOTED = 2;
const CLOSING = 3;

/**
 * Counts the records of a CSV text and tells whether it is regular. Independent of the engine and
 * of the parser that load it: its count is what they are held against. Works on UTF-8 bytes as they
 * stream by and keeps nothing of them.
 */
export class CsvScanner {
	readonly #classes = new Uint8Array(256);
	readonly #widths = new Map<number, number>();
	#state = FIELD_START;
	#fields = 1;
	/** Something other than a line end was seen in the record. */
	#any = false;
	#sawCr = false;
	#recordBytes = 0;
	#records = 0;
	#blankRun = 0;
	#blankInside = 0;
	#embedded = 0;
	#stray = 0;
	#lf = 0;
	#crlf = 0;
	#cr = 0;
	#longest = 0;
	#nulAt = -1;
	#quoteLine = 0;
	#offset = 0;

	/** @param delimiter one ASCII character */
	constructor(delimiter: string) {
		this.#classes[delimiter.charCodeAt(0)] = DELIMITER;
		this.#classes[10] = LF;
		this.#classes[13] = CR;
		this.#classes[34] = QUOTE;
		this.#classes[0] = NUL;
	}

	#line(): number {
		return this.#lf + this.#crlf + this.#cr + this.#embedded + 1;
	}

	#endRecord(): void {
		this.#records++;
		if (this.#any) {
			this.#blankInside += this.#blankRun;
			this.#blankRun = 0;
			this.#widths.set(this.#fields, (this.#widths.get(this.#fields) ?? 0) + 1);
		} else this.#blankRun++;
		if (this.#recordBytes > this.#longest) this.#longest = this.#recordBytes;
		this.#recordBytes = 0;
		this.#fields = 1;
		this.#any = false;
		this.#state = FIELD_START;
	}

	push(bytes: Uint8Array): void {
		const classes = this.#classes;
		const length = bytes.length;
		let state = this.#state;
		let recordStart = 0;
		for (let i = 0; i < length; i++) {
			const kind = classes[bytes[i] as number] as number;
			if (state === QUOTED) {
				if (kind === ORDINARY || kind === DELIMITER) continue;
				if (kind === QUOTE) state = CLOSING;
				else if (kind === LF) {
					// CR LF inside quotes is one break.
					if (!this.#sawCr) this.#embedded++;
				} else if (kind === CR) this.#embedded++;
				else if (this.#nulAt < 0) this.#nulAt = this.#offset + i;
				this.#sawCr = kind === CR;
				continue;
			}
			if (this.#sawCr) {
				this.#sawCr = false;
				if (kind === LF) {
					// The record ended at the CR.
					this.#cr--;
					this.#crlf++;
					recordStart = i + 1;
					continue;
				}
			}
			switch (kind) {
				case ORDINARY:
					if (state === CLOSING) this.#stray++;
					state = PLAIN;
					this.#any = true;
					// Most bytes are ordinary: run over them without the state machine.
					while (i + 1 < length && classes[bytes[i + 1] as number] === ORDINARY)
						i++;
					break;
				case DELIMITER:
					this.#fields++;
					this.#any = true;
					state = FIELD_START;
					break;
				case LF:
				case CR:
					this.#recordBytes += i - recordStart;
					recordStart = i + 1;
					this.#endRecord();
					state = FIELD_START;
					if (kind === LF) this.#lf++;
					else {
						this.#cr++;
						this.#sawCr = true;
					}
					break;
				case QUOTE:
					if (state === FIELD_START) {
						this.#quoteLine = this.#line();
						state = QUOTED;
					} else if (state === CLOSING) state = QUOTED;
					else this.#stray++;
					this.#any = true;
					break;
				default:
					if (this.#nulAt < 0) this.#nulAt = this.#offset + i;
					state = PLAIN;
					this.#any = true;
			}
		}
		this.#state = state;
		this.#recordBytes += length - recordStart;
		this.#offset += length;
	}

	/** Ends the text; a last line without a line end is a record. */
	finish(): CsvReport {
		const openQuoteLine = this.#state === QUOTED ? this.#quoteLine : 0;
		if (this.#any) this.#endRecord();
		return {
			records: this.#records,
			blankTail: this.#blankRun,
			blankInside: this.#blankInside,
			widths: this.#widths,
			embeddedBreaks: this.#embedded,
			strayQuotes: this.#stray,
			ends: { lf: this.#lf, crlf: this.#crlf, cr: this.#cr },
			longestRecord: this.#longest,
			nulAt: this.#nulAt,
			openQuoteLine,
		};
	}
}

/** Whether the engine's own CSV reader takes the file record by record as the scanner does. */
export function isRegular(report: CsvReport): boolean {
	const { lf, crlf, cr } = report.ends;
	return (
		report.widths.size === 1 &&
		report.blankInside === 0 &&
		report.embeddedBreaks === 0 &&
		report.strayQuotes === 0 &&
		cr === 0 &&
		(lf === 0 || crlf === 0)
	);
}
