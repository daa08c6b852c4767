import { maskText } from "../../privacy/index.ts";
import { type Packs, packOf, type Rule } from "../../rules/index.ts";
import type { WorkspaceConfig } from "../../workspace/index.ts";
import type { RuleView } from "../model.ts";
import { formatValue } from "../words/format.ts";
import { tidy } from "../words/tidy.ts";
import { basisViews } from "./basis.ts";
import type { Outcome } from "./input.ts";

/** What readers call the pack of a rule. */
export function packTitle(packs: Packs["packs"], ruleId: string): string {
	return packs[packOf(ruleId)]?.display_name ?? "其他疑点";
}

/** What to ask for, and from whom. */
export function paperViews(rule: Rule): RuleView["papers"] {
	return rule.papers.map(({ what, from }) => ({
		what: tidy(what),
		from: tidy(from),
	}));
}

const origins: Record<Rule["parameters"][string]["source"], string> = {
	policy: "政策规定",
	reference: "参照公开做法",
	proposed: "起步建议值，按地区校准",
};

const booleanWords: Record<string, string> = { true: "是", false: "否" };

function parameterViews(
	rule: Rule,
	config: WorkspaceConfig,
): RuleView["parameters"] {
	const overrides = config.parameters[rule.id] ?? {};
	return Object.entries(rule.parameters).map(([name, parameter]) => {
		const override = overrides[name];
		const value = String(override ?? parameter.default);
		const type = parameter.type === "date" ? "date" : "text";
		const words = booleanWords[value] ?? formatValue(type, value);
		return {
			title: tidy(parameter.title),
			value:
				parameter.unit === undefined ? words : `${words} ${parameter.unit}`,
			origin: override === undefined ? origins[parameter.source] : "本轮设定",
		};
	});
}

/** The rules that were asked for, what came of each, and what each is about. */
export function ruleViews(
	rules: readonly Rule[],
	outcomes: readonly Outcome[],
	packs: Packs["packs"],
	config: WorkspaceConfig,
): RuleView[] {
	const byId = new Map(rules.map((rule) => [rule.id, rule]));
	return outcomes.flatMap((outcome): RuleView[] => {
		const rule = byId.get(outcome.id);
		if (rule === undefined) return [];
		return [
			{
				id: rule.id,
				version: outcome.version,
				packName: packTitle(packs, rule.id),
				displayName: rule.display_name,
				question: tidy(rule.question),
				severity: rule.severity,
				status: outcome.status,
				reason:
					outcome.reason === undefined ? null : maskText(outcome.reason.text),
				hits: outcome.hits,
				leads: outcome.leads,
				suppressed: outcome.suppressed.map(({ title, count }) => ({
					title,
					count,
				})),
				basis: basisViews(rule),
				misses: rule.misses.map(tidy),
				narrowed: outcome.narrowed,
				parameters: parameterViews(rule, config),
				askFirst: rule.ask_first.map(tidy),
				innocent: tidy(rule.innocent),
				papers: paperViews(rule),
				method: tidy(rule.method),
			},
		];
	});
}
