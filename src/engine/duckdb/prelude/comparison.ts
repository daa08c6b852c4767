import { type Macro, overloaded } from "./macro.ts";

const letters = ["a", "b", "c", "d", "e", "f"];

/** greatest and least are NULL as soon as one argument is. */
function extreme(name: "greatest" | "least"): Macro {
	return overloaded(
		name,
		...[2, 3, 4, 5, 6].map((count) => {
			const parameters = letters.slice(0, count);
			const anyNull = parameters.map((x) => `${x} IS NULL`).join(" OR ");
			return [
				parameters,
				`CASE WHEN ${anyNull} THEN NULL ELSE system.main.${name}(${parameters.join(", ")}) END`,
			] as const;
		}),
	);
}

export const comparison: readonly Macro[] = [
	extreme("greatest"),
	extreme("least"),
];
