import { join } from "node:path";
import { canonicalJson } from "../base/index.ts";
import { CommitLog } from "../commits/index.ts";
import { ProblemError } from "../errors/index.ts";
import {
	type Correction,
	type CorrectionEvent,
	correctionEventSchema,
} from "./schema.ts";

/** The corrections of a workspace as its log adds up to them. */
export interface Corrections {
	/** Those that stand, in the order in which their addresses were first corrected. */
	standing: Correction[];
	/** sha256 of the forms that were read. */
	forms: ReadonlySet<string>;
}

function logOf(privateDir: string): CommitLog {
	return new CommitLog(join(privateDir, "corrections"));
}

function nameOf(item: {
	source: string;
	file: string;
	sheet?: string | undefined;
	row: number;
	original: string;
}): string {
	return canonicalJson([
		item.source,
		item.file,
		item.sheet ?? null,
		item.row,
		item.original,
	]);
}

/** Reads and folds the log of corrections below private/. Throws a ProblemError when its chain is broken. */
export function readCorrections(privateDir: string): Corrections {
	const chain = logOf(privateDir).read();
	if (chain.problems.length > 0) throw new ProblemError(chain.problems);
	const standing = new Map<string, Correction>();
	const forms = new Set<string>();
	for (const { head, lines } of chain.commits)
		for (const line of lines) {
			const event = correctionEventSchema.parse(JSON.parse(line));
			if (event.type === "form") forms.add(event.sha256);
			else if (event.type === "withdrawn") standing.delete(nameOf(event));
			else {
				const { source, dataset, file, sheet, row, original, cells } = event;
				standing.set(nameOf(event), {
					source,
					dataset,
					file,
					...(sheet === undefined ? {} : { sheet }),
					row,
					original,
					cells,
					by: head.by,
					at: head.at,
				});
			}
		}
	return { standing: [...standing.values()], forms };
}

/** Adds to the log of corrections what was read from forms; nothing is written when there is nothing. */
export function recordCorrections(
	privateDir: string,
	events: readonly CorrectionEvent[],
	by: string,
): void {
	if (events.length > 0)
		logOf(privateDir).append(events.map(canonicalJson), by);
}
