import { existsSync } from "node:fs";
import { join } from "node:path";
import { createExclusive, makePrivateDir, sha256 } from "../base/index.ts";
import { openDuckdb } from "../engine/index.ts";
import { fail, type Problem } from "../errors/index.ts";
import {
	commitLeadEvents,
	pairKey,
	type RelativePair,
	readLeadLog,
	readSiteKey,
	readVerdicts,
	standingVerdicts,
	type Verdict,
} from "../leads/index.ts";
import {
	hasRelatives,
	linkWords,
	type Pair,
	pairId,
	pairWorkbook,
	type Relative,
	readPairForm,
	readRelatives,
} from "../links/index.ts";
import { readSheets } from "../lists/index.ts";
import { lockStore, type Workspace } from "../workspace/index.ts";
import { loadDefinitions } from "./definitions.ts";
import { limitsOf } from "./limits.ts";
import { type LastRun, readLastRun } from "./report.ts";

/** Candidates below it are in no form. */
const LEAST_PROBABILITY = 0.05;
const FOLDER = "亲属核对";

/** The relatives without a number of the last run. Fails with run-missing, links-none. */
async function lastRelatives(
	workspace: Workspace,
	last: LastRun,
): Promise<Relative[]> {
	const made = { store: last.store, models: last.manifest.models };
	if (!hasRelatives(made)) fail("links-none", { file: workspace.root });
	const engine = await openDuckdb(limitsOf(workspace));
	try {
		return await readRelatives(made, engine);
	} finally {
		engine.close();
	}
}

/** Leads by the row of a family table that is among their evidence. */
function leadsByRow(last: LastRun): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const { id, evidence, status } of last.leads)
		for (const { address } of status === "gone" ? [] : evidence)
			found.set(address, [...(found.get(address) ?? []), id]);
	return found;
}

/** Pairs behind leads first, then those whose candidate is in business, then the most likely ones. */
function compareUse(a: Pair, b: Pair): number {
	return (
		Number(b.leads.length > 0) - Number(a.leads.length > 0) ||
		Number((b.candidate.companies ?? 0) > 0) -
			Number((a.candidate.companies ?? 0) > 0) ||
		b.candidate.probability - a.candidate.probability ||
		(a.id < b.id ? -1 : 1)
	);
}

/**
 * Writes the pairs that are worth an analyst's look as a form below private/: those behind leads, those
 * that cannot be told apart, and those with a verdict.
 * @param all also those that were resolved and stand behind no lead
 * @param most so many at most, the most useful first
 * @returns the file, how many pairs are in it, how many were left
 */
export async function exportLinks(
	workspace: Workspace,
	{ all, most }: { all: boolean; most: number },
): Promise<{ file: string; pairs: number; left: number }> {
	const last = readLastRun(workspace);
	const siteKey = readSiteKey(workspace.private);
	const relatives = await lastRelatives(workspace, last);
	const { standing } = readVerdicts(workspace.leads);
	const leads = leadsByRow(last);
	const pairs = relatives
		.flatMap((relative) =>
			relative.candidates.map(
				(candidate, i): Pair => ({
					id: pairId(siteKey, relative, candidate),
					relative,
					candidate,
					// A lead stands on the one who was taken.
					leads:
						i === 0 && relative.decision === "resolved"
							? (leads.get(relative.claim) ?? [])
							: [],
				}),
			),
		)
		.filter(
			({ relative, candidate, leads: of }) =>
				of.length > 0 ||
				candidate.verdict !== null ||
				(candidate.probability >= LEAST_PROBABILITY &&
					(all || relative.decision === "ambiguous")),
		)
		.sort(compareUse);
	// One relative stated in two tables is one pair.
	const different = [
		...new Map([...pairs].reverse().map((pair) => [pair.id, pair])).values(),
	].reverse();
	const chosen = different.slice(0, most);
	const bytes = await pairWorkbook(chosen, {
		words: linkWords(loadDefinitions(workspace).lists),
		verdicts: standing,
		asOf: last.manifest.as_of,
	});
	const folder = join(workspace.private, FOLDER);
	makePrivateDir(folder);
	const file = join(
		folder,
		`亲属核对_${last.manifest.as_of}_${sha256(bytes).slice(0, 8)}.xlsx`,
	);
	// The same pairs have the same name: one that is being filled in is never written over.
	if (!existsSync(file)) createExclusive(file, bytes);
	return { file, pairs: chosen.length, left: different.length - chosen.length };
}

/** What became of a form of verdicts. */
export interface ImportedLinks {
	recorded: Record<"yes" | "no" | "unsure" | "withdrawn", number>;
	blank: number;
	known: number;
	problems: Problem[];
}

/**
 * Reads a filled form and adds what it says to the lead log, as one commit or none. What cannot be used is
 * said row by row, and the rest counts; what the log says already is not said again.
 */
export async function importLinks(
	workspace: Workspace,
	file: string,
): Promise<ImportedLinks> {
	if (!existsSync(file))
		fail("links-form", { file }, { reason: "没有这个文件" });
	const last = readLastRun(workspace);
	const siteKey = readSiteKey(workspace.private);
	const sheets = await readSheets(file);
	const relatives = await lastRelatives(workspace, last);
	const unlock = lockStore(workspace.store);
	try {
		const { verdicts: before } = readLeadLog(workspace.leads);
		const pairs = new Map<string, RelativePair>();
		const add = (pair: RelativePair) =>
			pairs.set(
				pairId(
					siteKey,
					{
						personId: pair.person_id,
						path: pair.path,
						name: pair.member_name,
					},
					{ id: pair.kin_id },
				),
				pair,
			);
		for (const relative of relatives)
			for (const candidate of relative.candidates)
				add({
					person_id: relative.personId,
					path: relative.path,
					member_name: relative.name,
					kin_id: candidate.id,
				});
		for (const { pair } of before.standing.values()) add(pair);
		const read = readPairForm(sheets, file, pairs, before);
		commitLeadEvents(workspace.leads, read.events, "bidui links import");
		const recorded = { yes: 0, no: 0, unsure: 0, withdrawn: 0 };
		for (const { verdict } of read.events) recorded[verdict]++;
		const { blank, known, problems } = read;
		return { recorded, blank, known, problems };
	} finally {
		unlock();
	}
}

/** The verdicts that stand, each with whether the last run still had the pair among its candidates. */
export async function listLinks(
	workspace: Workspace,
): Promise<{ id: string; verdict: Verdict; applied: boolean }[]> {
	const siteKey = readSiteKey(workspace.private);
	const standing = standingVerdicts(readVerdicts(workspace.leads));
	if (standing.length === 0) return [];
	const relatives = await lastRelatives(workspace, readLastRun(workspace));
	const known = new Set(
		relatives.flatMap((relative) =>
			relative.candidates
				.filter(({ verdict }) => verdict !== null)
				.map((candidate) =>
					pairKey({
						person_id: relative.personId,
						path: relative.path,
						member_name: relative.name,
						kin_id: candidate.id,
					}),
				),
		),
	);
	return standing.map((verdict) => ({
		id: pairId(
			siteKey,
			{
				personId: verdict.pair.person_id,
				path: verdict.pair.path,
				name: verdict.pair.member_name,
			},
			{ id: verdict.pair.kin_id },
		),
		verdict,
		applied: known.has(pairKey(verdict.pair)),
	}));
}
