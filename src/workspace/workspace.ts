import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { makePrivateDir } from "../base/index.ts";
import { loadYaml } from "../documents/index.ts";
import { fail, ProblemError } from "../errors/index.ts";
import { type WorkspaceConfig, workspaceSchema } from "./schema.ts";

/** The folder of the product itself: the one that holds package.json and rules/. */
function productRoot(): string {
	let dir = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(dir, "package.json"))) dir = dirname(dir);
	return dir;
}

/** A workspace folder with its configuration (design: words). All paths are absolute. */
export interface Workspace {
	root: string;
	config: WorkspaceConfig;
	configFile: string;
	/** The line of bidui.yaml on which a setting stands, for findings about it. */
	lineOf: (path: readonly PropertyKey[]) => number;
	sources: string;
	store: string;
	leads: string;
	private: string;
	out: string;
	logs: string;
	feedback: string;
	exemptions: string;
	/** Shipped rules first, then the workspace's own; later ones win by name. */
	rules: string[];
}

/**
 * Opens a workspace. Throws a ProblemError with every finding about bidui.yaml.
 * @param rulesDir takes the place of the shipped rules when given
 */
export function openWorkspace(folder: string, rulesDir?: string): Workspace {
	const root = resolve(folder);
	// DuckDB takes these for patterns in the paths of files.
	if (/[*?[\]{}]/.test(root)) fail("workspace-path", { file: root });
	const configFile = join(root, "bidui.yaml");
	if (!existsSync(configFile)) fail("workspace-missing", { file: configFile });
	const loaded = loadYaml(configFile, workspaceSchema);
	if (!loaded.ok) throw new ProblemError(loaded.problems);
	return {
		root,
		config: loaded.value,
		configFile,
		lineOf: loaded.lineOf,
		sources: join(root, "sources"),
		store: join(root, "store"),
		leads: join(root, "leads"),
		private: join(root, "private"),
		out: join(root, "out"),
		logs: join(root, "logs"),
		feedback: join(root, "feedback"),
		exemptions: join(root, "exemptions"),
		rules: [
			rulesDir === undefined ? join(productRoot(), "rules") : resolve(rulesDir),
			join(root, "rules"),
		],
	};
}

/** Makes the folders that hold personal data, closed to others (design decision 12). */
export function preparePrivateFolders(workspace: Workspace): void {
	for (const dir of [workspace.store, workspace.leads, workspace.private])
		makePrivateDir(dir);
}
