import { commitCodes } from "./commits.ts";
import { documentCodes } from "./documents.ts";
import type { ErrorEntry } from "./entry.ts";
import { listCodes } from "./lists.ts";
import { workspaceCodes } from "./workspace.ts";

/** Every error code of the product: stable names, one table per stage. */
export const errorCodes = {
	...commitCodes,
	...documentCodes,
	...listCodes,
	...workspaceCodes,
} satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCodes;
