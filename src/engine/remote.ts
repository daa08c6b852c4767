import type { TrinoSettings } from "./trino/settings.ts";
import type { Engine } from "./types.ts";

/** What an engine elsewhere needs to know of this run. */
export interface RemoteOptions {
	settings: TrinoSettings;
	catalog: string;
	/** Names the workspace among those of the cluster: lower-case letters and digits. */
	owner: string;
	/** Names the run among those of the workspace: lower-case letters and digits. */
	run: string;
	/** Dataset → full name of the table that holds it, every part quoted. */
	tables: ReadonlyMap<string, string>;
	/** How many models and rules run at a time. */
	places: number;
	/** The engine of this machine. */
	host: Engine;
}
