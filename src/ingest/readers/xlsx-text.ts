import type { CellValue } from "hucre";

function pad(value: number, width = 2): string {
	return String(value).padStart(width, "0");
}

/** A date cell as text: the day, with the time only where there is one; a bare time as a time. */
function dateText(date: Date): string {
	const day = `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
	const clock = [
		date.getUTCHours(),
		date.getUTCMinutes(),
		date.getUTCSeconds(),
	];
	const time = clock.map((part) => pad(part)).join(":");
	if (date.getUTCFullYear() < 1900)
		return time === "00:00:00" ? "1900-01-00" : time;
	return time === "00:00:00" ? day : `${day} ${time}`;
}

/** A number without exponent, with the digits that Excel shows at most (15). */
function numberText(value: number): string {
	if (Number.isInteger(value)) {
		// Beyond 2^53 the last digits are made up: written so that it shows, never as an identity.
		if (!Number.isSafeInteger(value))
			return value.toExponential().toUpperCase();
		return String(value);
	}
	const shown = Number(value.toPrecision(15));
	const text = String(shown);
	return text.includes("e") ? shown.toFixed(12).replace(/0+$/, "") : text;
}

/** The text of a cell, as a person sees it in Excel; blank cells are empty texts. */
export function cellText(value: CellValue | undefined): string {
	if (value === null || value === undefined) return "";
	switch (typeof value) {
		case "string":
			return value;
		case "number":
			return numberText(value);
		case "boolean":
			return value ? "TRUE" : "FALSE";
		default:
			return value instanceof Date ? dateText(value) : String(value);
	}
}
