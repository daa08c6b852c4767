import type { Rng } from "../base/rng.ts";
import type { Outbox } from "../files/outbox.ts";
import type { Person } from "../world/records.ts";
import type { World } from "../world/world.ts";

/** What a department has before it when it writes its exports. */
export interface Desk {
	world: World;
	rng: Rng;
	outbox: Outbox;
	/** Residents of no case: only their rows may be spoiled. */
	bystanders: ReadonlySet<Person>;
	/** The multiplier of the errors that are sown. */
	errors: number;
	/** Facts that a corrected file leaves out. */
	withdrawn?: ReadonlySet<object>;
	/** How many companies the first register had: those of later nights stand below them. */
	firstCompanies?: number;
	/** Ends the names of files that come after the first ones. */
	suffix?: string;
}

/** How the workspace declares what a department sent. */
export interface SourceNote {
	id: string;
	path: string;
	dataset: string;
	from: string;
	mode?: "replace" | "append" | "cumulative";
	cutOff?: string;
	encoding?: "gb18030";
	delimiter?: "\t";
	units?: Record<string, string>;
	/** What a load makes of it, where it does not just take it. */
	becomes?: "refused" | "missing" | "duplicate";
	/** One of its files is there twice. */
	twice?: boolean;
	/** A comment for the reader of bidui.yaml. */
	comment?: string;
}

/** The path of a file, with the suffix of a later delivery before its extension. */
export function named({ suffix }: Desk, path: string): string {
	return suffix === undefined ? path : path.replace(/(\.\w+)$/, `${suffix}$1`);
}

export type Department = (desk: Desk) => Promise<SourceNote[]>;
