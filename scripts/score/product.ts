import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { quarantinedRows } from "./quarantine.ts";
import type { Address } from "./truth.ts";

/** What `bidui leads list --json` says of a lead, as far as scoring reads it. */
export interface Lead {
	id: string;
	rule: string;
	status: "new" | "continuing" | "gone" | "not_rechecked";
	subjects: { role: string; kind: string; name: string; key: string }[];
	evidence: Address[];
}

/** What `bidui run --json` says of a rule. */
export interface RuleRun {
	id: string;
	status: "ran" | "skipped" | "failed";
	reason: { code: string; text: string } | null;
	suppressed: { code: string; title: string; count: number }[];
}

/** What `bidui run --json` says of a file or sheet. */
export interface SourceRun {
	source: string;
	status: "loaded" | "unchanged" | "refused" | "missing" | "duplicate";
}

/** What `bidui rules list --json` says of a rule. */
export interface RuleCard {
	id: string;
	evidence: "hard" | "soft";
}

export interface Product {
	leads: Lead[];
	runs: RuleRun[];
	sources: SourceRun[];
	/** Where the rows stand that wait in quarantine. */
	quarantined: Address[];
	rules: RuleCard[];
}

const binary = fileURLToPath(new URL("../../bin/bidui.mjs", import.meta.url));

/** Runs the workspace with the real binary (what is unchanged is not done again) and reads its leads. */
export async function askProduct(workspace: string): Promise<Product> {
	const { rules: runs, sources } = ask<{
		rules: RuleRun[];
		sources: SourceRun[];
	}>(workspace, ["run"]);
	const { leads } = ask<{ leads: Lead[] }>(workspace, ["leads", "list"]);
	cards ??= ask<{ rules: RuleCard[] }>(workspace, ["rules", "list"]).rules;
	const quarantined = await quarantinedRows(workspace);
	return { leads, runs, sources, quarantined, rules: cards };
}

/** Generated workspaces have no rules of their own, so one answer is for all. */
let cards: RuleCard[] | undefined;

function ask<T>(workspace: string, command: readonly string[]): T {
	const ran = spawnSync(
		process.execPath,
		[binary, ...command, "--workspace", workspace, "--json"],
		{ encoding: "utf8", maxBuffer: 1 << 30 },
	);
	// 3 says that a source was refused or a rule failed: the rest still counts.
	if (ran.status !== 0 && ran.status !== 3)
		throw new Error(
			`bidui ${command.join(" ")} ended with ${ran.status}\n${ran.stderr}`,
		);
	return JSON.parse(ran.stdout) as T;
}
