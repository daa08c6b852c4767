import { join } from "node:path";
import { fingerprint } from "../base/index.ts";
import { loadDatasets } from "../datasets/index.ts";
import { ParsedTexts } from "../documents/index.ts";
import { type Problem, problem } from "../errors/index.ts";
import { readVerdicts, standingVerdicts } from "../leads/index.ts";
import {
	type List,
	loadLists,
	type MissingCell,
	missingCells,
	withRows,
} from "../lists/index.ts";
import {
	lintNodes,
	loadRules,
	packOf,
	type RuleNode,
	type RuleSet,
} from "../rules/index.ts";
import { checkParameters } from "../run/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { checkWords } from "./check-words.ts";

/** Everything declared for a workspace: datasets, lists, models, rules, with what is wrong with them. */
export interface Definitions {
	set: RuleSet;
	lists: Map<string, List>;
	problems: Problem[];
	/** Fingerprint of all of it. */
	readonly fingerprint: string;
}

/** Fills the lists that the lead log keeps: what analysts found of relatives, pair by pair. */
function fillFromLog(lists: Map<string, List>, leadsDir: string): void {
	for (const [name, list] of lists)
		if (list.fromLog !== undefined)
			lists.set(
				name,
				withRows(
					list,
					standingVerdicts(readVerdicts(leadsDir)).map(({ pair, verdict }) => [
						pair.person_id,
						pair.path,
						pair.member_name,
						pair.kin_id,
						verdict,
					]),
				),
			);
}

/** Reads the shipped definitions and the workspace's own, without running anything. */
export function loadDefinitions(workspace: Workspace): Definitions {
	const below = (name: string) =>
		workspace.rules.map((folder) => join(folder, name));
	const texts = new ParsedTexts(join(workspace.store, "parsed"));
	const lists = loadLists(below("lists"), texts);
	fillFromLog(lists.lists, workspace.leads);
	const datasets = loadDatasets(below("datasets"), lists.lists, texts);
	const rules = loadRules(
		workspace.rules,
		datasets.datasets,
		lists.lists,
		texts,
	);
	texts.save();
	let print: string | undefined;
	return {
		set: rules.set,
		lists: lists.lists,
		problems: [
			...lists.problems,
			...datasets.problems,
			...rules.problems,
			...checkWords(rules.set.rules.values(), lists.lists),
			...checkParameters(rules.set, workspace),
		],
		get fingerprint() {
			print ??= fingerprint({
				rules: [...rules.set.rules.values()].map((node) => node.rule),
				models: [...rules.set.models.values()].map((node) => [
					node.header,
					node.sql,
				]),
				datasets: [...datasets.datasets.values()],
				lists: [...lists.lists.values()].map((list) => [
					list.name,
					list.fingerprint,
				]),
				packs: rules.set.packs,
				parameters: workspace.config.parameters,
			});
			return print;
		},
	};
}

/** The rules of a run: which are asked for, and which of them cannot run and why. */
export interface Selection {
	rules: string[];
	barred: Map<string, Problem>;
	problems: Problem[];
}

/** Models that a rule stands on, directly or through others. */
function modelsBelow(node: RuleNode, set: RuleSet, into: Set<RuleNode>): void {
	for (const input of node.inputs) {
		const model = "model" in input ? set.models.get(input.model) : undefined;
		if (model !== undefined && !into.has(model)) {
			into.add(model);
			modelsBelow(model, set, into);
		}
	}
}

const SHOWN_CELLS = 5;

/** "380121 2025 年、380122 2026 年等 8 格" */
export function cellWords(cells: readonly MissingCell[]): string {
	const words = cells
		.slice(0, SHOWN_CELLS)
		.map(({ region, year }) => `${region} ${year} 年`)
		.join("、");
	return cells.length > SHOWN_CELLS ? `${words}等 ${cells.length} 格` : words;
}

/** The first table of parameters that nodes read and the workspace has not filled. */
export function missingParameters(
	nodes: Iterable<RuleNode>,
	set: RuleSet,
	workspace: Workspace,
	asOf: string,
): Problem | undefined {
	for (const node of nodes)
		for (const input of node.inputs) {
			const list = "list" in input ? set.lists.get(input.list) : undefined;
			if (list === undefined) continue;
			const cells = missingCells(list, workspace.config.regions, asOf);
			if (cells.length > 0)
				return problem(
					"skip-parameter",
					{ file: list.file },
					{ list: list.title, cells: cellWords(cells) },
				);
		}
	return undefined;
}

/**
 * Chooses the rules of a run and lints them with their models.
 * @param asked ids or packs from the command line; none means those of bidui.yaml
 */
export async function selectRules(
	definitions: Definitions,
	workspace: Workspace,
	asked: readonly string[],
	asOf: string = workspace.config.as_of,
): Promise<Selection> {
	const { set } = definitions;
	const { packs, disable } = workspace.config.rules;
	const problems: Problem[] = [];
	const ids = [...set.rules.keys()].sort();
	const known = new Set([...ids, ...ids.map(packOf)]);
	for (const [path, names] of [
		[["rules", "packs"], packs ?? []],
		[["rules", "disable"], disable],
	] as const)
		names.forEach((id, i) => {
			if (!known.has(id) && set.packs[id] === undefined)
				problems.push(
					problem(
						"rule-unknown",
						{
							file: workspace.configFile,
							line: workspace.lineOf([...path, i]),
						},
						{ id },
					),
				);
		});
	for (const id of asked)
		if (!known.has(id)) problems.push(problem("rule-unknown", {}, { id }));
	const wanted = asked.length > 0 ? asked : (packs ?? [...known]);
	const rules = ids.filter((id) => {
		const status = set.rules.get(id)?.rule.status;
		if (asked.includes(id)) return true;
		// A rule on trial speaks only when it is asked for by its own id.
		return (
			(wanted.includes(id) || wanted.includes(packOf(id))) &&
			(status === "stable" || status === "test")
		);
	});
	const barred = new Map<string, Problem>();
	const wrongFiles = new Set(
		definitions.problems
			.filter((item) => item.severity === "error")
			.map((item) => item.at.file),
	);
	const below = new Map<string, Set<RuleNode>>();
	for (const id of rules) {
		const node = set.rules.get(id);
		if (node === undefined) continue;
		if (disable.includes(id)) {
			barred.set(id, problem("skip-disabled"));
			continue;
		}
		const { authorisation } = node.rule;
		if (
			authorisation !== undefined &&
			workspace.config.authorisations[authorisation] === undefined
		) {
			barred.set(id, problem("skip-rule-authorisation", {}, { authorisation }));
			continue;
		}
		const nodes = new Set<RuleNode>([node]);
		modelsBelow(node, set, nodes);
		const missing = missingParameters(nodes, set, workspace, asOf);
		if (missing !== undefined) {
			barred.set(id, missing);
			continue;
		}
		below.set(id, nodes);
	}
	const findings = await lintNodes(
		new Set([...below.values()].flatMap((nodes) => [...nodes])),
		set,
	);
	problems.push(...[...findings.values()].flat());
	for (const [id, nodes] of below) {
		const broken = [...nodes].some(
			(node) =>
				wrongFiles.has(node.file) ||
				findings.get(node)?.some((item) => item.severity === "error"),
		);
		if (broken)
			barred.set(
				id,
				problem("skip-invalid", { file: set.rules.get(id)?.file }),
			);
	}
	return { rules, barred, problems };
}
