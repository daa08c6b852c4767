import type { Type } from "../types.ts";

/** A column of a query's result; without a name when it is an unnamed expression. */
export interface Field {
	name: string | undefined;
	type: Type;
}

/** A table in FROM; its columns are undefined where they are not known. */
export interface Relation {
	name: string | undefined;
	fields: readonly Field[] | undefined;
	/** Columns merged by USING: their qualified names are gone. */
	merged: ReadonlySet<string>;
}

export type Found =
	| { kind: "type"; type: Type }
	| { kind: "merged" }
	| { kind: "unknown" };

/** What names mean at one level of a query, and at the levels around it. */
export class Scope {
	readonly relations: Relation[] = [];
	readonly outer: Scope | undefined;
	/** Names given by this level's select list, for the message about their reuse. */
	aliases: ReadonlySet<string> = new Set();

	constructor(outer?: Scope) {
		this.outer = outer;
	}

	/** Looks a column up, here and then outwards; names are in lower case. */
	find(path: readonly string[]): Found {
		const [first = "", second] = path;
		if (second === undefined) {
			for (const relation of this.relations) {
				const field = relation.fields?.find(({ name }) => name === first);
				if (field) return { kind: "type", type: field.type };
			}
			if (this.relations.some(({ fields }) => fields === undefined))
				return { kind: "type", type: { kind: "any" } };
		} else {
			const relation = this.relations.find(({ name }) => name === first);
			if (relation) {
				if (relation.merged.has(second)) return { kind: "merged" };
				if (relation.fields === undefined)
					return { kind: "type", type: { kind: "any" } };
				const field = relation.fields.find(({ name }) => name === second);
				return field ? { kind: "type", type: field.type } : { kind: "unknown" };
			}
		}
		return this.outer?.find(path) ?? { kind: "unknown" };
	}

	/** Names of columns to offer in a message. */
	known(): string[] {
		return this.relations.flatMap(
			({ fields }) =>
				fields?.flatMap(({ name }) => (name === undefined ? [] : [name])) ?? [],
		);
	}
}
