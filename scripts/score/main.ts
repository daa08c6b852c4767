import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { print } from "./print.ts";
import { askProduct } from "./product.ts";
import { score } from "./score.ts";
import { readTruth } from "./truth.ts";

const { values, positionals } = parseArgs({
	options: { json: { type: "boolean", default: false } },
	allowPositionals: true,
});
const [dir] = positionals;
if (dir === undefined || positionals.length > 1) {
	console.error("usage: npm run score -- DIR [--json]");
	process.exit(2);
}
const workspace = resolve(dir);
const result = score(readTruth(workspace), await askProduct(workspace));
console.log(values.json ? JSON.stringify(result, null, "\t") : print(result));
process.exitCode = result.passed ? 0 : 1;
