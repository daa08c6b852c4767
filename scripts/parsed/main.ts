/**
 * Lays the values of the shipped YAML beside the program (dist/parsed.txt): a start reads them
 * instead of parsing half a megabyte. A text that was changed since is parsed, so nothing is stale.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadDatasets } from "../../src/datasets/index.ts";
import { ParsedTexts } from "../../src/documents/index.ts";
import { loadLists } from "../../src/lists/index.ts";
import { loadRules } from "../../src/rules/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rules = join(root, "rules");
const texts = new ParsedTexts();
const { lists } = loadLists([join(rules, "lists")], texts);
const { datasets } = loadDatasets([join(rules, "datasets")], lists, texts);
loadRules([rules], datasets, lists, texts);
writeFileSync(join(root, "dist", "parsed.txt"), texts.content());
