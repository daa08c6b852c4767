import { benchRuleTools } from "./bench.ts";
import { rulesMarkdown } from "./print.ts";

const copies = Number(process.argv[2] ?? "100");
if (!Number.isInteger(copies) || copies < 1) {
	console.error("usage: tsx scripts/bench-rules/main.ts [100]");
	process.exit(2);
}
console.log(rulesMarkdown(await benchRuleTools(copies)));
