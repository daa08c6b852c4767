import type { AstNode, QueryResult } from "../../engine/index.ts";
import { node } from "../lint/tree/context.ts";
import { Probe, subjectCondition } from "./probe.ts";
import { conjuncts, namedQueries, prefixesOf, type Relation } from "./shape.ts";

/** One step of the answer. */
export type Reason =
	/** Rows of the subject reach a condition and none of them meets it. */
	| {
			kind: "condition" | "join" | "having";
			/** Model or rule, and the name of WITH; undefined: the outermost SELECT. */
			node: string;
			part: string | undefined;
			line: number;
			/** As the file has it; conditions that fail only together are all named. */
			conditions: string[];
			/** Rows of the subject before it. */
			rows: number;
			/** Each condition can be met by some row, all of them by none. */
			together: boolean;
	  }
	/** An input has no row of the subject. */
	| { kind: "absent"; node: string; part: string | undefined; input: string }
	/** It cannot be told further, and why. */
	| {
			kind: "open";
			node: string;
			part: string | undefined;
			why: "shape" | "dropped" | "iterate";
	  };

/** Runs SQL over the inputs of one node, parameters bound by the caller. */
export type Ask = (sql: string) => Promise<QueryResult>;

interface Search {
	name: string;
	probe: Probe;
	ask: Ask;
	subject: string;
	named: Map<string, AstNode>;
	seen: Set<string>;
}

interface Measured extends Relation {
	texts: string[];
	rows: number;
}

async function number(ask: Ask, sql: string): Promise<number> {
	return Number(Object.values((await ask(sql)).rows[0] ?? {})[0] ?? 0);
}

async function measured(
	relation: Relation,
	{ probe, ask, subject }: Search,
): Promise<Measured> {
	const { columns } = await ask(await probe.columns(relation.tree));
	const texts = columns
		.filter(({ type }) => type === "VARCHAR")
		.map(({ name }) => name);
	const about = subjectCondition(subject, [{ alias: relation.alias, texts }]);
	return {
		...relation,
		texts,
		rows:
			about === undefined
				? 0
				: await number(ask, await probe.count(relation.tree, [about])),
	};
}

/** Why the rows of a relation do not have the subject. */
async function insideOf(
	relation: Relation,
	part: string | undefined,
	search: Search,
): Promise<Reason[]> {
	if (relation.query !== undefined)
		return whyQuery(relation.query, part, search);
	const name = relation.name ?? "";
	const query = search.named.get(name);
	if (query === undefined)
		return [{ kind: "absent", node: search.name, part, input: name }];
	if (search.seen.has(name)) return [];
	search.seen.add(name);
	return whyQuery(query, name, search);
}

/** Which of some conditions keep the rows of the subject out, of those that reach them. */
async function failing(
	conditions: readonly AstNode[],
	count: (conditions: readonly AstNode[]) => Promise<number>,
): Promise<{ conditions: AstNode[]; together: boolean } | undefined> {
	const alone: AstNode[] = [];
	for (const condition of conditions)
		if ((await count([condition])) === 0) alone.push(condition);
	if (alone.length > 0) return { conditions: alone, together: false };
	for (let i = 2; i <= conditions.length; i++)
		if ((await count(conditions.slice(0, i))) === 0)
			return { conditions: conditions.slice(0, i), together: true };
	return undefined;
}

