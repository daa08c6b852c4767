import { availableParallelism, totalmem } from "node:os";
import type { Engine } from "../../engine/index.ts";
import type { SourceOutcome } from "../../ingest/index.ts";
import type { RunResult } from "../../run/index.ts";
import type { Store } from "../../store/index.ts";
import type { Workspace } from "../../workspace/index.ts";
import { measureNodes, measureSources } from "./measure.ts";
import type { Recorder } from "./record.ts";
import { PROFILE_CONTRACT } from "./types.ts";
import { writeProfile } from "./write.ts";

export { Recorder } from "./record.ts";

/** Ends the record of a run and writes its profile. @returns absolute paths of the files */
export async function finishProfile(
	recorder: Recorder,
	folder: string,
	run: {
		workspace: Workspace;
		store: Store;
		engine: Engine;
		asOf: string;
		snapshot: number;
		outcomes: readonly SourceOutcome[];
		result: RunResult;
	},
): Promise<string[]> {
	const record = recorder.stop();
	measureSources(record.spans, run.outcomes, run.store);
	await measureNodes(record.spans, run.result, run.engine);
	const { limits } = run.workspace.config;
	return writeProfile(folder, {
		contract: PROFILE_CONTRACT,
		as_of: run.asOf,
		snapshot: run.snapshot,
		machine: {
			cores: availableParallelism(),
			memory: totalmem(),
			threads: limits.threads,
			memory_limit: limits.memory,
		},
		...record,
	});
}
