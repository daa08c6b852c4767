import { join } from "node:path";
import { canonicalJson, fingerprint } from "../base/index.ts";
import { CommitLog, type Head } from "../commits/index.ts";
import { fail, type Problem, ProblemError } from "../errors/index.ts";
import { foldEvents } from "./fold.ts";
import {
	type Lead,
	type LeadEvent,
	type LogEvent,
	leadEventSchema,
	type VerdictEvent,
} from "./schema.ts";
import { foldVerdicts, standingVerdicts, type Verdicts } from "./verdicts.ts";

/** The lead log of a workspace as read: events added up to leads. */
export interface LeadLog {
	leads: Map<string, Lead>;
	verdicts: Verdicts;
	/** Number and sha of the last commit; 0 when there is none. */
	n: number;
	tip: string;
	commits: number;
	events: number;
}

function logOf(leadsDir: string): CommitLog {
	return new CommitLog(join(leadsDir, "log"));
}

function isVerdict(event: LogEvent): event is VerdictEvent {
	return event.type === "verdict";
}

function isOfLead(event: LogEvent): event is LeadEvent {
	return event.type !== "verdict";
}

/**
 * The verdicts of the log alone, for those who need no leads. Throws as readLeadLog does.
 * @param upTo only those of commits up to this number
 */
export function readVerdicts(leadsDir: string, upTo = Infinity): Verdicts {
	const chain = logOf(leadsDir).read();
	if (chain.problems.length > 0) throw new ProblemError(chain.problems);
	const verdicts: Verdicts = { standing: new Map(), said: new Set() };
	for (const { head, lines } of chain.commits)
		if (head.n <= upTo)
			foldVerdicts(
				verdicts,
				lines
					.filter((line) => line.includes('"type":"verdict"'))
					.map((line) => leadEventSchema.parse(JSON.parse(line)))
					.filter(isVerdict),
			);
	return verdicts;
}

/**
 * Reads and folds the lead log. Throws a ProblemError when the chain or an event does not hold.
 * @param upTo fold only commits up to this number
 */
export function readLeadLog(leadsDir: string, upTo = Infinity): LeadLog {
	const chain = logOf(leadsDir).read();
	if (chain.problems.length > 0) throw new ProblemError(chain.problems);
	const leads = new Map<string, Lead>();
	const verdicts: Verdicts = { standing: new Map(), said: new Set() };
	let events = 0;
	const commits = chain.commits.filter((commit) => commit.head.n <= upTo);
	for (const commit of commits) {
		const parsed = commit.lines.map((line, i): LogEvent => {
			const event = leadEventSchema.safeParse(JSON.parse(line));
			if (event.success) return event.data;
			return fail(
				"lead-event-broken",
				{ file: leadsDir },
				{
					n: commit.head.n,
					line: i + 2,
					reason: event.error.issues[0]?.path.join(".") ?? "",
				},
			);
		});
		foldEvents(leads, parsed.filter(isOfLead), commit.head.n);
		foldVerdicts(verdicts, parsed.filter(isVerdict));
		events += parsed.length;
	}
	const last = commits.at(-1);
	return {
		leads,
		verdicts,
		n: last?.head.n ?? 0,
		tip: last?.head.sha ?? "",
		commits: commits.length,
		events,
	};
}

/** Adds events to the log; nothing is written when there are none. */
export function commitLeadEvents(
	leadsDir: string,
	events: readonly LogEvent[],
	by: string,
): Head | undefined {
	if (events.length === 0) return undefined;
	return logOf(leadsDir).append(events.map(canonicalJson), by);
}

/** Checks the chain of the log without folding it; no finding means that it holds. */
export function verifyLeadLog(leadsDir: string): {
	commits: number;
	tip: string;
	problems: Problem[];
} {
	const chain = logOf(leadsDir).read();
	return {
		commits: chain.commits.length,
		tip: chain.tip,
		problems: chain.problems,
	};
}

/** Digest of the folded state; it holds no clock, so that equal leads give equal digests. */
export function stateDigest({
	leads,
	verdicts,
}: Pick<LeadLog, "leads" | "verdicts">): string {
	const standing = standingVerdicts(verdicts);
	// Logs without a verdict keep the digest that they had.
	return fingerprint(
		standing.length === 0
			? [...leads.values()]
			: [[...leads.values()], standing],
	);
}
