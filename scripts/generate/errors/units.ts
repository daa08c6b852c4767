import { county } from "../places/county.ts";
import { subordinates, type Unit, units } from "../places/units.ts";

/** The other names that a unit goes by; the tree of units lists them. */
export function aliasesOf(unit: Unit): string[] {
	return [
		`${county.name}${unit.short}`,
		unit.name.slice(county.name.length),
		unit.short,
		`${unit.name}机关`,
	];
}

/** A name that no list has. */
export function unknownAlias(unit: Unit): string {
	return `${county.name}${unit.short}财务室`;
}

const byName = new Map(
	[...units, ...subordinates].map((unit) => [unit.name, unit]),
);

export function unitNamed(text: string): Unit | undefined {
	return byName.get(text.replace(/\s/g, ""));
}
