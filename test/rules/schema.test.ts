import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { editorSchemas } from "../../scripts/schema/schemas.ts";
import { root } from "../support/bidui.ts";

test("the schemas for editors are those of the contracts (npm run schema)", () => {
	const folder = join(root, "docs", "schema");
	const made = editorSchemas();
	expect(readdirSync(folder).filter((name) => name.endsWith(".json"))).toEqual(
		[...made.keys()].sort(),
	);
	for (const [name, text] of made)
		expect(readFileSync(join(folder, name), "utf8"), name).toBe(text);
});
