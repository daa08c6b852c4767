import type { Source, WorkspaceConfig } from "../../workspace/index.ts";

/** From where on a difference is worth a look. */
export type ChangeLimits = {
	[Name in keyof WorkspaceConfig["change_limits"]]-?: number;
};

const usual: ChangeLimits = {
	rows: 0.5,
	removed: 0.5,
	nulls: 0.2,
	distinct: 0.3,
	magnitude: 1,
};

/** The limits of a source: its own, then those of the workspace, then the usual ones. */
export function changeLimits(
	config: WorkspaceConfig,
	source: Source,
): ChangeLimits {
	const limits = { ...usual };
	for (const own of [config.change_limits, source.change_limits ?? {}])
		for (const name of Object.keys(usual) as (keyof ChangeLimits)[])
			limits[name] = own[name] ?? limits[name];
	return limits;
}
