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
}

/** How the workspace declares what a department sent. */
export interface SourceNote {
	id: string;
	path: string;
	dataset: string;
	from: string;
	mode?: "replace" | "append";
	cutOff?: string;
	encoding?: "gb18030";
	delimiter?: "\t";
	units?: Record<string, string>;
	optional?: boolean;
	/** A comment for the reader of bidui.yaml. */
	comment?: string;
}

export type Department = (desk: Desk) => Promise<SourceNote[]>;
