import type { Origin } from "../rules/index.ts";

/** What became of one rule in a run. */
export interface RuleOutcome {
	id: string;
	version: number;
	/** Where the rule comes from; edited: shipped, and not as it was locked. */
	origin?: Origin | undefined;
	/** ran: executed or taken over unchanged; skipped: an input is missing; failed: an error the others survived. */
	status: "ran" | "skipped" | "failed";
	/** Reason code and its words, when it did not run. */
	reason?: { code: string; text: string };
	/** Rows that the rule returned, suppressed ones included. */
	hits: number;
	/** Leads after grouping by lead key, without the suppressed. */
	leads: number;
	suppressed: { code: string; title: string; count: number }[];
	/** Optional inputs that were missing and what is lost without them. */
	narrowed: string[];
	/** Fingerprint under which the hits are stored; undefined when it did not run. */
	key?: string;
	/** Whether it was executed in this run, or its stored hits still hold. Not part of results. */
	executed: boolean;
	/** Milliseconds. Not part of results. */
	ms: number;
}
