/** One spelling of a macro: DuckDB picks the overload by number and types of arguments. */
export interface Overload {
	/** Names, each with a DuckDB type where the overload holds for that type only. */
	parameters: readonly string[];
	body: string;
}

/**
 * A function under Trino's name with Trino's meaning.
 * A body that wants DuckDB's own function of the same name says `system.main.name`.
 */
export interface Macro {
	name: string;
	overloads: readonly Overload[];
}

/** A macro with one overload whose parameters take any type. */
export function macro(
	name: string,
	parameters: readonly string[],
	body: string,
): Macro {
	return { name, overloads: [{ parameters, body }] };
}

/** A macro that holds for several argument lists: pairs of parameters and body. */
export function overloaded(
	name: string,
	...overloads: readonly (readonly [readonly string[], string])[]
): Macro {
	return {
		name,
		overloads: overloads.map(([parameters, body]) => ({ parameters, body })),
	};
}

/** The statement that creates a macro. */
export function createMacro(item: Macro): string {
	const overloads = item.overloads
		.map(({ parameters, body }) => `(${parameters.join(", ")}) AS (${body})`)
		.join(", ");
	return `CREATE MACRO "${item.name}"${overloads};`;
}
