import type { Place } from "../../errors/index.ts";
import type { Part } from "../../store/index.ts";
import { faultyRows } from "../checks/classify.ts";
import type { StagedTable } from "../readers/types.ts";
import { refuse } from "../refusal.ts";

/**
 * Holds the rows that were loaded, quarantined and set aside against the records that the reader's own
 * scanner counted. Refuses the table when a record is missing or counted twice.
 * @param present records of the raw part
 * @param loaded rows of the part
 * @param added of these, how many there are only because a record lists several people
 * @param quarantined records that have a fatal finding
 * @param classes rows set aside, by class
 * @returns the account, and the decoration by class
 */
export function accountForRows(
	at: Place,
	staged: StagedTable,
	present: number,
	loaded: number,
	added: number,
	quarantined: number,
	classes: ReadonlyMap<string, number>,
): { counts: Part["counts"]; decorations: Map<string, number> } {
	const decorations = new Map(
		[...classes].filter(([name]) => !(name in faultyRows)),
	);
	if (staged.blankTail > 0)
		decorations.set(
			"blank",
			(decorations.get("blank") ?? 0) + staged.blankTail,
		);
	const counts = {
		read: staged.records,
		...(added === 0 ? {} : { added }),
		loaded,
		quarantined,
		decoration: [...decorations.values()].reduce((sum, rows) => sum + rows, 0),
	};
	if (
		present + staged.blankTail !== counts.read ||
		counts.loaded + counts.quarantined + counts.decoration !==
			counts.read + added
	)
		refuse("accounting-mismatch", at, counts);
	return { counts, decorations };
}
