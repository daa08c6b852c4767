/** A calendar day as a number (1970-01-01 is 0): no time zone can move it. */
export type Day = number;
/** A calendar month as a number: year × 12 + (month − 1). */
export type Month = number;

/** The day of a year, month and day (after Howard Hinnant's days_from_civil). */
export function civil(year: number, month: number, date: number): Day {
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear =
		Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
	const dayOfEra =
		yearOfEra * 365 +
		Math.floor(yearOfEra / 4) -
		Math.floor(yearOfEra / 100) +
		dayOfYear;
	return era * 146097 + dayOfEra - 719468;
}

export function parts(day: Day): { year: number; month: number; date: number } {
	const z = day + 719468;
	const era = Math.floor(z / 146097);
	const dayOfEra = z - era * 146097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36524) -
			Math.floor(dayOfEra / 146096)) /
			365,
	);
	const dayOfYear =
		dayOfEra -
		(365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shifted = Math.floor((5 * dayOfYear + 2) / 153);
	const month = shifted < 10 ? shifted + 3 : shifted - 9;
	return {
		year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
		month,
		date: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
	};
}

/** The day written as 2026-06-30. */
export function on(text: string): Day {
	return civil(
		Number(text.slice(0, 4)),
		Number(text.slice(5, 7)),
		Number(text.slice(8, 10)),
	);
}

export function two(value: number): string {
	return String(value).padStart(2, "0");
}

export function iso(day: Day): string {
	const { year, month, date } = parts(day);
	return `${year}-${two(month)}-${two(date)}`;
}

export function monthOf(day: Day): Month {
	const { year, month } = parts(day);
	return year * 12 + month - 1;
}

/** The month written as 2026-06. */
export function inMonth(text: string): Month {
	return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

export function yearOf(day: Day): number {
	return parts(day).year;
}

export function firstDay(month: Month): Day {
	return civil(Math.floor(month / 12), (month % 12) + 1, 1);
}

export function lastDay(month: Month): Day {
	return firstDay(month + 1) - 1;
}

/** The same date so many years on; 29 February becomes 28. */
export function plusYears(day: Day, years: number): Day {
	const { year, month, date } = parts(day);
	return civil(year + years, month, month === 2 && date === 29 ? 28 : date);
}

/** The same day of a later month, or its last day where the month is shorter. */
export function plusMonths(day: Day, months: number): Day {
	const { date } = parts(day);
	const month = monthOf(day) + months;
	return Math.min(firstDay(month) + date - 1, lastDay(month));
}
