import { type GivenNames, givenNames } from "../../names/given-names.ts";
import { surnames } from "../../names/surnames.ts";

/** Given names of a generation and sex stand in so many slots, each name as often as it is given. */
export const slots = 4096;

/**
 * So many of a thousand have one of the names in fashion: with it and the weights of the surnames
 * the commonest full name is held by about one person in 4,800.
 */
const fashionable = 44;

/** Surnames by weight, in rows: `surname(k, name)` with k below its count; given names in `given(k, name)`. */
export function names(): string[] {
	const family = surnames.flatMap(([surname, weight]) =>
		Array.from({ length: Math.max(1, Math.round(weight / 4)) }, () => surname),
	);
	const given = (["女", "男"] as const).flatMap((sex) =>
		givenNames[sex].flatMap(({ names: of }) => spread(of)),
	);
	return [
		`CREATE TABLE surname AS SELECT unnest(range(0, ${family.length}))::INTEGER AS k, unnest([${quoted(family)}]) AS name`,
		`CREATE TABLE given AS SELECT unnest(range(0, ${given.length}))::INTEGER AS k, unnest([${quoted(given)}]) AS name`,
		`CREATE MACRO surnames() AS ${family.length}`,
		// The first slot of a sex and a year of birth: women first, four generations each.
		`CREATE MACRO given_from(male, born) AS ((CASE WHEN male THEN 4 ELSE 0 END) +
			CASE WHEN born <= 1959 THEN 0 WHEN born <= 1979 THEN 1 WHEN born <= 1994 THEN 2 ELSE 3 END) * ${slots}`,
	];
}

function quoted(values: readonly string[]): string {
	return values.map((value) => `'${value}'`).join(", ");
}

function spread({
	whole,
	first,
	second,
	single,
	singles,
}: GivenNames): string[] {
	const made: string[] = [];
	const total = whole.reduce((sum, [, weight]) => sum + weight, 0);
	for (const [name, weight] of whole)
		fill(made, name, (slots * fashionable * weight) / (1000 * total));
	const alone = [...singles];
	for (const name of alone)
		fill(made, name, (slots * single) / (1000 * alone.length));
	const pairs = [...first].flatMap((one) =>
		[...second].map((two) => one + two),
	);
	for (let i = 0; made.length < slots; i++)
		made.push(pairs[(i * 389) % pairs.length] as string);
	return made;
}

function fill(made: string[], name: string, times: number): void {
	for (let i = 0; i < Math.round(times); i++) made.push(name);
}
