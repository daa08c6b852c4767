import type { Rng } from "../base/rng.ts";
import type { Cell, Sheet } from "../files/sheet.ts";
import type { TextFormat } from "../files/text.ts";
import { brokenCheck, citizenCheck, oldCitizenId } from "../ids/citizen-id.ts";
import { habits, headingAt } from "./habits.ts";
import { type ErrorKind, rate } from "./rates.ts";
import { type Content, targets } from "./targets.ts";
import { mistake } from "./typo.ts";
import { aliasesOf, unitNamed, unknownAlias } from "./units.ts";

/** What became of a cell: its text, and why the fact can no longer be proved by it. */
interface Fate {
	cell: Cell;
	lost?: string;
	typo?: boolean;
}

/** Sows errors into sheets before they are written, and remembers the facts that they spoiled. */
export class Sower {
	readonly #rng: Rng;
	readonly #multiplier: number;
	readonly #lost = new Map<object, Set<string>>();
	readonly #mistaken = new Set<object>();
	/** Whether a cell of a ledger has said yet that it counts in ten thousands. */
	#tenThousandsInCell = false;

	constructor(rng: Rng, multiplier: number) {
		this.#rng = rng;
		this.#multiplier = multiplier;
	}

	/** A fact that was spoiled before it was written. */
	lose(record: object, why: string): void {
		const known = this.#lost.get(record);
		if (known) known.add(why);
		else this.#lost.set(record, new Set([why]));
	}

