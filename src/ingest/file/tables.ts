import { normaliseHeading, spellingsOf } from "../../datasets/index.ts";
import { type Place, type Problem, problem } from "../../errors/index.ts";
import { readerOf } from "../readers/index.ts";
import { refuse } from "../refusal.ts";
import type { SourceOutcome } from "../types.ts";
import {
	type FileJob,
	keyOf,
	type OpenedFile,
	outcomeOf,
	pathOf,
} from "./job.ts";
import { offer } from "./sheet.ts";

/** Why a sheet was passed over, in a few words. */
function skipped(
	at: Place,
	sheet: string,
	problems: readonly Problem[],
): Problem {
	return problem(
		"sheet-skipped",
		{ ...at, sheet },
		{ reason: problems.map((item) => item.message).join("；") },
	);
}

/** A table with headings that miss a column says more than one without headings. */
function rank(problems: readonly Problem[]): number {
	return problems.some((item) => item.code === "heading-not-found") ? 1 : 0;
}

/** Loads the tables of one opened file. */
export async function loadTables(
	job: FileJob,
	opened: OpenedFile,
): Promise<SourceOutcome[]> {
	const { request, engine, source, dataset, scratch } = job;
	const at: Place = { file: job.file };
	const path = pathOf(job);
	const known = new Set(
		dataset.columns.flatMap((column) =>
			spellingsOf(column).map((spelling) => normaliseHeading(spelling).key),
		),
	);
	for (const heading of Object.values(source.columns))
		known.add(normaliseHeading(heading).key);

	const outcomes: SourceOutcome[] = [];
	/** Sheets that did not fit, with what kept them out. */
	const misfits: { sheet: string | undefined; problems: Problem[] }[] = [];
	const hidden: Problem[] = [];
	const reader = await readerOf({ path, at });
	const tables = reader.read({
		path,
		source,
		scratch,
		at,
		engine,
		knownHeading: (heading) => known.has(normaliseHeading(heading).key),
		known: (sheet) => {
			const partOf = (name: string | undefined) =>
				request.store.part(dataset.name, keyOf(job, opened.sha256, name));
			const names = (partOf(sheet)?.stack ?? [sheet]).map(
				(name) => name ?? undefined,
			);
			const parts = names.map(partOf);
			if (!parts.every((part) => part !== undefined)) return false;
			parts.forEach((part, i) => {
				outcomes.push(outcomeOf(job, "unchanged", part, [], names[i]));
			});
			return true;
		},
	});
	for await (const table of tables) {
		request.signal?.throwIfAborted();
		if (!("stage" in table)) {
			hidden.push(
				problem(
					"sheet-skipped",
					{ ...at, sheet: table.sheet },
					{ reason: table.reason },
				),
			);
			continue;
		}
		const place =
			table.sheet === undefined ? at : { ...at, sheet: table.sheet };
		const outcome = await offer(job, table, place, opened);
		if ("misfit" in outcome)
			misfits.push({ sheet: table.sheet, problems: outcome.misfit });
		else outcomes.push(...outcome);
	}
	if (outcomes.length === 0) {
		const blank = misfits.every(({ problems }) => problems.length === 0);
		if (blank) refuse("file-empty", at);
		const best = misfits
			.filter(({ problems }) => problems.length > 0)
			.sort((a, b) => rank(a.problems) - rank(b.problems))[0];
		outcomes.push(
			outcomeOf(job, "refused", undefined, best?.problems ?? [], best?.sheet),
		);
	} else
		outcomes[0]?.problems.push(
			...misfits
				.filter(({ problems }) => problems.length > 0)
				.map(({ sheet, problems }) => skipped(at, sheet ?? "", problems)),
		);
	outcomes[0]?.problems.push(...hidden);
	return outcomes;
}
