import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { compareCodePoints, fingerprint } from "../../base/index.ts";
import type { RuleNode } from "../load/node.ts";

export const LOCK_FILE = "rules.lock.json";

const entrySchema = z.strictObject({
	version: z.int().positive(),
	sha: z.string(),
});

/** What the shipped rules and models were when they were last locked. */
export const lockSchema = z.strictObject({
	contract: z.literal("bidui/rules-lock@1"),
	nodes: z.record(z.string(), entrySchema),
});
export type RulesLock = z.infer<typeof lockSchema>;

/** What may change without a new version: it changes neither results nor what readers are told. */
const besides = [
	"version",
	"status",
	"reviewer",
	"created",
	"reviewed",
	"deprecated",
	"updated",
	"tests",
	"equivalent_mutants",
	"expected_rate",
	"author",
	"description",
];

export function versionOf(node: RuleNode): number {
	return node.kind === "rule" ? node.rule.version : node.header.version;
}

/** Hash of the body of a rule or model. */
export function bodyHash(node: RuleNode): string {
	const whole: Record<string, unknown> =
		node.kind === "rule" ? { ...node.rule } : { ...node.header };
	for (const name of besides) delete whole[name];
	return fingerprint({ ...whole, sql: node.sql }).slice(0, 32);
}

/** Reads the lock of a rules folder; undefined when there is none or it is not one. */
export function readLock(folder: string): RulesLock | undefined {
	const file = join(folder, LOCK_FILE);
	if (!existsSync(file)) return undefined;
	try {
		const read = lockSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
		return read.success ? read.data : undefined;
	} catch {
		return undefined;
	}
}

/** Writes the lock of a rules folder. @returns its path */
export function writeLock(folder: string, nodes: Iterable<RuleNode>): string {
	const file = join(folder, LOCK_FILE);
	const entries = [...nodes]
		.sort((a, b) => compareCodePoints(a.name, b.name))
		.map((node) => [
			node.name,
			{ version: versionOf(node), sha: bodyHash(node) },
		]);
	const lock = {
		contract: "bidui/rules-lock@1",
		nodes: Object.fromEntries(entries) as RulesLock["nodes"],
	};
	writeFileSync(file, `${JSON.stringify(lock, null, "\t")}\n`);
	return file;
}
