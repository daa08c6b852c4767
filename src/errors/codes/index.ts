import { documentCodes } from "./documents.ts";
import type { ErrorEntry } from "./entry.ts";
import { workspaceCodes } from "./workspace.ts";

/** Every error code of the product: stable names, one table per stage. */
export const errorCodes = {
	...documentCodes,
	...workspaceCodes,
} satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCodes;
