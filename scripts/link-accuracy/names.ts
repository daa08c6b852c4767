import { lookAlikes } from "../generate/errors/typo.ts";
import { givenNames } from "../generate/names/given-names.ts";
import { surnames } from "../generate/names/surnames.ts";

const text = (value: string) => `'${value}'`;
const list = (values: readonly string[]) => `[${values.map(text).join(", ")}]`;

/** Surnames, each as often as it is borne, out of about 10,000. */
const drawn = surnames.flatMap(([surname, weight]) =>
	Array.from({ length: Math.max(1, Math.round(weight)) }, () => surname),
);

/** SQL for a surname drawn by a number. */
export function surnameBy(number: string): string {
	return `${list(drawn)}[1 + ${number} % ${drawn.length}]`;
}

/**
 * SQL for a given name of the fashion of a year of birth: of a thousand, so many of one character, so
 * many that were in vogue, the others put together from two characters.
 * @param sex SQL, true for a man
 * @param salt SQL of a number that decides
 */
export function givenNameBy(sex: string, year: string, salt: string): string {
	const cases = (["男", "女"] as const).flatMap((of) =>
		givenNames[of].map(({ until, names }) => {
			const vogue = names.whole.flatMap(([name, weight]) =>
				Array.from({ length: weight }, () => name),
			);
			const [singles, first, second] = [
				names.singles,
				names.first,
				names.second,
			].map((characters) => list([...characters]));
			return `WHEN ${of === "男" ? "" : "NOT "}${sex} AND ${year} <= ${until} THEN
				CASE WHEN mix(${salt}, 1) % 1000 < ${names.single} THEN ${singles}[1 + mix(${salt}, 2) % ${names.singles.length}]
				WHEN mix(${salt}, 1) % 1000 < ${names.single + vogue.length} THEN ${list(vogue)}[1 + mix(${salt}, 3) % ${vogue.length}]
				ELSE ${first}[1 + mix(${salt}, 4) % ${names.first.length}] || ${second}[1 + mix(${salt}, 5) % ${names.second.length}] END`;
		}),
	);
	return `CASE ${cases.join("\n")} END`;
}

/** SQL for a name in which one character is a similar one, or, where it has none of them, the last one is 荣. */
export function mistyped(name: string): string {
	const from = lookAlikes.join("");
	// Each becomes the next of its group, the last the first.
	const to = lookAlikes
		.map((group) => group.slice(1) + group.slice(0, 1))
		.join("");
	return `CASE WHEN translate(substr(${name}, length(${name})), '${from}', '${to}') <> substr(${name}, length(${name}))
		THEN substr(${name}, 1, length(${name}) - 1) || translate(substr(${name}, length(${name})), '${from}', '${to}')
		ELSE substr(${name}, 1, length(${name}) - 1) || '荣' END`;
}
