import type { Limits } from "../engine/index.ts";
import type { Workspace } from "../workspace/index.ts";

/** The limits of bidui.yaml as an engine takes them. */
export function limitsOf(workspace: Workspace, spillDir?: string): Limits {
	const { limits } = workspace.config;
	return {
		memory: limits.memory,
		threads: limits.threads,
		spillDir,
		spillMegabytes: limits.spill_mb,
	};
}
