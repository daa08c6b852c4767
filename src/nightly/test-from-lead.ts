import {
	columnKinds,
	companionsOf,
	type Dataset,
	storedColumns,
} from "../datasets/index.ts";
import {
	type Engine,
	identifier,
	literal,
	openDuckdb,
	pathList,
	type Row,
	type Value,
} from "../engine/index.ts";
import { fail, type Problem, problem } from "../errors/index.ts";
import { type Lead, readLeadLog } from "../leads/index.ts";
import { Pseudonyms } from "../privacy/index.ts";
import {
	expectationLine,
	expectationOf,
	type Hit,
	hitsOfTest,
	type LoadedRule,
	type RuleNode,
	type RuleSet,
	type RuleTest,
} from "../rules/index.ts";
import { executionOrder } from "../run/index.ts";
import { partsOf, type Snapshot, type Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { loadDefinitions } from "./definitions.ts";
import { limitsOf } from "./limits.ts";
import { readLastRun } from "./report.ts";

/** Kinds whose values name somebody or something: rows that share one belong together. */
const naming = new Set(["citizen_id", "uscc", "plate", "account", "device"]);
/** A text that so many rows have is a word of the register, not somebody's. */
const COMMON = 5;
const MOST_ROWS = 40;
/** Longer texts and codes are somebody's, however often they stand in a register. */
const LONGEST_COMMON = 10;
/** Columns of text that say where somebody lives or works. */
const placeColumn = /town|village|community|group|place|unit|address/;
/** The day of birth goes with the number: made-up numbers are of the first of January. */
const birthColumn = /birth/;

type Rows = Map<string, Row[]>;

interface Context {
	set: RuleSet;
	snapshot: Snapshot;
	store: Store;
	engine: Engine;
	/** Datasets below the rule with the columns that are read of each. */
	columns: Map<string, Set<string>>;
}

function columnsRead(nodes: readonly RuleNode[]): Map<string, Set<string>> {
	const read = new Map<string, Set<string>>();
	for (const { inputs } of nodes)
		for (const input of inputs)
			if ("dataset" in input)
				read.set(
					input.dataset,
					new Set([...(read.get(input.dataset) ?? []), ...input.columns]),
				);
	return read;
}

function from(dataset: string, { snapshot, store }: Context): string {
	const files = partsOf(snapshot, dataset).map((part) =>
		store.partPath(part.dataset, part.key),
	);
	return `read_parquet(${pathList(files)})`;
}

/** The rows that the lead's evidence names. */
async function citedRows(lead: Lead, context: Context): Promise<Rows> {
	const found: Rows = new Map();
	const wanted = new Map<string, string[]>();
	for (const { dataset, address } of lead.evidence)
		wanted.set(dataset, [...(wanted.get(dataset) ?? []), address]);
	for (const [dataset, addresses] of wanted) {
		if (
			!context.columns.has(dataset) ||
			partsOf(context.snapshot, dataset).length === 0
		)
			continue;
		const { rows } = await context.engine.query(
			`SELECT * FROM ${from(dataset, context)} WHERE _src || '#' || CAST(_row AS varchar) IN (${[...new Set(addresses)].map(literal).join(", ")}) ORDER BY _src, _row`,
		);
		found.set(dataset, rows);
	}
	return found;
}

function namesIn(rows: Rows, set: RuleSet): Set<string> {
	const names = new Set<string>();
	for (const [dataset, list] of rows)
		for (const column of set.datasets.get(dataset)?.columns ?? [])
			if (naming.has(column.kind))
				for (const row of list) {
					const value = row[column.name];
					if (typeof value === "string") names.add(value);
				}
	return names;
}

/** The rows of every dataset below the rule that share a number with rows that are there already. */
async function besideRows(rows: Rows, context: Context): Promise<Rows> {
	const names = [...namesIn(rows, context.set)].map(literal).join(", ");
	const found: Rows = new Map();
	for (const name of context.columns.keys()) {
		const dataset = context.set.datasets.get(name);
		const keys = dataset?.columns.filter(({ kind }) => naming.has(kind)) ?? [];
		if (
			keys.length === 0 ||
			names === "" ||
			partsOf(context.snapshot, name).length === 0
		) {
			found.set(name, rows.get(name) ?? []);
			continue;
		}
		const shared = keys
			.map((column) => `${identifier(column.name)} IN (${names})`)
			.join(" OR ");
		const more = await context.engine.query(
			`SELECT * FROM ${from(name, context)} WHERE ${shared} ORDER BY _src, _row LIMIT ${MOST_ROWS}`,
		);
		const address = (row: Row) => `${row._src}#${row._row}`;
		const all = new Map(
			[...(rows.get(name) ?? []), ...more.rows].map((row) => [
				address(row),
				row,
			]),
		);
		found.set(name, [...all.values()]);
	}
	return found;
}

/** Texts of a column that are common enough to be nobody's. */
async function commonTexts(
	dataset: string,
	column: string,
	context: Context,
): Promise<Set<string>> {
	const { rows } = await context.engine.query(
		`SELECT ${identifier(column)} AS t FROM ${from(dataset, context)} WHERE ${identifier(column)} IS NOT NULL GROUP BY 1 HAVING count(*) >= ${COMMON} AND length(t) <= ${LONGEST_COMMON}`,
	);
	return new Set(rows.map(({ t }) => String(t)));
}

async function anonymised(
	rows: Rows,
	context: Context,
): Promise<RuleTest["rows"]> {
	const names = new Pseudonyms();
	const made: RuleTest["rows"] = {};
	for (const [name, list] of rows) {
		const dataset: Dataset | undefined = context.set.datasets.get(name);
		const read = context.columns.get(name);
		if (dataset === undefined || read === undefined || list.length === 0)
			continue;
		const kinds = new Map(
			dataset.columns.flatMap((column) => [
				[column.name, column] as const,
				// The parts of an address tell as much as the address.
				...(column.kind === "address" ? companionsOf(column) : []).map(
					({ name }) => [name, column] as const,
				),
			]),
		);
		const common = new Map<string, Set<string>>();
		for (const { name: column, kind, codes, codes_list } of dataset.columns)
			if (
				read.has(column) &&
				!placeColumn.test(column) &&
				codes === undefined &&
				codes_list === undefined &&
				(kind === "text" || kind === "code")
			)
				common.set(column, await commonTexts(name, column, context));
		made[name] = list.map((row) => {
			const cells: Record<string, Value> = {};
			for (const { name: column } of storedColumns(dataset)) {
				const value = row[column] ?? null;
				if (column.startsWith("_") || !read.has(column) || value === null)
					continue;
				if (/_check$/.test(column) && value === "ok") continue;
				if (/_precision$/.test(column) && value === "day") continue;
				if (birthColumn.test(column) && /^\d{4}-/.test(String(value))) {
					cells[column] = `${String(value).slice(0, 4)}-01-01`;
					continue;
				}
				const declared = kinds.get(column);
				const kept =
					typeof value !== "string" ||
					declared === undefined ||
					columnKinds[declared.kind].type !== "VARCHAR" ||
					declared.codes !== undefined ||
					declared.codes_list !== undefined ||
					common.get(column)?.has(value) === true;
				cells[column] = kept ? value : names.of(declared?.kind, String(value));
			}
			return cells;
		});
	}
	return made;
}

/** Whether a hit says of its case what the lead says, numbers of people and places aside. */
function alike({ facts }: Hit, lead: Lead): boolean {
	const values = ({ measures }: Lead["facts"]) =>
		JSON.stringify(
			measures
				.filter(({ type }) => /money|area|ratio|integer|date|month/.test(type))
				.map(({ name, value }) => [name, value]),
		);
	return (
		facts.tier === lead.facts.tier &&
		facts.severity === lead.facts.severity &&
		facts.amount === lead.facts.amount &&
		facts.from === lead.facts.from &&
		values(facts) === values(lead.facts)
	);
}

function flow(cells: object): string {
	return `{${Object.entries(cells)
		.map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
		.join(", ")}}`;
}

/** The test as it goes under `tests:` of the rule's file. */
function yamlOf(test: RuleTest): string {
	const lines = [
		`  - name: ${test.name}`,
		"    kind: hit",
		`    as_of: "${test.as_of}"`,
		...(Object.keys(test.parameters).length === 0
			? []
			: [`    parameters: ${flow(test.parameters)}`]),
		"    rows:",
		...Object.entries(test.rows).flatMap(([name, rows]) => [
			`      ${name}:`,
			...rows.map((row) => `        - ${flow(row)}`),
		]),
		"    expect:",
		...test.expect.map((entry) => `      - ${expectationLine(entry)}`),
	];
	return lines.join("\n");
}

async function reproduce(
	rule: LoadedRule,
	lead: Lead,
	draft: RuleTest,
	rows: Rows,
	context: Context,
): Promise<{ test: RuleTest; same: boolean }> {
	const filled = { ...draft, rows: await anonymised(rows, context) };
	const hits = await hitsOfTest(rule, filled, context.set);
	return {
		test: { ...filled, expect: hits.map(expectationOf) },
		same: hits.some((hit) => hit.suppressed === undefined && alike(hit, lead)),
	};
}

/**
 * Makes an inline test from a lead: its source rows with made-up names and numbers (the same for the same,
 * check digits valid), and what the rule makes of them. Where the rows that prove the lead are not enough,
 * rows that share a number with them are added.
 * Fails with lead-unknown, rule-unknown.
 */
export async function testFromLead(
	workspace: Workspace,
	id: string,
): Promise<{ rule: string; yaml: string; problems: Problem[] }> {
	const last = readLastRun(workspace);
	const lead =
		readLeadLog(workspace.leads).leads.get(id.trim().toUpperCase()) ??
		fail("lead-unknown", {}, { id });
	const definitions = loadDefinitions(workspace);
	const { set } = definitions;
	const rule =
		set.rules.get(lead.facts.rule) ??
		fail("rule-unknown", {}, { id: lead.facts.rule });
	const engine = await openDuckdb(limitsOf(workspace));
	try {
		const context: Context = {
			set,
			snapshot: last.snapshot,
			store: last.store,
			engine,
			columns: columnsRead(executionOrder(set, [rule.name])),
		};
		const draft: RuleTest = {
			name: `由一条线索脱敏而来（${lead.facts.tier}）`,
			kind: "hit",
			as_of: last.manifest.as_of,
			parameters: workspace.config.parameters[rule.name] ?? {},
			rows: {},
			expect: [],
		};
		let rows = await citedRows(lead, context);
		let made = await reproduce(rule, lead, draft, rows, context);
		for (let hop = 0; hop < 2 && !made.same; hop++) {
			rows = await besideRows(rows, context);
			made = await reproduce(rule, lead, draft, rows, context);
		}
		return {
			rule: rule.name,
			yaml: yamlOf(made.test),
			problems: made.same
				? []
				: [problem("lead-not-reproduced", {}, { id: lead.id })],
		};
	} finally {
		engine.close();
	}
}
