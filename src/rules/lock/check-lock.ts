import { join } from "node:path";
import { type Problem, problem } from "../../errors/index.ts";
import type { RuleSet } from "../load/load.ts";
import type { RuleNode } from "../load/node.ts";
import { bodyHash, LOCK_FILE, type RulesLock, versionOf } from "./lock-file.ts";

/** Whether a shipped node's body is another than the lock says of the same version. */
export function isEdited(node: RuleNode, lock: RulesLock | undefined): boolean {
	const entry = lock?.nodes[node.name];
	return (
		entry !== undefined &&
		entry.version === versionOf(node) &&
		entry.sha !== bodyHash(node)
	);
}

/** The shipped rules and models: what a lock is about. */
export function shippedNodes({ rules, models }: RuleSet): RuleNode[] {
	return [...models.values(), ...rules.values()].filter(
		({ origin }) => origin !== "local",
	);
}

/** Leads name their rule for ever; a model is nobody's name, and goes when nothing reads it. */
function isRuleId(id: string): boolean {
	return id.includes("-");
}

/**
 * Compares shipped rules and models with the lock of their folder: a body that changed needs a new version,
 * a version only rises, a rule's id stays. Without a lock there is nothing to compare.
 */
export function checkLock(
	set: RuleSet,
	folder: string,
	lock: RulesLock | undefined,
): Problem[] {
	if (lock === undefined) return [];
	const nodes = new Map(shippedNodes(set).map((node) => [node.name, node]));
	const found: Problem[] = [];
	for (const node of nodes.values()) {
		const version = versionOf(node);
		const at = () => ({ file: node.file, line: node.lineOf(["version"]) });
		const entry = lock.nodes[node.name];
		const values = { id: node.name, version, locked: entry?.version ?? "" };
		if (entry === undefined || version > entry.version)
			found.push(problem("rule-not-locked", at(), values));
		else if (version < entry.version)
			found.push(problem("rule-version-back", at(), values));
		else if (isEdited(node, lock))
			found.push(problem("rule-edited", at(), values));
	}
	for (const id of Object.keys(lock.nodes))
		if (!nodes.has(id) && isRuleId(id))
			found.push(
				problem("rule-lock-gone", { file: join(folder, LOCK_FILE) }, { id }),
			);
	return found;
}
