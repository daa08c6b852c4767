import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, type Problem, ProblemError, problem } from "../errors/index.ts";
import {
	type List,
	missingCells,
	readSheets,
	writeList,
} from "../lists/index.ts";
import type { Parameter, RuleNode, RuleSet } from "../rules/index.ts";
import { checkParameters, executionOrder } from "../run/index.ts";
import {
	type ParameterChanges,
	setParameters,
	type Workspace,
} from "../workspace/index.ts";
import {
	cellWords,
	type Definitions,
	loadDefinitions,
	missingParameters,
} from "./definitions.ts";

const TEXT = "@";
const SCALARS = "参数";
const headings = [
	"规则或模型",
	"名称",
	"参数",
	"说明",
	"单位",
	"依据",
	"默认值",
	"下限",
	"上限",
	"本轮取值（不填则用默认值）",
] as const;
const VALUE_AT = headings.length - 1;

const sourceWords = {
	policy: "政策规定",
	reference: "公开资料",
	proposed: "数据组建议",
} as const;

/** Rules and models that have parameters, in the order of their names. */
function nodesWithParameters({ rules, models }: RuleSet): RuleNode[] {
	return [...rules.values(), ...models.values()].filter(
		(node) => Object.keys(node.parameters).length > 0,
	);
}

function titleOf(node: RuleNode): string {
	return node.kind === "rule" ? node.rule.display_name : node.header.title;
}

function limit(parameter: Parameter, side: "min" | "max"): string | null {
	return side in parameter
		? String((parameter as Record<string, unknown>)[side] ?? "")
		: null;
}

/** The rows of a table of parameters with an empty one for each that is missing. */
function tableRows(list: List, workspace: Workspace): List["rows"] {
	const { cells } = list;
	if (cells === undefined) return list.rows;
	const missing = missingCells(
		list,
		workspace.config.regions,
		workspace.config.as_of,
	);
	const gone = new Set(missing.map(({ region, year }) => `${region} ${year}`));
	const at = (name: string) =>
		list.columns.findIndex((column) => column.name === name);
	const [regionAt, yearAt] = [at(cells.region), at(cells.year)];
	return [
		...list.rows.filter(
			(row) => !gone.has(`${String(row[regionAt])} ${String(row[yearAt])}`),
		),
		...missing.map(({ region, year }) =>
			list.columns.map(({ name }) =>
				name === cells.region ? region : name === cells.year ? year : null,
			),
		),
	];
}

function parameterTables({ lists }: Definitions): List[] {
	return [...lists.values()].filter(({ cells }) => cells !== undefined);
}

/**
 * Writes every parameter of rules and models, and every table by region and year, as one workbook
 * to be filled in and imported again.
 * @param path must not exist
 */
export async function writeParameterTemplate(
	workspace: Workspace,
	path: string,
): Promise<void> {
	const definitions = loadDefinitions(workspace);
	const { writeXlsx } = await import("hucre/xlsx");
	const rows = nodesWithParameters(definitions.set).flatMap((node) =>
		Object.entries(node.parameters).map(([name, parameter]) => [
			node.name,
			titleOf(node),
			name,
			parameter.title,
			parameter.unit ?? null,
			sourceWords[parameter.source],
			String(parameter.default),
			limit(parameter, "min"),
			limit(parameter, "max"),
			String(workspace.config.parameters[node.name]?.[name] ?? ""),
		]),
	);
	const bytes = await writeXlsx({
		sheets: [
			{
				name: SCALARS,
				columns: headings.map((_, i) => ({
					width: i === 3 ? 44 : 16,
					numFmt: TEXT,
				})),
				rows: [[...headings], ...rows],
				freezePane: { rows: 1 },
			},
			...parameterTables(definitions).map((list) => ({
				name: list.name,
				columns: list.columns.map(() => ({ width: 18, numFmt: TEXT })),
				rows: [
					list.columns.map(({ title, name }) => title || name),
					...tableRows(list, workspace).map((row) =>
						row.map((value) => (value === null ? null : String(value))),
					),
				],
				freezePane: { rows: 1 },
			})),
		],
	});
	try {
		writeFileSync(path, bytes, { flag: "wx" });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST")
			fail("template-exists", { file: path });
		throw error;
	}
}

/** What is missing of the parameters of a workspace, and what that switches off. */
export interface ParameterCheck {
	tables: { list: string; title: string; missing: string; rules: string[] }[];
	problems: Problem[];
}

