import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { makePrivateDir, writeNew } from "../base/index.ts";
import { fail } from "../errors/index.ts";
import { makeSiteKey } from "../leads/index.ts";
import { workspaceTemplate } from "../workspace/index.ts";

/**
 * Makes a workspace: a commented bidui.yaml, its folders and the site's key.
 * Fails with workspace-exists when there is one already.
 * @returns the absolute path of the folder
 */
export function createWorkspace(folder: string): string {
	const root = resolve(folder);
	const config = join(root, "bidui.yaml");
	if (existsSync(config)) fail("workspace-exists", { file: config });
	for (const name of ["sources", "rules", "feedback"])
		mkdirSync(join(root, name), { recursive: true });
	for (const name of ["store", "leads", "private"])
		makePrivateDir(join(root, name));
	makeSiteKey(join(root, "private"));
	writeNew(config, workspaceTemplate);
	return root;
}
