export { addSource, type NewSource } from "./add-source.ts";
export { lockStore } from "./lock.ts";
export {
	type Source,
	WORKSPACE_CONTRACT,
	type WorkspaceConfig,
	workspaceSchema,
} from "./schema.ts";
export { type ParameterChanges, setParameters } from "./set-parameters.ts";
export { workspaceTemplate } from "./template.ts";
export {
	openWorkspace,
	preparePrivateFolders,
	type Workspace,
} from "./workspace.ts";
