import { canonicalJson, compareCodePoints } from "../../base/index.ts";
import type { Row, Value } from "../../engine/index.ts";
import type { LoadedRule } from "../load/node.ts";
import {
	type RuleOutput,
	severities,
	type Tier,
	tiers,
} from "../schema/index.ts";
import type { Hit, PathStep, TypedValue } from "./schema.ts";

/** The values that a rule's parameters had in the run. */
export type ParameterValues = ReadonlyMap<string, Value>;

/** Why a row cannot be read as a hit. */
export class HitError extends Error {}

function text(value: Value | undefined): string | null {
	return value === null || value === undefined ? null : String(value);
}

function required(row: Row, column: string): string {
	const value = text(row[column]);
	if (value === null) throw new HitError(`列 ${column} 为空`);
	return value;
}

function optional(row: Row, column: string | undefined): string | null {
	return column === undefined ? null : text(row[column]);
}

/** The addresses of an evidence column, in their order and without repeats. */
function addresses(row: Row, column: string | undefined): string[] {
	const value = optional(row, column);
	return value === null
		? []
		: [...new Set(value.split(" ").filter((part) => part !== ""))];
}

/** Every fact that a row names: the columns' values, each value of one with each of the others. */
function factsNamed(row: Row, columns: readonly string[]): string[] {
	let tuples: string[][] = [[]];
	for (const column of columns) {
		const values = addresses(row, column);
		tuples = tuples.flatMap((tuple) =>
			values.map((value) => [...tuple, value]),
		);
	}
	return columns.length === 0 ? [] : tuples.map(canonicalJson);
}

function pathOf(row: Row, steps: RuleOutput["path"]): PathStep[] {
	return steps.flatMap((step): PathStep[] => {
		if ("node" in step) {
			const key = optional(row, step.key);
			return key === null
				? []
				: [
						{
							type: "node",
							kind: step.node,
							key,
							name: optional(row, step.name),
							label: optional(row, step.label),
						},
					];
		}
		const words = optional(row, step.edge);
		return words === null
			? []
			: [
					{
						type: "edge",
						text: words,
						from: optional(row, step.from),
						to: optional(row, step.to),
						evidence: addresses(row, step.evidence),
					},
				];
	});
}

function typedValues(
	row: Row,
	rule: LoadedRule["rule"],
	parameters: ParameterValues,
): { measures: TypedValue[]; arguments: TypedValue[] } {
	return {
		measures: rule.output.measures.map((measure) => {
			const parameter =
				measure.parameter === undefined
					? undefined
					: rule.parameters[measure.parameter];
			return {
				name: measure.column,
				title: measure.title,
				type: measure.type,
				value: row[measure.column] ?? null,
				...(measure.unit === undefined ? {} : { unit: measure.unit }),
				...(parameter === undefined || measure.parameter === undefined
					? {}
					: {
							limit: {
								title: parameter.title,
								value: parameters.get(measure.parameter) ?? null,
							},
						}),
			};
		}),
		arguments: rule.output.arguments.map((argument) => ({
			name: argument.name,
			type: argument.type,
			value: row[argument.column] ?? null,
		})),
	};
}

function tierOf(row: Row, column: string): Tier {
	const tier = required(row, column);
	const known = tiers.find((name) => name === tier);
	if (known === undefined) throw new HitError(`匹配等级 ${tier} 不存在`);
	return known;
}

/**
 * Reads one row of a rule's SELECT as a hit, by the rule's output contract.
 * Throws a HitError in words when the row does not hold to it.
 */
function readHit(node: LoadedRule, row: Row, parameters: ParameterValues): Hit {
	const { rule } = node;
	const { output } = rule;
	const lowered = rule.downgrades.filter((entry) => row[entry.when] === true);
	const level = Math.min(
		severities.indexOf(rule.severity) + (lowered.length > 0 ? 1 : 0),
		severities.length - 1,
	);
	const suppression = rule.suppressions.find(
		(entry) => row[entry.when] === true,
	);
	const seen = new Set<string>();
	const evidence = output.evidence.flatMap(({ column, title }) =>
		addresses(row, column)
			.filter((address) => !seen.has(address) && seen.add(address))
			.map((address) => ({ title, address })),
	);
	if (evidence.length === 0) throw new HitError("没有证据地址");
	return {
		rule: rule.id,
		key: output.lead_key.map((column) => row[column] ?? null),
		facts: {
			rule: rule.id,
			version: rule.version,
			severity: severities[level] ?? "low",
			tier: tierOf(row, output.tier),
			subjects: output.subjects.map((subject) => ({
				role: subject.role,
				kind: subject.kind,
				key: required(row, subject.key),
				name: optional(row, subject.name),
			})),
			unit: optional(row, output.unit),
			region: optional(row, output.region),
			amount: optional(row, output.amount),
			from: optional(row, output.from),
			to: optional(row, output.to),
			...typedValues(row, rule, parameters),
			path: pathOf(row, output.path),
			downgrades: lowered.map((entry) => entry.title),
		},
		fact: factsNamed(row, output.fact ?? []),
		evidence,
		suppressed:
			suppression === undefined
				? undefined
				: { code: suppression.code, title: suppression.title },
	};
}

/**
 * Puts hits of one lead key together: the first in canonical order speaks, evidence is united.
 * A lead with any hit that is not suppressed is not suppressed.
 */
function mergeHits(hits: readonly Hit[]): Hit {
	const open = hits.filter((hit) => hit.suppressed === undefined);
	const speaking = open.length > 0 ? open : hits;
	const first = speaking[0];
	if (first === undefined) throw new HitError("没有结果");
	const byAddress = new Map(
		speaking
			.flatMap((hit) => hit.evidence)
			.reverse()
			.map((entry) => [entry.address, entry]),
	);
	const order = [
		...new Set(
			speaking.flatMap((hit) => hit.evidence.map((entry) => entry.address)),
		),
	];
	return {
		...first,
		fact: [...new Set(speaking.flatMap((hit) => hit.fact))].sort(
			compareCodePoints,
		),
		evidence: order.flatMap((address) => byAddress.get(address) ?? []),
	};
}

/** Groups a rule's rows by lead key; the order of keys is canonical, not the engine's. */
export function groupHits(
	node: LoadedRule,
	rows: readonly Row[],
	parameters: ParameterValues,
): Hit[] {
	const byKey = new Map<string, Hit[]>();
	const sorted = rows
		.map((row) => ({ row, text: canonicalJson(row) }))
		.sort((a, b) => compareCodePoints(a.text, b.text));
	for (const { row } of sorted) {
		const hit = readHit(node, row, parameters);
		const key = canonicalJson(hit.key);
		const group = byKey.get(key);
		if (group === undefined) byKey.set(key, [hit]);
		else group.push(hit);
	}
	return [...byKey.values()].map(mergeHits);
}
