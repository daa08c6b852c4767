import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeWorkspace, root } from "./bidui.ts";

/** The documented example of a contract page: what readers copy is what tests run. */
function example(page: string, contract: string): string {
	const text = readFileSync(join(root, "docs", "contracts", page), "utf8");
	const found = new RegExp(`\`\`\`\\w+ ${contract}\\n([\\s\\S]*?)\`\`\``).exec(
		text,
	);
	if (found?.[1] === undefined) throw new Error(`no example of ${contract}`);
	return found[1];
}

export const boatConfig = `contract: bidui/workspace@1
round: 试验
office: 试验办
as_of: "2026-06-30"
sources:
  - {id: boats, path: "*.csv", dataset: fishing_boat}
rules: {packs: [XBML], disable: [XBML-02, XBML-09]}
`;

/** Two boats, one of them scrapped and yet subsidised: one lead. */
export const boatCsv = `船名号,船主身份证号,船主姓名,登记日期,燃油补贴,状态
B1,380121197001010011,甲某,2020-01-02,900,报废
B2,380121197001010011,甲某,2020/1/2,900,正常
`;

/** The documented rule. */
export const boatRule = example("rule.md", "rule");

/** A workspace with the documented dataset and rule and one small file. */
export function boatWorkspace(
	files: Record<string, string | Uint8Array> = {},
	config = boatConfig,
	afterwards?: (clean: () => void) => void,
): string {
	return makeWorkspace(
		config,
		{
			"sources/渔船 名册.csv": boatCsv,
			"rules/datasets/fishing_boat.yaml": example("dataset.md", "dataset"),
			"rules/XBML/XBML-90.yaml": boatRule,
			...files,
		},
		afterwards,
	);
}
