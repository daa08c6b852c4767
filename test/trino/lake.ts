import { appendFileSync, cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Cluster } from "../../scripts/trino-local/cluster.ts";
import { root, temporaryFolder } from "../support/bidui.ts";

/** A copy of the sample county whose lake is a cluster. */
export function countyOnLake(
	cluster: Cluster,
	afterwards: (clean: () => void) => void,
	settings: string[] = [],
): string {
	const folder = join(temporaryFolder(afterwards), "县");
	cpSync(join(root, "datasets-sample"), folder, { recursive: true });
	for (const made of ["store", "leads", "out", "logs"])
		rmSync(join(folder, made), { recursive: true, force: true });
	appendFileSync(
		join(folder, "bidui.yaml"),
		[
			"",
			"lake:",
			`  url: ${cluster.url}`,
			"  user: bidui",
			"  catalog: lake",
			"  location: local:///bidui",
			`  folder: ${JSON.stringify(join(cluster.lake, "bidui"))}`,
			...settings,
			"",
		].join("\n"),
	);
	return folder;
}

/** The names of the schemas that runs made for themselves and did not drop. */
export const RUN_SCHEMAS =
	"SELECT schema_name FROM lake.information_schema.schemata WHERE starts_with(schema_name, 'bidui_run_')";