	/** Why the facts together prove nothing any more; empty when they still do. */
	whyLost(records: readonly object[]): string[] {
		const reasons = new Set(
			records.flatMap((record) => [...(this.#lost.get(record) ?? [])]),
		);
		// One number under names that differ by two characters is no match.
		if (records.filter((record) => this.#mistaken.has(record)).length > 1)
			reasons.add("同一人在两处姓名都有错字");
		return [...reasons];
	}

	/** The cells of a sheet, in place. */
	cells(path: string, sheet: Sheet): void {
		const columns = targets.find(([start]) => path.startsWith(start))?.[1];
		if (!columns) return;
		const rng = this.#rng.fork(`cells ${first(path)} ${sheet.name}`);
		const at = headingAt(sheet);
		const contents = (sheet.lines[at]?.cells ?? []).map((heading) =>
			typeof heading === "string" ? columns[heading] : undefined,
		);
		for (const line of sheet.lines) {
			if (!line.records) continue;
			// Where no number was written, the name is all there is.
			const numbers = line.cells.filter((_, i) => contents[i] === "number");
			const bare = numbers.length > 0 && numbers.every((cell) => cell === null);
			line.cells.forEach((cell, i) => {
				const content =
					contents[i] === "name" && bare ? "bare name" : contents[i];
				if (!content || typeof cell !== "string") return;
				const fate = this.#fate(rng, content, cell);
				line.cells[i] = fate.cell;
				for (const record of line.records ?? []) {
					if (fate.lost !== undefined) this.lose(record, fate.lost);
					if (fate.typo) this.#mistaken.add(record);
				}
			});
			const only = line.cells.filter((_, i) => contents[i] === "only number");
			if (only.length > 0 && only.every((cell) => cell === null))
				line.unusable = "no number";
		}
	}

	/** What clerks do to the table as a whole, in place. */
	habits(path: string, sheet: Sheet): void {
		for (const [i, [start, habit]] of habits.entries())
			if (path.startsWith(start))
				habit(sheet, this.#rng.fork(`habit ${i} ${first(path)} ${sheet.name}`));
	}

	/** The form of a text file: its encoding, a title above, a note below. */
	form(path: string, sheet: Sheet, format: TextFormat): TextFormat {
		const rng = this.#rng.fork(`form ${first(path)}`);
		const width = sheet.lines[headingAt(sheet)]?.cells.length ?? 1;
		const across = (text: string) => ({
			cells: [text, ...Array.from({ length: width - 1 }, () => null)],
		});
		if (this.#happens(rng, "title")) sheet.lines.unshift(across("数据导出表"));
		if (this.#happens(rng, "note"))
			sheet.lines.push(across("制表人：　　审核人："));
		if (!this.#happens(rng, "encoding")) return format;
		return {
			...format,
			encoding: rng.pick([
				"utf-8",
				"utf-8 with BOM",
				"gb18030",
				"utf-16 with BOM",
			] as const),
		};
	}

	/** A ledger in yuan may count in ten thousands; the heading says so. */
	ledger(path: string, sheet: Sheet): void {
		if (!path.startsWith("被巡察单位/")) return;
		const headings = sheet.lines[headingAt(sheet)]?.cells ?? [];
		const column = headings.indexOf("合同金额（元）");
		if (column < 0) return;
		const rng = this.#rng.fork(`ledger ${path}`);
		const whole = this.#happens(rng, "tenThousands");
		if (!this.#tenThousandsInCell || !whole) {
			// Or a cell says so for itself: one does in every county.
			for (const { cells, records } of sheet.lines) {
				const yuan = Number(String(cells[column] ?? "").replace(/[￥,]/g, ""));
				if (!records || yuan <= 0) continue;
				const happens = this.#happens(rng, "tenThousandsInCell");
				if (this.#tenThousandsInCell && !happens) continue;
				cells[column] = `${(yuan / 10_000).toFixed(2)}万`;
				this.#tenThousandsInCell = true;
			}
			return;
		}
		headings[column] = "合同金额（万元）";
		for (const { cells } of sheet.lines) {
			const yuan = Number(String(cells[column] ?? "").replace(/[￥,]/g, ""));
			// Sums are of whole hundreds of yuan, so that two decimals hold them.
			if (yuan > 0) cells[column] = (yuan / 10_000).toFixed(2);
		}
	}

	#happens(rng: Rng, kind: ErrorKind): boolean {
		return rng.permille(rate(kind, this.#multiplier));
	}

	#fate(rng: Rng, content: Content, cell: string): Fate {
		switch (content) {
			case "number":
			case "only number":
				return this.#number(rng, cell);
			case "code":
				return this.#happens(rng, "wrongCheck")
					? { cell: brokenCode(cell), lost: "信用代码录错" }
					: { cell };
			case "name":
			case "bare name": {
				const name = this.#happens(rng, "typo")
					? mistake(rng, cell)
					: undefined;
				if (name === undefined) return { cell };
				return content === "name"
					? { cell: name, typo: true }
					: { cell: name, lost: "没有证号，姓名又有错字" };
			}
			case "unit":
			case "bare unit": {
				const unit = unitNamed(cell);
				if (!unit) return { cell };
				if (this.#happens(rng, "unknownAlias"))
					return {
						cell: unknownAlias(unit),
						...(content === "bare unit"
							? { lost: "单位的写法哪里都查不到" }
							: {}),
					};
				return this.#happens(rng, "alias")
					? { cell: rng.pick(aliasesOf(unit)) }
					: { cell };
			}
		}
	}

	#number(rng: Rng, cell: string): Fate {
		const wrong = this.#happens(rng, "wrongCheck");
		const missing = this.#happens(rng, "missing");
		const old = this.#happens(rng, "oldNumber");
		// What is spelled in some other way, or is wrong already, stays as it is.
		if (
			!/^\d{17}[\dX]$/.test(cell) ||
			citizenCheck(cell.slice(0, 17)) !== cell[17]
		)
			return { cell };
		if (wrong) return { cell: brokenCheck(cell), lost: "证号校验位错误" };
		if (missing) return { cell: null, lost: "证号空缺" };
		if (old) return { cell: oldCitizenId(cell) ?? cell };
		return { cell: this.#happens(rng, "dressed") ? dressed(rng, cell) : cell };
	}
}

/** The path of the first delivery: what comes again has the same errors where it has the same rows. */
function first(path: string): string {
	return path.replace(/_增量\d+/, "");
}

/** The number with what came along when it was copied. */
function dressed(rng: Rng, id: string): string {
	return rng.pick([
		`身份证：${id}`,
		`${id}，`,
		`${id.slice(0, 6)}\u200b${id.slice(6)}`,
		`\ufeff${id}`,
	]);
}

function brokenCode(code: string): string {
	const last = code.slice(-1);
	return code.slice(0, -1) + (last === "0" ? "1" : "0");
}
