import {
	identifier,
	literal,
	runSelect,
	type SandboxJob,
} from "../engine/index.ts";
import type { Problem } from "../errors/index.ts";
import { leadId } from "../leads/index.ts";
import {
	type Hit,
	type Reason,
	type RuleNode,
	type RuleSet,
	whyNot,
} from "../rules/index.ts";
import {
	binderOf,
	executionOrder,
	type NodeProgress,
	parameterValues,
} from "../run/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { runRuleAside } from "./rule-aside.ts";

/** The answer to: why is this subject not among the leads of this rule? */
export interface WhyNot {
	asOf: string;
	snapshot: number;
	/** skipped, failed: the rule did not run; found: it is there; suppressed: set aside; absent: the reasons say why. */
	state: "skipped" | "failed" | "found" | "suppressed" | "absent";
	/** Why the rule did not run. */
	reason: { code: string; text: string } | undefined;
	/** Leads that name the subject. */
	leads: {
		lead: string;
		code: string | undefined;
		title: string | undefined;
	}[];
	/** Rows of the subject in each dataset below the rule. */
	data: { dataset: string; title: string; rows: number }[];
	reasons: Reason[];
	problems: Problem[];
}

function names(hit: Hit, subject: string): boolean {
	return hit.facts.subjects.some(
		({ key, name }) => key === subject || name === subject,
	);
}

/** Rows of datasets in which one text is just the subject. */
async function rowsOfSubject(
	nodes: readonly RuleNode[],
	jobs: ReadonlyMap<string, SandboxJob>,
	set: RuleSet,
	subject: string,
): Promise<WhyNot["data"]> {
	const found = new Map<string, number>();
	for (const { name } of nodes) {
		const job = jobs.get(name);
		for (const input of job?.inputs ?? []) {
			if (job === undefined || !set.datasets.has(input.name)) continue;
			const texts = input.columns.filter(({ type }) => type === "VARCHAR");
			if (texts.length === 0) continue;
			const about = texts
				.map((column) => `${identifier(column.name)} = ${literal(subject)}`)
				.join(" OR ");
			const { rows } = await runSelect({
				...job,
				sql: `SELECT count(*) AS n FROM ${identifier(input.name)} WHERE ${about}`,
				maxRows: 1,
			});
			// Nodes read different columns of a dataset: the most that one of them sees.
			found.set(
				input.name,
				Math.max(found.get(input.name) ?? 0, Number(rows[0]?.n ?? 0)),
			);
		}
	}
	return [...found].map(([dataset, rows]) => ({
		dataset,
		title: set.datasets.get(dataset)?.title ?? dataset,
		rows,
	}));
}

/**
 * Says why a subject is not among the leads of a rule, on the loaded data and as the rule is now.
 * Nothing is written. Fails with rule-unknown, run-missing.
 * @param subject identity number, code, name, plate: as the data have it
 */
export async function explainAbsence(options: {
	workspace: Workspace;
	id: string;
	subject: string;
	asOf?: string | undefined;
	onProgress: (event: NodeProgress) => void;
	signal: AbortSignal;
}): Promise<WhyNot> {
	const { workspace, id } = options;
	const subject = options.subject.normalize("NFKC").trim();
	return runRuleAside(options, async (aside) => {
		const { asOf, definitions, selection, snapshot, result, siteKey } = aside;
		const { set } = definitions;
		const outcome = result.outcomes[0];
		const named = (result.hits.get(id) ?? []).filter((hit) =>
			names(hit, subject),
		);
		const base = {
			asOf,
			snapshot: snapshot.n,
			reason: outcome?.reason,
			leads: named.map((hit) => ({
				lead: leadId(siteKey, id, hit.key),
				code: hit.suppressed?.code,
				title: hit.suppressed?.title,
			})),
			problems: [...definitions.problems, ...selection.problems],
		};
		const nodes = executionOrder(set, [id]);
		const data = await rowsOfSubject(nodes, result.jobs, set, subject);
		if (outcome === undefined || outcome.status !== "ran")
			return {
				...base,
				state: outcome?.status === "failed" ? "failed" : "skipped",
				data,
				reasons: [],
			};
		if (named.length > 0)
			return {
				...base,
				state: named.some((hit) => hit.suppressed === undefined)
					? "found"
					: "suppressed",
				data,
				reasons: [],
			};
		const byName = new Map(nodes.map((node) => [node.name, node]));
		const reasons: Reason[] = [];
		const asked = new Set<string>();
		const ask = async (name: string): Promise<void> => {
			const node = byName.get(name);
			const job = result.jobs.get(name);
			if (node === undefined || job === undefined || asked.has(name)) return;
			asked.add(name);
			if (node.kind === "model" && node.iterate !== undefined) {
				reasons.push({
					kind: "open",
					node: name,
					part: undefined,
					why: "iterate",
				});
				return;
			}
			const bind = binderOf(node, parameterValues(node, workspace), asOf);
			const found = await whyNot(
				name,
				node.sql,
				node.place.line,
				subject,
				(sql) => runSelect({ ...job, sql: bind(sql), maxRows: undefined }),
			);
			for (const reason of found) {
				// A model without the subject is asked in its turn.
				if (reason.kind === "absent" && byName.has(reason.input))
					await ask(reason.input);
				// A list is about words, not about subjects.
				else if (reason.kind !== "absent" || !set.lists.has(reason.input))
					reasons.push(reason);
			}
		};
		await ask(id);
		return { ...base, state: "absent", data, reasons };
	});
}
