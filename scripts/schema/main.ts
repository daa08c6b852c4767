import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editorSchemas } from "./schemas.ts";

/** npm run schema: writes docs/schema, which editors read. */
const folder = join(import.meta.dirname, "..", "..", "docs", "schema");
mkdirSync(folder, { recursive: true });
for (const [name, text] of editorSchemas())
	writeFileSync(join(folder, name), text);
