import { storedColumns } from "../../datasets/index.ts";
import {
	type Bench,
	type Column,
	type OpenBench,
	openLocalBench,
	type Seat,
	type TypedTable,
} from "../../engine/index.ts";
import { defaultParameters } from "../check/lint-nodes.ts";
import { nodeTables } from "../check/tables.ts";
import {
	iterateOnBench,
	roundColumns,
	roundTable,
} from "../iterate/on-bench.ts";
import { boundPieces, iterateTables } from "../iterate/rounds.ts";
import { type BoundParameter, bindParameters } from "../lint/index.ts";
import type { RuleSet } from "../load/load.ts";
import type { LoadedModel, LoadedRule, RuleNode } from "../load/node.ts";
import { type Input, inputName, type RuleTest } from "../schema/index.ts";
import { type Content, Contents } from "./contents.ts";
import { givenRows } from "./test-rows.ts";

/** Nodes with the models below them. */
function closure(nodes: Iterable<RuleNode>, set: RuleSet): Set<RuleNode> {
	const all = new Set<RuleNode>(nodes);
	for (const node of all)
		for (const input of node.inputs) {
			const model = "model" in input ? set.models.get(input.model) : undefined;
			if (model !== undefined) all.add(model);
		}
	return all;
}

function columnsOf(input: Input, set: RuleSet): readonly Column[] {
	if ("model" in input) {
		const model = set.models.get(input.model);
		return model === undefined ? [] : roundColumns(model);
	}
	if ("list" in input)
		return (set.lists.get(input.list)?.columns ?? []) as readonly Column[];
	const dataset = set.datasets.get(input.dataset);
	return dataset === undefined ? [] : storedColumns(dataset);
}

/** Every table that one of the nodes reads, with all its columns. */
function tablesOf(nodes: Iterable<RuleNode>, set: RuleSet): TypedTable[] {
	const tables = new Map<string, TypedTable>();
	for (const node of nodes) {
		for (const input of node.inputs) {
			const name = inputName(input);
			if (!tables.has(name))
				tables.set(name, { name, columns: columnsOf(input, set) });
		}
		if (node.kind === "model" && node.iterate !== undefined)
			for (const name of iterateTables)
				tables.set(roundTable(node, name), {
					name: roundTable(node, name),
					columns: roundColumns(node),
				});
	}
	return [...tables.values()];
}

/** The parameters with which a test runs its rule: the defaults, and what the test says of them. */
export function testParameters(
	node: LoadedRule,
	test: RuleTest,
): Map<string, BoundParameter> {
	const parameters = defaultParameters(node, test.as_of);
	for (const [name, value] of Object.entries(test.parameters)) {
		const declared = node.parameters[name];
		if (declared !== undefined)
			parameters.set(name, { type: declared.type, value });
	}
	return parameters;
}

/** Runs tests of rules one after the other: rows in, models in between, rows out. */
export class TestBench {
	readonly #bench: Bench;
	readonly #set: RuleSet;
	readonly #contents: Contents;

	private constructor(bench: Bench, set: RuleSet, contents: Contents) {
		this.#bench = bench;
		this.#set = set;
		this.#contents = contents;
	}

	/**
	 * @param contents may be shared by benches for the same rules
	 * @param open where the tests run; on this machine when left out
	 */
	static async open(
		rules: Iterable<LoadedRule>,
		set: RuleSet,
		contents: Contents = new Contents(),
		open: OpenBench = openLocalBench,
	): Promise<TestBench> {
		const tables = tablesOf(closure(rules, set), set);
		return new TestBench(await open(tables), set, contents);
	}

	/**
	 * Lays out what a rule reads in one of its tests, models made.
	 * @returns the place from which the rule reads it, for any number of SELECTs
	 * @throws SandboxError when a row does not fit or a model fails
	 */
	async layOut(rule: LoadedRule, test: RuleTest): Promise<Seat> {
		return this.#sit(rule, await this.#inputs(rule, test, new Map()));
	}

	async close(): Promise<void> {
		await this.#bench.close();
	}

	/** What each input of a node holds in a test. */
	async #inputs(
		node: RuleNode,
		test: RuleTest,
		made: Map<string, Content>,
	): Promise<Map<string, Content>> {
		const found = new Map<string, Content>();
		for (const input of node.inputs) {
			const name = inputName(input);
			const content =
				made.get(name) ?? (await this.#content(input, test, made));
			made.set(name, content);
			found.set(name, content);
		}
		return found;
	}

	async #content(
		input: Input,
		test: RuleTest,
		made: Map<string, Content>,
	): Promise<Content> {
		const name = inputName(input);
		const given = test.rows[name];
		if ("model" in input && given === undefined) {
			const model = this.#set.models.get(name);
			return model === undefined
				? this.#contents.of([])
				: this.#made(model, test, await this.#inputs(model, test, made));
		}
		const list = this.#set.lists.get(name);
		if (given === undefined && list !== undefined)
			return this.#contents.ofList(list);
		return this.#contents.of(
			"model" in input ? (given ?? []) : givenRows(name, test, this.#set),
		);
	}

	async #made(
		model: LoadedModel,
		test: RuleTest,
		inputs: Map<string, Content>,
	): Promise<Content> {
		const parameters = defaultParameters(model, test.as_of);
		const bind = (sql: string) => bindParameters(sql, parameters);
		const pieces = boundPieces(model, bind);
		if (pieces === undefined) {
			const sql = bind(model.sql);
			return this.#contents.made(sql, [...inputs.values()], async () => {
				const seat = await this.#sit(model, inputs);
				return (await seat.select(sql)).rows;
			});
		}
		const text = JSON.stringify([model.name, pieces]);
		return this.#contents.made(text, [...inputs.values()], async () => {
			const seed = await this.#sit(model, inputs);
			const rounds = await this.#bench.seat([
				...nodeTables(model.inputs, this.#set),
				...iterateTables.map((name) => ({
					name,
					columns: roundColumns(model),
					of: roundTable(model, name),
				})),
			]);
			return iterateOnBench(model, pieces, {
				seats: { seed, rounds },
				lay: (name, rows) =>
					this.#bench.lay(roundTable(model, name), rows, undefined),
			});
		});
	}

	async #sit(node: RuleNode, inputs: Map<string, Content>): Promise<Seat> {
		for (const [name, { id, rows }] of inputs)
			await this.#bench.lay(name, rows, id);
		return this.#bench.seat(nodeTables(node.inputs, this.#set));
	}
}
