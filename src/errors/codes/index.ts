import { changeCodes } from "./changes.ts";
import { commitCodes } from "./commits.ts";
import { correctionCodes } from "./corrections.ts";
import { datasetCodes } from "./datasets.ts";
import { documentCodes } from "./documents.ts";
import type { ErrorEntry } from "./entry.ts";
import { ingestCodes } from "./ingest.ts";
import { lakeCodes } from "./lake.ts";
import { leadCodes } from "./leads.ts";
import { linkCodes } from "./links.ts";
import { listCodes } from "./lists.ts";
import { reportCodes } from "./report.ts";
import { ruleCodes } from "./rules.ts";
import { runCodes } from "./run.ts";
import { sqlCodes } from "./sql.ts";
import { workspaceCodes } from "./workspace.ts";

/** Every error code of the product: stable names, one table per stage. */
export const errorCodes = {
	...changeCodes,
	...commitCodes,
	...correctionCodes,
	...datasetCodes,
	...documentCodes,
	...ingestCodes,
	...linkCodes,
	...lakeCodes,
	...listCodes,
	...reportCodes,
	...ruleCodes,
	...leadCodes,
	...runCodes,
	...sqlCodes,
	...workspaceCodes,
} satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCodes;
