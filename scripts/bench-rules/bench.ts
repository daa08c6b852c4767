import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measure } from "../bench/measure.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PACK = "COPY";

/** How long the tools of rule authors take on a workspace with many rules. */
export interface RulesBench {
	/** Copies beside the shipped rules. */
	copies: number;
	tools: { command: string; seconds: number; peakMb?: number }[];
}

function shippedRules(): string[] {
	const rules = join(root, "rules");
	return readdirSync(rules)
		.filter((name) => /^[A-Z]+$/.test(name))
		.sort()
		.flatMap((pack) =>
			readdirSync(join(rules, pack))
				.sort()
				.map((file) => readFileSync(join(rules, pack, file), "utf8")),
		);
}

/** A workspace without data whose own rules are copies of the shipped ones under other ids. */
function writeWorkspace(dir: string, copies: number): void {
	const pack = join(dir, "rules", PACK);
	mkdirSync(pack, { recursive: true });
	writeFileSync(
		join(dir, "bidui.yaml"),
		[
			"contract: bidui/workspace@1",
			"round: 规则工具计时",
			"office: 数据组",
			'as_of: "2026-06-30"',
			"sources: [{id: death, path: 死亡人员.csv, dataset: death, optional: true}]",
			"",
		].join("\n"),
	);
	writeFileSync(
		join(dir, "rules/packs.yaml"),
		`contract: bidui/packs@1\npacks:\n  ${PACK}: {name: 计时用副本, display_name: 计时用副本}\n`,
	);
	const shipped = shippedRules();
	for (let i = 0; i < copies; i++) {
		const id = `${PACK}-${String(i + 1).padStart(3, "0")}`;
		const text = shipped[i % shipped.length] ?? "";
		writeFileSync(
			join(pack, `${id}.yaml`),
			text
				.replace(/^id: .*$/m, `id: ${id}`)
				.replace(/^supersedes:.*\n(?: .*\n)*/m, ""),
		);
	}
}

/** Times the real binary: what an author waits for at every save, and the whole. */
export async function benchRuleTools(copies: number): Promise<RulesBench> {
	const dir = mkdtempSync(join(tmpdir(), "bidui-bench-rules-"));
	try {
		writeWorkspace(dir, copies);
		const one = `${PACK}-001`;
		const commands: string[][] = [
			["rules", "show", one],
			["rules", "show", one],
			["rules", "lint", one],
			["rules", "test", one],
			["rules", "list"],
			["rules", "lint"],
			["rules", "docs", "--out", join(dir, "docs")],
			["rules", "test"],
			["rules", "test"],
		];
		const tools: RulesBench["tools"] = [];
		for (const [i, words] of commands.entries()) {
			const again = commands[i - 1]?.join() === words.join();
			const ran = await measure([
				join(root, "bin/bidui.mjs"),
				...words,
				"-w",
				dir,
			]);
			if (ran.code !== 0)
				throw new Error(
					`bidui ${words.join(" ")}: ${`${ran.out}${ran.err}`.slice(-1000)}`,
				);
			tools.push({
				command: words
					.filter((word) => word !== "--out" && !existsSync(word))
					.concat(again ? ["(again)"] : [])
					.join(" "),
				seconds: ran.seconds,
				...(ran.peakMb === undefined ? {} : { peakMb: ran.peakMb }),
			});
		}
		return { copies, tools };
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}
