import type { Engine } from "../../engine/index.ts";
import type { StagedTable } from "../readers/types.ts";
import { isDiskFull } from "../refusal.ts";
import { copy } from "./job.ts";

/** The records of a table as they came. */
export interface RawPart {
	path: string;
	staged: StagedTable;
	/** Records of the file at `path`. */
	present: number;
}

/**
 * Writes the raw part. When the engine stumbles over the file, or reads another number of records
 * than the scanner counted, the reader's slower way is taken.
 * @returns the table that was read, and how many records the raw part has
 */
export async function storeRaw(
	engine: Engine,
	staged: StagedTable,
	path: string,
): Promise<RawPart> {
	try {
		const present = await copy(engine, staged.sql, path);
		if (
			staged.fallback === undefined ||
			present + staged.blankTail === staged.records
		)
			return { path, staged, present };
	} catch (error) {
		if (isDiskFull(error)) throw error;
		if (staged.fallback === undefined) {
			staged.unreadable?.(error);
			throw error;
		}
	}
	return storeRaw(engine, await staged.fallback(), path);
}
