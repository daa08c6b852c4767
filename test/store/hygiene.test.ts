import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, biduiJson, tree, writeFiles } from "../support/bidui.ts";
import { boatConfig, boatCsv, boatWorkspace } from "../support/boats.ts";

interface Leads {
	leads: { id: string; status: string }[];
}

/** The files of the store that hold data or results, without those of commits. */
function held(folder: string): string[] {
	return Object.keys(tree(join(folder, "store"))).filter(
		(name) => !/(^|[\\/])(snapshots|runs)[\\/]/.test(name),
	);
}

test("night after night the store holds what the kept snapshots and runs name, and no more", () => {
	const folder = boatWorkspace();
	const config = `${boatConfig}\nretention: {snapshots: 2, logs: 3}\n`;
	writeFiles(folder, { "bidui.yaml": config });
	const night = (n: number) => {
		writeFiles(folder, {
			"sources/渔船 名册.csv": `${boatCsv.trimEnd()}\n`.replaceAll(
				"\n",
				`\n${"".padEnd(n, " ")}`,
			),
		});
		expect(bidui(["run", "-w", folder]).code).toBe(0);
		return held(folder).length;
	};
	night(1);
	const two = night(2);
	for (let n = 3; n <= 4; n++) expect(night(n)).toBe(two);
	expect(
		readdirSync(join(folder, "logs")).filter((name) => name.endsWith("ndjson")),
	).toHaveLength(3);
	const leads = biduiJson<Leads>(["leads", "list", "-w", folder]).leads;
	expect(leads).toMatchObject([{ status: "continuing" }]);
	expect(bidui(["report", "-w", folder]).code).toBe(0);
	expect(bidui(["explain", leads[0]?.id ?? "", "-w", folder]).code).toBe(0);
	expect(bidui(["doctor", "-w", folder]).out).toContain("store 的构成");
});

test("a dataset of very many files is read in bundles: the same rows, the same leads", () => {
	const [heading = "", scrapped = ""] = boatCsv.split("\n");
	const files = Object.fromEntries(
		Array.from({ length: 203 }, (_, i) => [
			`sources/增补/${String(i).padStart(3, "0")}.csv`,
			`${heading}\n${scrapped.replace("B1", `C${i}`)}\n`,
		]),
	);
	const folder = boatWorkspace(
		files,
		boatConfig.replace('path: "*.csv"', 'path: "增补/*.csv", mode: append'),
	);
	const ran = biduiJson<{ leads: { new: number } }>(["run", "-w", folder]);
	expect(ran.code).toBe(0);
	expect(
		held(folder).filter((name) => name.startsWith("compact")),
	).toHaveLength(2);
	expect(ran.leads.new).toBe(203);
	const rule = bidui(["rules", "run", "XBML-90", "-w", folder, "--json"]);
	expect(JSON.parse(rule.out)).toMatchObject({
		rule: { hits: 203 },
		inputs: [{ name: "fishing_boat", rows: 203 }],
	});
});
