import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, writeFiles } from "../support/bidui.ts";
import { boatWorkspace } from "../support/boats.ts";

/** Valid by GB 11643: the weighted sum with its check is 1 modulo 11. */
function holds(id: string): boolean {
	const sum = [...id].reduce(
		(total, letter, i) =>
			total + (2 ** (17 - i) % 11) * (letter === "X" ? 10 : Number(letter)),
		0,
	);
	return /^\d{17}[\dX]$/.test(id) && sum % 11 === 1;
}

const OWNERS = Array.from({ length: 30 }, (_, i) => `B${100 + i}`);

test("a pilot draws the same hits each time, with plain rows under private/; a lead becomes a test without anybody in it", async () => {
	const csv = [
		"船名号,船主身份证号,船主姓名,登记日期,燃油补贴,状态",
		...OWNERS.map(
			(boat) => `${boat},380121197001010011,欧阳真名,2020-01-02,900,报废`,
		),
		"",
	].join("\n");
	const folder = boatWorkspace({ "sources/渔船 名册.csv": csv });
	const pilot = () => bidui(["rules", "pilot", "XBML-90", "-w", folder]);
	const file = join(folder, "private/pilot/XBML-90_v1_2026-06-30.xlsx");
	expect(bidui(["run", "-w", folder]).code).toBe(0);
	const first = pilot();
	expect(first.out).toContain("共 30 条，抽了 20 条");
	const { readXlsx } = await import("hucre/xlsx");
	const drawn = async () => {
		const { sheets } = await readXlsx(readFileSync(file));
		return sheets[0]?.rows ?? [];
	};
	const rows = await drawn();
	expect(rows).toHaveLength(21);
	expect(String(rows[1]?.[3])).toContain("380121197001010011");
	expect(String(rows[1]?.[7])).toContain("船主姓名：欧阳真名");
	if (process.platform !== "win32")
		expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(first.out + first.err).not.toContain("380121197001010011");
	// It is not overwritten; the lot falls the same way again.
	writeFileSync(`${file}.kept`, readFileSync(file));
	expect(pilot().code).toBe(2);
	expect(await drawn()).toEqual(rows);

	const lead = String(rows[1]?.[1]);
	const made = bidui(["rules", "test", "--from", lead, "-w", folder]);
	expect(made.err).toBe("");
	for (const real of ["380121197001010011", "欧阳", "B1"])
		expect(made.out).not.toContain(real);
	const [id = ""] = /\d{17}[\dX]/.exec(made.out) ?? [];
	expect(holds(id)).toBe(true);
	expect(made.out).toContain('amount: "900.00"');
	// Pasted into the rule it passes, and fails when the rule no longer finds it.
	const rule = join(folder, "rules/XBML/XBML-90.yaml");
	const text = readFileSync(rule, "utf8");
	const pasted = text.replace(
		"tests:\n",
		`tests:\n${made.out.replace(/^#.*\n/, "")}`,
	);
	writeFiles(folder, { "rules/XBML/XBML-90.yaml": pasted });
	expect(bidui(["rules", "test", "XBML-90", "-w", folder]).out).toContain(
		"通过 3 个，未过 0 个",
	);
});
