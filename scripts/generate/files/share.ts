import { mostRows } from "./sheet-file.ts";

/**
 * Which files are workbooks, where a share of them shall be: file after file, so that the first so many of a delivery
 * are the same whatever follows. What does not fit into a sheet stays text; a later one makes up for it.
 */
export class Share {
	readonly #wanted: number;
	readonly #known = new Map<string, boolean>();
	#seen = 0;
	#workbooks = 0;

	/** @param wanted 0 to 1 */
	constructor(wanted: number) {
		this.#wanted = wanted;
	}

	/** @param rows with the headings; undefined for what is a workbook of several sheets already */
	workbook(path: string, rows: number | undefined): boolean {
		const known = this.#known.get(path);
		if (known !== undefined) return known;
		this.#seen++;
		const chosen =
			this.#workbooks < Math.round(this.#wanted * this.#seen) &&
			(rows === undefined || rows <= mostRows);
		if (chosen) this.#workbooks++;
		this.#known.set(path, chosen);
		return chosen;
	}
}

/** The name of a text file as a workbook. */
export function workbookPath(path: string): string {
	return path.replace(/\.\w+$/, ".xlsx");
}

/** The name of a workbook as a text file. */
export function textPath(path: string): string {
	return path.replace(/\.\w+$/, ".csv");
}

/** The glob that takes the files of a source whether they are workbooks or text. */
export function anyForm(path: string): string {
	return path.replace(/\*?\.\w+$/, "*");
}
