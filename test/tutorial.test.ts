import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, root, temporaryFolder, writeFiles } from "./support/bidui.ts";

type Step =
	| { write: string; text: string }
	| { command: string[]; says: string | undefined; exit: number };

/** The steps of the page: blocks that name a file are written, commands are run. */
function steps(): Step[] {
	const page = readFileSync(join(root, "docs", "tutorial.md"), "utf8");
	return [...page.matchAll(/```(\w+) ?(\S*)\n([\s\S]*?)```/g)].flatMap(
		([, language, name = "", text = ""]): Step[] =>
			language === "sh"
				? text
						.trim()
						.split("\n")
						.map((line) => {
							const [words = "", says] = line.split(/\s+# → /);
							return {
								command: words.trim().split(/\s+/).slice(2),
								says: says?.replace(/ \(exit \d\)$/, ""),
								exit: Number(/\(exit (\d)\)$/.exec(line)?.[1] ?? 0),
							};
						})
				: [{ write: name, text }],
	);
}

test("every step of the tutorial does what the page says", () => {
	const folder = temporaryFolder();
	const found = steps();
	expect(found.length).toBeGreaterThan(12);
	for (const step of found) {
		if ("write" in step) {
			writeFiles(folder, { [step.write]: step.text });
			continue;
		}
		const ran = bidui(
			step.command.map((word) =>
				word === "round" ? join(folder, word) : word,
			),
		);
		const what = step.command.join(" ");
		expect(ran.code, `${what}\n${ran.out}${ran.err}`).toBe(step.exit);
		if (step.says !== undefined) expect(ran.out, what).toContain(step.says);
	}
}, 180_000);
