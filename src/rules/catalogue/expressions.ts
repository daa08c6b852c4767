import { type AstNode, parseSql } from "../../engine/index.ts";
import { defaultParameters } from "../check/lint-nodes.ts";
import { nodeTables } from "../check/tables.ts";
import { iterateTables } from "../iterate/rounds.ts";
import { bindParameters } from "../lint/index.ts";
import { node, nodes } from "../lint/tree/context.ts";
import type { RuleSet } from "../load/load.ts";
import type { RuleNode } from "../load/node.ts";

/** Columns of inputs, written `input.column`. */
type Sources = ReadonlySet<string>;
/** The columns of a relation, in order, and of which inputs' columns each is made. */
type Columns = ReadonlyMap<string, Sources>;
/** What may be read by name: inputs and names of WITH. */
type Tables = ReadonlyMap<string, Columns>;
interface Relation {
	alias: string;
	columns: Columns;
}

function union(sets: Iterable<Sources>): Sources {
	return new Set([...sets].flatMap((set) => [...set]));
}

function renamed(columns: Columns, names: unknown): Columns {
	const list = Array.isArray(names) ? names.map(String) : [];
	return new Map(
		[...columns].map(([name, sources], i) => [list[i] ?? name, sources]),
	);
}

function find(
	path: readonly string[],
	scope: readonly Relation[],
): Sources | undefined {
	const name = path.at(-1) ?? "";
	const alias = path.length > 1 ? path.at(-2) : undefined;
	for (const relation of scope) {
		if (alias !== undefined && relation.alias !== alias) continue;
		const found = relation.columns.get(name);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Of which columns the value of an expression is made; conditions inside it count, filters of rows do not. */
function sourcesOf(
	tree: unknown,
	scope: readonly Relation[],
	tables: Tables,
): Sources {
	if (Array.isArray(tree))
		return union(tree.map((item) => sourcesOf(item, scope, tables)));
	if (tree === null || typeof tree !== "object") return new Set();
	const item = tree as AstNode;
	if (item.class === "COLUMN_REF")
		return find((item.column_names as string[]) ?? [], scope) ?? new Set();
	const inner = node(node(item.subquery)?.node);
	const own =
		item.class === "SUBQUERY" && inner !== undefined
			? union(columnsOf(inner, tables, scope).values())
			: new Set<string>();
	return union([
		own,
		...Object.entries(item)
			.filter(([name]) => name !== "subquery")
			.map(([, value]) => sourcesOf(value, scope, tables)),
	]);
}

function relationsOf(
	from: AstNode | undefined,
	tables: Tables,
	outer: readonly Relation[],
	before: readonly Relation[] = [],
): Relation[] {
	if (from === undefined) return [];
	const alias = String(from.alias ?? "");
	switch (from.type) {
		case "JOIN": {
			const left = relationsOf(node(from.left), tables, outer, before);
			const seen = [...before, ...left];
			return [...left, ...relationsOf(node(from.right), tables, outer, seen)];
		}
		case "BASE_TABLE": {
			const name = String(from.table_name);
			const columns = tables.get(name) ?? new Map();
			return [
				{
					alias: alias || name,
					columns: renamed(columns, from.column_name_alias),
				},
			];
		}
		case "SUBQUERY": {
			const inner = node(node(from.subquery)?.node);
			const columns =
				inner === undefined
					? new Map()
					: columnsOf(inner, tables, [...before, ...outer]);
			return [{ alias, columns: renamed(columns, from.column_name_alias) }];
		}
		case "TABLE_FUNCTION": {
			const made = sourcesOf(from.function, [...before, ...outer], tables);
			const names = (from.column_name_alias as string[] | undefined) ?? [];
			return [{ alias, columns: new Map(names.map((name) => [name, made])) }];
		}
		case "EXPRESSION_LIST": {
			const width = (nodes(from.values)[0] as unknown as unknown[])?.length;
			const blank = Array.from(
				{ length: width ?? 0 },
				(_, i): [string, Sources] => [`col${i}`, new Set()],
			);
			return [{ alias, columns: new Map(blank) }];
		}
		default:
			return [];
	}
}

function selected(
	query: AstNode,
	tables: Tables,
	outer: readonly Relation[],
): Columns {
	const relations = relationsOf(node(query.from_table), tables, outer);
	const scope = [...relations, ...outer];
	const columns = new Map<string, Sources>();
	for (const [i, item] of nodes(query.select_list).entries()) {
		if (item.type === "STAR") {
			for (const { alias, columns: all } of relations)
				if (!item.relation_name || item.relation_name === alias)
					for (const [name, sources] of all)
						if (!columns.has(name)) columns.set(name, sources);
			continue;
		}
		const path = (item.column_names as string[] | undefined) ?? [];
		const name = String(item.alias || path.at(-1) || `#${i}`);
		columns.set(name, sourcesOf(item, scope, tables));
	}
	return columns;
}

/** The columns that a query gives, each with the columns of inputs that it is made of. */
function columnsOf(
	query: AstNode,
	tables: Tables,
	outer: readonly Relation[] = [],
): Columns {
	const known = new Map(tables);
	for (const entry of nodes(node(query.cte_map)?.map)) {
		const value = node(entry.value);
		const inner = node(node(value?.query)?.node);
		if (inner !== undefined)
			known.set(
				String(entry.key),
				renamed(columnsOf(inner, known, outer), value?.aliases),
			);
	}
	const [left, right] = [node(query.left), node(query.right)];
	if (left === undefined || right === undefined)
		return selected(query, known, outer);
	const other = [...columnsOf(right, known, outer).values()];
	return new Map(
		[...columnsOf(left, known, outer)].map(([name, sources], i) => [
			name,
			union([sources, other[i] ?? new Set()]),
		]),
	);
}

/**
 * Of which columns of its inputs each column of a node's result is made: values only, not the
 * conditions that choose rows.
 */
async function expressionsOf(owner: RuleNode, set: RuleSet): Promise<Columns> {
	const tables = new Map<string, Columns>(
		nodeTables(owner.inputs, set).map(({ name, columns }) => [
			name,
			new Map(columns.map((c) => [c.name, new Set([`${name}.${c.name}`])])),
		]),
	);
	const parameters = defaultParameters(owner, "2000-01-01");
	const read = async (sql: string, known: Tables): Promise<Columns> => {
		const parsed = await parseSql(bindParameters(sql, parameters));
		const query =
			"message" in parsed ? undefined : node(parsed.statements[0]?.node);
		return query === undefined ? new Map() : columnsOf(query, known);
	};
	if (owner.kind === "rule" || owner.iterate === undefined)
		return read(owner.sql, tables);
	// What the rounds hold comes from the seed, and from what a step adds to it.
	const seed = await read(owner.iterate.seed.sql, tables);
	const step = await read(
		owner.iterate.step.sql,
		new Map([...tables, ...iterateTables.map((name) => [name, seed] as const)]),
	);
	const added = [...step.values()];
	return new Map(
		[...seed].map(([name, sources], i) => [
			name,
			union([sources, added[i] ?? new Set()]),
		]),
	);
}

/** Gives the columns of datasets and lists that the columns of nodes are made of, through all models. */
export class ColumnOrigins {
	readonly #set: RuleSet;
	readonly #known = new Map<RuleNode, Promise<Columns>>();

	constructor(set: RuleSet) {
		this.#set = set;
	}

	/** Each column of a node's result, in order, with `dataset.column` of what it is made of. */
	of(owner: RuleNode): Promise<Columns> {
		const known = this.#known.get(owner);
		if (known !== undefined) return known;
		const found = this.#find(owner);
		this.#known.set(owner, found);
		return found;
	}

	async #find(owner: RuleNode): Promise<Columns> {
		const below = new Map<string, Columns>();
		for (const input of owner.inputs) {
			const model =
				"model" in input ? this.#set.models.get(input.model) : undefined;
			if (model !== undefined) below.set(model.name, await this.of(model));
		}
		const resolved = (source: string): Iterable<string> => {
			const [name = "", column = ""] = source.split(".");
			return below.get(name)?.get(column) ?? [source];
		};
		return new Map(
			[...(await expressionsOf(owner, this.#set))].map(([name, sources]) => [
				name,
				new Set([...sources].flatMap((source) => [...resolved(source)])),
			]),
		);
	}
}
