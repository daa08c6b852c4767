import { rmSync } from "node:fs";
import { join } from "node:path";
import { makePrivateDir } from "../base/index.ts";
import type { Store } from "../store/index.ts";

/**
 * A folder of this process alone, for work beside a batch: a run that starts meanwhile clears staging.
 * It is gone when the work is done.
 */
export async function withScratch<Result>(
	store: Store,
	work: (folder: string) => Promise<Result>,
): Promise<Result> {
	const folder = join(store.root, "queries", String(process.pid));
	makePrivateDir(folder);
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
