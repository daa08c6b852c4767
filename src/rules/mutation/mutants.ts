import { fingerprint } from "../../base/index.ts";
import { type AstNode, parseTree, printTree } from "../../engine/index.ts";
import type { BoundParameter } from "../lint/index.ts";
import { node, nodes } from "../lint/tree/context.ts";
import type { LoadedRule } from "../load/node.ts";
import type { Parameter } from "../schema/index.ts";
import {
	decimalNeighbours,
	EditFinder,
	type EditKind,
	nextDay,
	placeOf,
} from "./edits.ts";
import { MarkedSql, unmarked } from "./marked-sql.ts";

export type MutantKind =
	| EditKind
	| "shift-parameter"
	| "drop-suppression"
	| "drop-downgrade";

/** A rule with one thing wrong in it. */
export interface Mutant {
	/** Stays the same while the changed part and its like stay as they are. */
	id: string;
	kind: MutantKind;
	/** The part that changes, and what stands there instead (undefined: nothing). */
	before: string;
	after: string | undefined;
	/** Line of the rule's file. */
	line: number;
}

/** A mutant with what it takes to run it. */
export interface RunnableMutant extends Mutant {
	node: LoadedRule;
	/** Its SQL is the rule's own, so that the rule's rows are its rows. */
	sameSql: boolean;
	parameters: (
		given: ReadonlyMap<string, BoundParameter>,
	) => ReadonlyMap<string, BoundParameter>;
}

type Draft = Omit<RunnableMutant, "id">;

const asGiven: RunnableMutant["parameters"] = (given) => given;

/** A tree in which one expression can stand, for printing it alone. */
async function fragmentPrinter(): Promise<(part: AstNode) => Promise<string>> {
	const frame = await parseTree("SELECT true");
	const select = node(nodes(frame?.statements)[0]?.node);
	if (frame === undefined || select === undefined)
		throw new Error("the frame of a fragment did not parse");
	return async (part) => {
		select.select_list = [{ ...part, alias: "" }];
		return unmarked((await printTree(frame)).replace(/^SELECT /, ""));
	};
}

/** Mutants of the SQL: conditions and join conditions dropped, comparisons and values shifted. */
async function sqlMutants(rule: LoadedRule): Promise<Draft[]> {
	const marked = new MarkedSql(rule.sql);
	const tree = await parseTree(marked.text);
	const alwaysTrue = nodes(
		node(nodes((await parseTree("SELECT true"))?.statements)[0]?.node)
			?.select_list,
	)[0];
	if (tree === undefined || alwaysTrue === undefined) return [];
	const finder = new EditFinder(alwaysTrue);
	finder.visit(tree, "statements");
	const print = await fragmentPrinter();
	const drafts: Draft[] = [];
	for (const edit of finder.edits) {
		const before = await print(edit.target);
		const after =
			edit.after === undefined ? undefined : await print(edit.after);
		const undo = edit.apply();
		const sql = unmarked(await printTree(tree));
		undo();
		drafts.push({
			kind: edit.kind,
			before,
			after,
			line: rule.place.line + marked.lineAt(placeOf(edit.target)) - 1,
			node: { ...rule, sql },
			sameSql: false,
			parameters: asGiven,
		});
	}
	return drafts;
}

function within(parameter: Parameter, value: number): boolean {
	if (parameter.type !== "integer" && parameter.type !== "decimal") return true;
	return (
		(parameter.min === undefined || value >= Number(parameter.min)) &&
		(parameter.max === undefined || value <= Number(parameter.max))
	);
}

/** The values next to one of a parameter, inside its range; a text has none. */
function neighbours(
	parameter: Parameter,
	value: BoundParameter["value"],
): (string | number | boolean)[] {
	switch (parameter.type) {
		case "integer":
			return [Number(value) + 1, Number(value) - 1];
		case "decimal":
			return decimalNeighbours(String(value));
		case "date":
			return [nextDay(String(value), 1), nextDay(String(value), -1)];
		case "boolean":
			return [value !== true];
		case "text":
			return [];
	}
}

function parameterMutants(rule: LoadedRule): Draft[] {
	return Object.entries(rule.parameters).flatMap(([name, parameter]) =>
		neighbours(parameter, parameter.default).flatMap((value, i): Draft[] =>
			within(parameter, Number(value))
				? [
						{
							kind: "shift-parameter",
							before: `:${name} = ${String(parameter.default)}`,
							after: `:${name} = ${String(value)}`,
							line: rule.lineOf(["parameters", name]),
							node: rule,
							sameSql: false,
							parameters: (given) => {
								const own = given.get(name);
								const next = neighbours(parameter, own?.value ?? null)[i];
								return own === undefined || next === undefined
									? given
									: new Map([...given, [name, { ...own, value: next }]]);
							},
						},
					]
				: [],
		),
	);
}

function settingMutants(rule: LoadedRule): Draft[] {
	const drop = (
		kind: "drop-suppression" | "drop-downgrade",
		setting: "suppressions" | "downgrades",
	): Draft[] =>
		rule.rule[setting].map((entry, i) => ({
			kind,
			before: `${entry.when}（${entry.title}）`,
			after: undefined,
			line: rule.lineOf([setting, i]),
			node: {
				...rule,
				rule: {
					...rule.rule,
					[setting]: rule.rule[setting].filter((_, j) => j !== i),
				},
			},
			sameSql: true,
			parameters: asGiven,
		}));
	return [
		...drop("drop-suppression", "suppressions"),
		...drop("drop-downgrade", "downgrades"),
	];
}

/** All mutants of a rule, in the order of the file. */
export async function mutantsOf(rule: LoadedRule): Promise<RunnableMutant[]> {
	const drafts = [
		...parameterMutants(rule),
		...(await sqlMutants(rule)),
		...settingMutants(rule),
	].sort((a, b) => a.line - b.line);
	const seen = new Map<string, number>();
	return drafts.map((draft) => {
		const { kind, before, after } = draft;
		const like = fingerprint([kind, before, after ?? null]);
		const nth = seen.get(like) ?? 0;
		seen.set(like, nth + 1);
		return { ...draft, id: fingerprint([like, nth]).slice(0, 8) };
	});
}

/** The rule as the printer writes its tree: what mutants are compared with. */
export async function reprinted(rule: LoadedRule): Promise<LoadedRule> {
	const tree = await parseTree(new MarkedSql(rule.sql).text);
	return tree === undefined
		? rule
		: { ...rule, sql: unmarked(await printTree(tree)) };
}
