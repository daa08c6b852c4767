import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { bidui } from "../support/bidui.ts";
import { boatConfig, boatWorkspace } from "../support/boats.ts";

test("a request names the department, the columns that the rules of the round need, which are required, and the terms", async () => {
	const folder = boatWorkspace(
		{},
		boatConfig.replace(
			"dataset: fishing_boat}",
			"dataset: fishing_boat, from: 某县渔政站}",
		),
	);
	const ran = bidui([
		"request",
		"-w",
		folder,
		"--rules",
		"XBML-90",
		"--due",
		"2026-06-20",
	]);
	expect(ran.code, ran.err).toBe(0);
	const [path = "", datasets] = ran.out.trim().split("　");
	expect(path).toContain("数据调取清单_某县渔政站.xlsx");
	expect(datasets).toBe("1 类数据");
	const { sheets } = await readXlsx(readFileSync(path));
	const columns = (sheets[0]?.rows ?? [])
		.slice(3)
		.map((row) => row.slice(1, 3).map(String));
	// What the documented rule declares; the boat's number every file must have.
	expect(columns).toContainEqual(["船名号", "必需"]);
	expect(columns).toContainEqual(["船主证号", "必需"]);
	expect(columns).not.toContainEqual(["登记日期", "必需"]);
	expect(sheets[1]?.rows.flat()).toContain("2026-06-20");
	// The same again is the same folder, as it was.
	expect(
		bidui([
			"request",
			"-w",
			folder,
			"--rules",
			"XBML-90",
			"--due",
			"2026-06-20",
		]).out,
	).toBe(ran.out);
});
