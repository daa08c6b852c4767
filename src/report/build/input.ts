import type { Dataset } from "../../datasets/index.ts";
import type { Problem } from "../../errors/index.ts";
import type { Lead, LeadStatus } from "../../leads/index.ts";
import type { Hit, Input, Packs, Rule } from "../../rules/index.ts";
import type { RuleOutcome } from "../../run/index.ts";
import type { Part, Snapshot } from "../../store/index.ts";
import type { WorkspaceConfig } from "../../workspace/index.ts";
import type { Provenance } from "../model.ts";

/** What became of a rule, as far as it lasts. */
export type Outcome = Omit<
	RuleOutcome,
	"executed" | "ms" | "reason" | "key"
> & { reason?: RuleOutcome["reason"] | undefined };

/** A model or a rule, as far as it reads. */
export interface Reader {
	name: string;
	inputs: readonly Input[];
}

export type LeadInput = Lead & { status: LeadStatus };

/** Somebody at the head of a unit: one spelling of the unit, one term (half open). */
export interface Chief {
	unit: string;
	name: string | null;
	post: string;
	from: string;
	to: string;
}

/** What a report is made from: the results of one run, plain values included. */
export interface ReportInput {
	/** Its as-of date is the "today" of the run. */
	config: WorkspaceConfig;
	datasets: ReadonlyMap<string, Dataset>;
	rules: readonly Rule[];
	packs: Packs["packs"];
	outcomes: readonly Outcome[];
	leads: readonly LeadInput[];
	/** Leads that are not shown because others speak of the same facts. */
	merged?: readonly Lead[];
	/** Every hit of the run, those set aside included. */
	hits: readonly Hit[];
	snapshot: Snapshot;
	/** Part manifests by key. */
	parts: ReadonlyMap<string, Part>;
	provenance: Provenance;
	/** What is wrong with definitions: their rules are not in the catalogue at all. */
	problems?: readonly Problem[];
	/** How relatives without a number were found, in words, masked, by the address of the row that states each. */
	relatives?: ReadonlyMap<string, string[]>;
	/** Who headed which unit and when. */
	chiefs?: readonly Chief[];
	/** Names of regions by code. */
	regions?: ReadonlyMap<string, string>;
	/** What the models read, so that it can be said which rules a missing dataset touches. */
	models?: readonly Reader[];
}
