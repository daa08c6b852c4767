import { type Day, parts, two } from "../base/day.ts";

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of GB 11643-1999 for the first 17 digits. */
export function citizenCheck(first17: string): string {
	let sum = 0;
	for (let i = 0; i < 17; i++) sum += Number(first17[i]) * (weights[i] ?? 0);
	return "10X98765432"[sum % 11] as string;
}

/** An 18-digit number; the last digit of the sequence is odd for men. */
export function citizenId(
	region: string,
	birth: Day,
	sequence: number,
): string {
	const { year, month, date } = parts(birth);
	const first17 = `${region}${year}${two(month)}${two(date)}${String(sequence).padStart(3, "0")}`;
	return first17 + citizenCheck(first17);
}

/** The 15-digit form of people born in the 1900s, as old registers still hold it. */
export function oldCitizenId(id: string): string | undefined {
	if (id.slice(6, 8) !== "19") return undefined;
	return id.slice(0, 6) + id.slice(8, 17);
}

/** The same number with a check character that is wrong; it can therefore be nobody's. */
export function brokenCheck(id: string): string {
	const characters = "0123456789X";
	const right = characters.indexOf(id[17] as string);
	return id.slice(0, 17) + characters[(right + 3) % 11];
}
