import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { learn } from "../scripts/link-bench/em.ts";
import { writeFebrlLike } from "../scripts/link-bench/febrl.ts";
import { scoreWithProduct } from "../scripts/link-bench/product.ts";
import {
	findCandidates,
	guessRoles,
	loadTable,
} from "../scripts/link-bench/table.ts";
import { temporaryFolder } from "./support/bidui.ts";

test("weights are learnt from a table of any names without labels, and the shipped scorer finds its duplicates by them", async () => {
	const folder = temporaryFolder();
	const file = join(folder, "people.csv");
	writeFebrlLike(file, 2000, 5);
	const db = await (await DuckDBInstance.create(":memory:")).connect();
	try {
		const ask = async <T>(sql: string) =>
			(await db.runAndReadAll(sql)).getRowObjects() as T[];
		const headings =
			"rec_id,given_name,surname,suburb,state,date_of_birth,truth".split(",");
		await loadTable(db, file, guessRoles(headings, "truth", {}));
		await findCandidates(db);
		const learnt = await learn(db);
		// What true pairs agree in, told by the column that the learning never reads: the name where the birthday
		// is the same, the birthday where the name is, for the generator spoils one thing rather than all.
		const [told] = await ask<{ exact: number; day: number }>(
			`SELECT (avg((a.name = b.name)::INTEGER) FILTER (a.birth = b.birth))::DOUBLE AS exact,
				(avg((a.birth = b.birth)::INTEGER) FILTER (a.name = b.name))::DOUBLE AS day FROM rec a JOIN rec b ON b.truth = a.truth AND b.n > a.n`,
		);
		const m = (feature: string, level: string) =>
			learnt.weights.find(
				(weight) => weight.feature === feature && weight.level === level,
			)?.m ?? 0;
		expect(Math.abs(m("name", "exact") - (told?.exact ?? 0))).toBeLessThan(
			0.05,
		);
		expect(Math.abs(m("birth", "day") - (told?.day ?? 0))).toBeLessThan(0.05);
		const { score } = await scoreWithProduct(db, learnt, folder);
		const [found] = await ask<{ said: number; right: number; true: number }>(
			`SELECT count(*)::INTEGER AS said, count(*) FILTER (a.truth = b.truth)::INTEGER AS right,
				(SELECT count(*)::INTEGER FROM rec a JOIN rec b ON b.truth = a.truth AND b.n <> a.n) AS true
			FROM read_parquet('${score}') JOIN rec a ON a.n = claim::BIGINT JOIN rec b ON b.n = kin_id::BIGINT
			WHERE power(2, bits) / (power(2, bits) + 1) >= 0.95`,
		);
		const { said = 0, right = 0, true: all = 0 } = found ?? {};
		expect(all).toBeGreaterThan(1500);
		expect(right / said).toBeGreaterThan(0.98);
		expect(right / all).toBeGreaterThan(0.9);
	} finally {
		db.closeSync();
	}
});
