import { REFUTED } from "../../leads/index.ts";
import { noteText } from "../../links/index.ts";
import { maskText } from "../../privacy/index.ts";
import { codeMessage } from "../words/findings.ts";
import type { LeadInput, Outcome } from "./input.ts";

/** Reasons that are no error codes of the run. */
const reasons: Readonly<Record<string, string>> = {
	"not-selected": "本次没有选中这一事项",
	"skip-dataset": "作为依据的数据本次没有收到",
};

/** Why a lead was not rechecked, in words; what its rule says goes first. */
export function notRecheckedReason(
	lead: LeadInput,
	outcomes: readonly Outcome[],
): string {
	const outcome = outcomes.find((item) => item.id === lead.facts.rule);
	if (outcome?.reason !== undefined) return maskText(outcome.reason.text);
	if (lead.reason === undefined) return "本次数据没有覆盖这一对象";
	return reasons[lead.reason] ?? codeMessage(lead.reason);
}

/** Why a lead was not rechecked, or went, as far as anybody knows; null for the others. */
export function statusReason(
	lead: LeadInput,
	outcomes: readonly Outcome[],
): string | null {
	if (lead.status === "not_rechecked")
		return notRecheckedReason(lead, outcomes);
	if (lead.status === "gone" && lead.reason === REFUTED)
		return `所依据的亲属经核对不是同一人${lead.verdict === undefined ? "" : `（${noteText(lead.verdict)}）`}`;
	return null;
}
