import { openDuckdb } from "../engine/index.ts";
import { fail } from "../errors/index.ts";
import type { Lead, LeadStatus, Standing } from "../leads/index.ts";
import type { LeadView, RuleView, UncheckedView } from "../report/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { loadDefinitions } from "./definitions.ts";
import { limitsOf } from "./limits.ts";
import { reportModel } from "./publish.ts";
import { type LastRun, readLastRun } from "./report.ts";

/** Everything that is known of a lead, worded and masked as in the reports. */
export interface Explanation {
	lead: Pick<Lead, "id" | "standing" | "exemption" | "by">;
	view: LeadView;
	rule: RuleView;
	/** What could not be checked and touches the rule of the lead. */
	unchecked: UncheckedView[];
	asOf: string;
}

/** How a lead that no report shows is looked at. */
const statusOf: Record<Standing, LeadStatus> = {
	open: "continuing",
	exempted: "continuing",
	superseded: "continuing",
	not_rechecked: "not_rechecked",
	gone: "gone",
};

function find(
	last: LastRun,
	id: string,
): (Lead & { status: LeadStatus }) | undefined {
	const shown = last.leads.find((lead) => lead.id === id);
	if (shown !== undefined) return shown;
	const other = [...last.exempted, ...last.merged, ...last.past].find(
		(lead) => lead.id === id,
	);
	return other === undefined
		? undefined
		: { ...other, status: statusOf[other.standing] };
}

/**
 * Says all that the last completed run knows of a lead, in the words of its reports. Nothing is computed
 * again. Fails with run-missing, lead-unknown, and rule-unknown when its rule is gone from the catalogue.
 */
export async function explainLead(
	workspace: Workspace,
	asked: string,
): Promise<Explanation> {
	const id = asked.trim().toUpperCase();
	const last = readLastRun(workspace);
	const lead = find(last, id) ?? fail("lead-unknown", {}, { id: asked });
	const { out: _out, ...manifest } = last.manifest;
	const engine = await openDuckdb(limitsOf(workspace));
	try {
		const model = await reportModel({
			workspace,
			definitions: loadDefinitions(workspace),
			store: last.store,
			snapshot: last.snapshot,
			manifest,
			// The others are there so that its rank and what is related are those of the report.
			leads: last.leads.some((shown) => shown.id === id)
				? last.leads
				: [...last.leads, lead],
			merged: last.merged,
			hits: [],
			engine,
		});
		const view = model.leads.find((item) => item.id === id);
		const rule = model.rules.find((item) => item.id === lead.facts.rule);
		if (view === undefined || rule === undefined)
			return fail("rule-unknown", {}, { id: lead.facts.rule });
		const { standing, exemption, by } = lead;
		return {
			lead: { id, standing, exemption, by },
			view,
			rule,
			unchecked: model.unchecked.filter(({ what }) =>
				what.includes(rule.displayName),
			),
			asOf: model.asOf,
		};
	} finally {
		engine.close();
	}
}
