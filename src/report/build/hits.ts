import { canonicalJson, compareCodePoints } from "../../base/index.ts";
import { maskSubject } from "../../privacy/index.ts";
import type { Hit } from "../../rules/index.ts";
import type { HitView } from "../model.ts";
import type { ReportInput } from "./input.ts";
import { strengthOf } from "./lead.ts";
import { packTitle } from "./rules.ts";

function nameOf(rule: string, key: Hit["key"]): string {
	return canonicalJson([rule, ...key]);
}

/** Every hit of the run, also those that were set aside, masked; in the order of rule and lead. */
export function hitViews(input: ReportInput, asOf: string): HitView[] {
	const leads = new Map(
		input.leads.map((lead) => [nameOf(lead.facts.rule, lead.key), lead.id]),
	);
	const places = new Map(
		input.snapshot.lines.flatMap((line) =>
			line.type === "part"
				? [[line.src, [line.file, line.sheet ?? ""].join("|")]]
				: [],
		),
	);
	const place = (address: string) => {
		const [src = "", row = ""] = address.split("#");
		return `${places.get(src) ?? src}|${row}`;
	};
	return input.hits
		.map((hit) => ({ hit, name: nameOf(hit.rule, hit.key) }))
		.sort((a, b) => compareCodePoints(a.name, b.name))
		.map(({ hit, name }) => ({
			lead: leads.get(name) ?? null,
			rule: hit.rule,
			ruleVersion: hit.facts.version,
			packName: packTitle(input.packs, hit.rule),
			suppressed: hit.suppressed?.code ?? null,
			suppressedTitle: hit.suppressed?.title ?? null,
			strength: strengthOf(hit.facts),
			severity: hit.facts.severity,
			subjects: hit.facts.subjects.map((subject) => {
				const { name: shown, key } = maskSubject(subject, asOf);
				return `${subject.role}：${shown} ${key}`.trim();
			}),
			unit: hit.facts.unit,
			amount: hit.facts.amount,
			from: hit.facts.from,
			to: hit.facts.to,
			evidence: hit.evidence.map(({ address }) => place(address)),
		}));
}