/** Names the cells that are missing and the rules that do not run for it. */
export function checkWorkspaceParameters(workspace: Workspace): ParameterCheck {
	const definitions = loadDefinitions(workspace);
	const { set } = definitions;
	const { as_of: asOf, regions } = workspace.config;
	return {
		tables: parameterTables(definitions).flatMap((list) => {
			const missing = missingCells(list, regions, asOf);
			if (missing.length === 0) return [];
			const rules = [...set.rules.keys()].filter((id) => {
				const nodes = executionOrder(set, [id]);
				return (
					nodes.some(({ inputs }) =>
						inputs.some((input) => "list" in input && input.list === list.name),
					) && missingParameters(nodes, set, workspace, asOf) !== undefined
				);
			});
			return [
				{
					list: list.name,
					title: list.title,
					missing: cellWords(missing),
					rules,
				},
			];
		}),
		problems: definitions.problems,
	};
}

type Sheets = { name: string; rows: unknown[][] }[];

function cellText(value: unknown): string {
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	return value === null || value === undefined ? "" : String(value).trim();
}

function typed(parameter: Parameter, text: string): string | number | boolean {
	if (parameter.type === "integer" && /^-?\d+$/.test(text)) return Number(text);
	if (parameter.type === "boolean" && /^(true|false)$/i.test(text))
		return text.toLowerCase() === "true";
	return text;
}

function scalarChanges(
	sheets: Sheets,
	set: RuleSet,
	file: string,
): { changes: ParameterChanges; problems: Problem[] } {
	const changes: ParameterChanges = {};
	const problems: Problem[] = [];
	const [, ...rows] = sheets.find(({ name }) => name === SCALARS)?.rows ?? [];
	rows.forEach((row, i) => {
		const [id, name] = [cellText(row[0]), cellText(row[2])];
		if (id === "") return;
		const node = set.rules.get(id) ?? set.models.get(id);
		const parameter = node?.parameters[name];
		const at = { file, sheet: SCALARS, row: i + 2 };
		if (node === undefined) {
			problems.push(problem("rule-unknown", at, { id }));
			return;
		}
		if (parameter === undefined) {
			problems.push(
				problem("rule-parameter-unknown", at, {
					node: id,
					name,
					known: Object.keys(node.parameters).join("、") || "（没有）",
				}),
			);
			return;
		}
		const text = cellText(row[VALUE_AT]);
		const same = text === "" || text === String(parameter.default);
		changes[id] = {
			...changes[id],
			[name]: same ? undefined : typed(parameter, text),
		};
	});
	return { changes, problems };
}

/**
 * Reads a filled template: parameters go into bidui.yaml, tables into the workspace's own lists.
 * Nothing is written when anything is wrong.
 * @returns how many parameters differ from their defaults, and the tables that were written
 */
export async function importParameters(
	workspace: Workspace,
	file: string,
): Promise<{ overridden: number; tables: string[] }> {
	const definitions = loadDefinitions(workspace);
	const { set } = definitions;
	const sheets = await readSheets(file);
	const { changes, problems } = scalarChanges(sheets, set, file);
	const given = Object.fromEntries(
		Object.entries(changes).map(([id, values]) => [
			id,
			Object.fromEntries(
				Object.entries(values).filter(([, value]) => value !== undefined),
			) as Record<string, string | number | boolean>,
		]),
	);
	problems.push(
		...checkParameters(set, {
			...workspace,
			configFile: file,
			lineOf: () => 1,
			config: { ...workspace.config, parameters: given },
		}),
	);
	const tables = parameterTables(definitions).flatMap((list) => {
		const [, ...rows] =
			sheets.find(({ name }) => name === list.name)?.rows ?? [];
		const filled = rows
			.map((row) => list.columns.map((_, i) => cellText(row[i]) || null))
			.filter((row) => row.some((value) => value !== null));
		filled.forEach((row, i) => {
			list.columns.forEach(({ type, title, name }, at) => {
				const value = row[at] ?? null;
				if (
					value !== null &&
					/^(BIGINT|DOUBLE|DECIMAL)/.test(type) &&
					!/^-?\d+(\.\d+)?$/.test(value)
				)
					problems.push(
						problem(
							"list-cell",
							{ file, sheet: list.name, row: i + 2 },
							{ column: title || name, value, expected: "数" },
						),
					);
			});
		});
		return filled.length === 0 ? [] : [{ list, filled }];
	});
	if (problems.length > 0) throw new ProblemError(problems);
	setParameters(workspace.configFile, changes);
	const local = join(workspace.rules.at(-1) ?? "", "lists");
	for (const { list, filled } of tables)
		writeList(local, list, {
			owner: list.owner,
			updated: workspace.config.as_of,
			source: list.source,
			rows: filled,
		});
	return {
		overridden: Object.values(given).reduce(
			(sum, values) => sum + Object.keys(values).length,
			0,
		),
		tables: tables.map(({ list }) => list.title),
	};
}
