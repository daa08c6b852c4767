import {
	type Day,
	firstDay,
	iso,
	type Month,
	parts,
	two,
} from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { oldCitizenId } from "../ids/citizen-id.ts";

export type DateStyle =
	| "iso"
	| "slash"
	| "compact"
	| "dot"
	| "chinese"
	| "time"
	| "serial"
	| "mixed";

const fullWidth = (text: string) =>
	text.replace(/[0-9A-Z]/g, (character) =>
		String.fromCharCode(character.charCodeAt(0) + 0xfee0),
	);

/** How a clerk spells values: right, but not always the same way. */
export class Spelling {
	readonly #rng: Rng;
	readonly #dates: DateStyle;

	constructor(rng: Rng, dates: DateStyle = "iso") {
		this.#rng = rng;
		this.#dates = dates;
	}

	/** A citizen number or credit code: full width, spaces, small x, a leading apostrophe. */
	id(value: string, old = false): string {
		if (old || this.#rng.permille(8)) {
			const short = value.length === 18 ? oldCitizenId(value) : undefined;
			if (short && /^\d+$/.test(short)) return short;
		}
		if (value.endsWith("X") && this.#rng.permille(300))
			return value.toLowerCase();
		const dice = this.#rng.int(0, 999);
		if (dice < 8) return fullWidth(value);
		if (dice < 16)
			return `${value.slice(0, 6)} ${value.slice(6, 14)} ${value.slice(14)}`;
		if (dice < 20) return `'${value}`;
		if (dice < 26) return `${value}\u00a0`;
		return value;
	}

	/** A credit code is never shortened. */
	code(value: string): string {
		const dice = this.#rng.int(0, 999);
		if (dice < 6) return fullWidth(value);
		if (dice < 14) return ` ${value}`;
		if (dice < 20) return value.toLowerCase();
		return value;
	}

	/** A person's name, now and then spaced to line up with names of three characters. */
	name(value: string): string {
		if (value.includes("·"))
			return value.replace("·", this.#rng.pick(["·", "•", "．", "・", "‧"]));
		if (value.length === 2 && this.#rng.permille(30))
			return `${value[0]}\u3000${value[1]}`;
		if (this.#rng.permille(6)) return `${value} `;
		return value;
	}

	/** A company's or a unit's name: only brackets and spaces differ in this slice. */
	org(value: string): string {
		if (value.includes("（") && this.#rng.permille(300))
			return value.replace("（", "(").replace("）", ")");
		if (this.#rng.permille(10)) return ` ${value}`;
		if (this.#rng.permille(10)) return `${value.slice(0, 3)} ${value.slice(3)}`;
		return value;
	}

	date(
		day: Day | undefined,
		style: DateStyle = this.#dates,
	): string | number | null {
		if (day === undefined) return null;
		const { year, month, date } = parts(day);
		switch (style) {
			case "iso":
				return iso(day);
			case "slash":
				return `${year}/${month}/${date}`;
			case "compact":
				return `${year}${two(month)}${two(date)}`;
			case "dot":
				return `${year}.${two(month)}.${two(date)}`;
			case "chinese":
				return `${year}年${month}月${date}日`;
			case "time":
				return `${iso(day)} 00:00:00`;
			case "serial":
				// Excel counts days from 1899-12-30.
				return day + 25569;
			case "mixed":
				return this.date(
					day,
					this.#rng.pick([
						"iso",
						"slash",
						"compact",
						"dot",
						"chinese",
					] as const),
				);
		}
	}

	month(
		month: Month | undefined,
		style: "iso" | "compact" | "chinese" | "slash" | "mixed" = "iso",
	): string | null {
		if (month === undefined) return null;
		const { year, month: number } = parts(firstDay(month));
		switch (style) {
			case "iso":
				return `${year}-${two(number)}`;
			case "compact":
				return `${year}${two(number)}`;
			case "chinese":
				return `${year}年${number}月`;
			case "slash":
				return `${year}/${two(number)}`;
			case "mixed":
				return this.month(
					month,
					this.#rng.pick(["iso", "compact", "chinese", "slash"] as const),
				);
		}
	}

	/** 1976.04, as appointment forms have it. */
	birthMonth(day: Day): string {
		const { year, month } = parts(day);
		return `${year}.${two(month)}`;
	}

	/** Fen as yuan in text, sometimes with separators or a sign. */
	yuan(fen: number): string {
		const plain = decimal(fen, 2);
		const dice = this.#rng.int(0, 99);
		if (dice < 12) return grouped(plain);
		if (dice < 15) return `￥${grouped(plain)}`;
		return plain;
	}

	minute(
		day: Day,
		minute: number,
		style: "iso" | "slash" = "iso",
		seconds = 0,
	): string {
		const { year, month, date } = parts(day);
		const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(seconds)}`;
		return style === "iso"
			? `${iso(day)} ${time}`
			: `${year}/${month}/${date} ${time}`;
	}
}

/** A whole number of hundredths (or so) as a decimal text. */
export function decimal(value: number, places: number): string {
	const sign = value < 0 ? "-" : "";
	const digits = String(Math.abs(value)).padStart(places + 1, "0");
	return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function grouped(plain: string): string {
	const [whole = "", rest = ""] = plain.split(".");
	return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}.${rest}`;
}