async function whySelect(
	query: AstNode,
	part: string | undefined,
	search: Search,
): Promise<Reason[]> {
	const { probe, ask, subject, name } = search;
	const from = node(query.from_table);
	const prefixes = from === undefined ? undefined : prefixesOf(from);
	if (prefixes === undefined)
		return [{ kind: "open", node: name, part, why: "shape" }];
	const relations: Measured[] = [];
	for (const { last } of prefixes) relations.push(await measured(last, search));
	const inside = async (which: readonly Measured[]) => {
		const found: Reason[] = [];
		for (const relation of which)
			if (relation.rows === 0)
				found.push(...(await insideOf(relation, part, search)));
		return found;
	};
	if (relations.every(({ rows }) => rows === 0)) return inside(relations);
	const say = async (
		kind: "condition" | "join" | "having",
		conditions: readonly AstNode[],
		rows: number,
		together: boolean,
	): Promise<Reason> => {
		const texts: string[] = [];
		for (const condition of conditions) texts.push(await probe.text(condition));
		return {
			kind,
			node: name,
			part,
			line: probe.lineOf(conditions[0] ?? query),
			conditions: texts,
			rows,
			together,
		};
	};
	let reached = 0;
	let about = "false";
	for (const [i, prefix] of prefixes.entries()) {
		const so = relations.slice(0, i + 1);
		about = subjectCondition(subject, so) ?? "false";
		const rows = await number(ask, await probe.count(prefix.tree, [about]));
		if (rows > 0) {
			reached = rows;
			continue;
		}
		if (so.every((relation) => relation.rows === 0)) continue;
		const before = prefixes[i - 1];
		const culprits =
			before === undefined
				? undefined
				: await failing(prefix.on, async (some) =>
						number(
							ask,
							await probe.count(
								{ ...prefix.tree, condition: (await andOf(some)) ?? null },
								[about],
							),
						),
					);
		return [
			await say(
				"join",
				culprits?.conditions ?? prefix.on,
				reached || Math.max(...so.map((relation) => relation.rows)),
				culprits?.together ?? true,
			),
			...(await inside(so)),
		];
	}
	const where = conjuncts(query.where_clause);
	const culprits = await failing(where, async (some) =>
		number(ask, await probe.count(from ?? query, [about, ...some])),
	);
	if (culprits !== undefined)
		return [
			await say("condition", culprits.conditions, reached, culprits.together),
		];
	const having = node(query.having);
	if (having !== undefined) {
		const tree = await probe.ungrouped(query, "ungrouped");
		const { rows } = await measured(
			{ alias: "ungrouped", name: undefined, tree, query: undefined },
			search,
		);
		if (rows > 0) return [await say("having", [having], reached, false)];
	}
	return [{ kind: "open", node: name, part, why: "dropped" }];
}

async function andOf(conditions: readonly AstNode[]): Promise<AstNode | null> {
	const [first] = conditions;
	if (conditions.length < 2 || first === undefined) return first ?? null;
	return {
		class: "CONJUNCTION",
		type: "CONJUNCTION_AND",
		alias: "",
		query_location: 0,
		children: [...conditions],
	};
}

async function whyQuery(
	query: AstNode,
	part: string | undefined,
	search: Search,
): Promise<Reason[]> {
	if (query.type === "SELECT_NODE") return whySelect(query, part, search);
	if (query.type !== "SET_OPERATION_NODE")
		return [{ kind: "open", node: search.name, part, why: "shape" }];
	const found: Reason[] = [];
	for (const side of [query.left, query.right]) {
		const inner = node(side);
		if (inner !== undefined)
			found.push(...(await whyQuery(inner, part, search)));
	}
	return found;
}

/**
 * Says why the rows of a query do not have a subject, by running its own conditions on the subject's rows:
 * where its last rows are met by nothing, or which input never had one. Names of WITH are followed.
 * It is true of each condition that it names; where the shape of a query does not allow a question it says so.
 * @param subject a value that stands as it is in a text column: number, name, plate
 * @param sql with `:name` for parameters, as `ask` takes it
 */
export async function whyNot(
	name: string,
	sql: string,
	firstLine: number,
	subject: string,
	ask: Ask,
): Promise<Reason[]> {
	const probe = await Probe.of(sql, firstLine);
	if (probe === undefined)
		return [{ kind: "open", node: name, part: undefined, why: "shape" }];
	const reasons = await whyQuery(probe.top, undefined, {
		name,
		probe,
		ask,
		subject,
		named: namedQueries(probe.top),
		seen: new Set(),
	});
	const told = new Set<string>();
	return reasons.filter((reason) => {
		const text = JSON.stringify(reason);
		return !told.has(text) && told.add(text);
	});
}
