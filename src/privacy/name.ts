import { compoundSurnames } from "./surnames.ts";

const separators = /([、,，;；/|\n]+)/;

function maskOne(raw: string): string {
	// What stands in brackets is often a former name.
	const name = raw
		.normalize("NFKC")
		.replace(/[(（【[].*?([)）】\]]|$)/g, "")
		.replace(/\s+/g, "")
		.replace(/[.•・‧]/g, "·");
	const parts = name.split("·");
	if (parts.length > 1)
		return parts
			.map((part, i) => (i === 0 ? `${firstLetter(part)}*` : "*"))
			.join("·");
	const letters = [...name];
	if (letters.length === 0) return "";
	if (letters.length === 1) return "*";
	const two = letters.slice(0, 2).join("");
	const surname =
		letters.length > 2 && compoundSurnames.has(two) ? two : letters[0];
	return `${surname}*`;
}

function firstLetter(text: string): string {
	return [...text][0] ?? "";
}

/**
 * 张* for a name, 欧阳* for a compound surname, 阿*·* for a name with a dot.
 * One star whatever the length; a cell with several names keeps its separators.
 */
export function maskName(value: string): string {
	return value
		.split(separators)
		.map((part, i) => (i % 2 === 1 ? part : maskOne(part)))
		.join("");
}

/**
 * Masks names that are known from elsewhere wherever they stand in a text.
 * @param names full names; those of one character are left out, they would hit by chance
 */
export function maskKnownNames(text: string, names: Iterable<string>): string {
	let masked = text;
	// Longer names first, so that 张伟 does not cut 张伟国 in two.
	const ordered = [...new Set(names)]
		.filter((name) => [...name].length >= 2 && !name.includes("*"))
		.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	for (const name of ordered)
		if (masked.includes(name)) masked = masked.replaceAll(name, maskName(name));
	return masked;
}
