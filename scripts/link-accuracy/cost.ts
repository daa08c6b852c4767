import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { measure } from "../bench/measure.ts";

const step = fileURLToPath(new URL("cost-run.ts", import.meta.url));

/** What the walk over one city costs. */
export interface Cost {
	residents: number;
	edges: number;
	asked: number;
	seconds: number;
	cpu: number;
	peakMb: number | undefined;
	/** Rows of kin_walk by round, and of kin_path. */
	rounds: number[];
	relatives: number;
	/** How the engine joins in a round, and how often: a join that is no equi-join has another name. */
	joins: Record<string, number>;
}

/**
 * One-step kinship of a city, written as the model kin_link would be: houses of five (a couple, two
 * children, an old parent), each couple's parents in two other houses, about four and a half edges a
 * resident; and one resident in a hundred who is asked about.
 */
async function makeCity(
	residents: number,
	folder: string,
): Promise<{ edges: number; asked: number }> {
	const houses = Math.floor(residents / 5);
	const db = await (await DuckDBInstance.create(":memory:")).connect();
	try {
		// Members: 0 husband, 1 wife, 2 and 3 their children, 4 an old parent of the husband.
		const member = (house: string, n: number | string) =>
			`(${house} * 5 + ${n})`;
		const number = (p: string) =>
			`'380121' || (1930 + ${p} % 80)::VARCHAR || lpad((1 + ${p} % 12)::VARCHAR, 2, '0') || '15' || lpad((${p} % 9000)::VARCHAR, 4, '0') || ${p}::VARCHAR`;
		// The elder child of one house is the husband of another, the younger one the wife of a third.
		const [groom, bride] = [
			`(h * 7919 + 17) % ${houses}`,
			`(h * 104729 + 41) % ${houses}`,
		];
		const family: [a: string, b: string, there: string, back: string][] = [
			[member("h", 0), member("h", 1), "S", "S"],
			[member("h", 2), member("h", 3), "B", "B"],
			[member("h", 0), member("h", 4), "P", "C"],
			...[0, 1].flatMap((parent) =>
				[2, 3].map((child): [string, string, string, string] => [
					member("h", child),
					member("h", parent),
					"P",
					"C",
				]),
			),
			...[0, 1].flatMap((parent): [string, string, string, string][] => [
				[member(groom, 0), member("h", parent), "P", "C"],
				[member(bride, 1), member("h", parent), "P", "C"],
			]),
		];
		const rows = family.flatMap(([a, b, there, back]) => [
			`SELECT ${a} AS a, ${b} AS b, '${there}' AS path FROM house`,
			`SELECT ${b} AS a, ${a} AS b, '${back}' AS path FROM house`,
		]);
		await db.run(
			`CREATE TABLE house AS SELECT unnest(range(0, ${houses})) AS h`,
		);
		await db.run(`COPY (SELECT ${number("a")} AS person_id, '甲' || (a % 5000)::VARCHAR AS person_name, ${number("b")} AS kin_id, '乙' || (b % 5000)::VARCHAR AS kin_name,
			path, DATE '1900-01-01' AS valid_from, DATE '2026-07-01' AS valid_to, false AS dated, '户籍' AS source, 'M1' AS tier,
			'0a1b2c3d4e5f#' || (a % 1000000)::VARCHAR || ' 0a1b2c3d4e5f#' || (b % 1000000)::VARCHAR AS evidence
			FROM (${rows.join(" UNION ALL ")}) WHERE a <> b) TO '${join(folder, "kin_link.parquet")}' (FORMAT parquet, COMPRESSION zstd)`);
		await db.run(
			`COPY (SELECT ${number("p")} AS person_id, '甲' AS person_name FROM (SELECT h * 5 AS p FROM house WHERE h % 20 = 0)) TO '${join(folder, "kin_focus.parquet")}' (FORMAT parquet)`,
		);
		const counted = await db.runAndReadAll(
			`SELECT (SELECT count(*)::INTEGER FROM '${join(folder, "kin_link.parquet")}') AS edges, (SELECT count(*)::INTEGER FROM '${join(folder, "kin_focus.parquet")}') AS asked`,
		);
		return counted.getRowObjects()[0] as { edges: number; asked: number };
	} finally {
		db.closeSync();
	}
}

/** Makes a city and walks from those who are asked about, in a process of its own that is watched. */
export async function cost(residents: number): Promise<Cost> {
	const folder = mkdtempSync(join(tmpdir(), "bidui-cost-"));
	try {
		const city = await makeCity(residents, folder);
		const ran = await measure(["--import", "tsx", step, folder]);
		if (ran.code !== 0) throw new Error(ran.err);
		const told = JSON.parse(ran.out) as Pick<
			Cost,
			"rounds" | "relatives" | "joins" | "seconds" | "cpu"
		>;
		return {
			residents,
			...city,
			peakMb: ran.peakMb,
			...told,
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

export function costText(of: Cost): string {
	const whole = (n: number) => n.toLocaleString("en");
	return [
		`${whole(of.residents)} residents, ${whole(of.edges)} edges of kinship, ${whole(of.asked)} persons asked about`,
		"",
		"| kin_walk, rows by round | kin_path, rows | seconds | processor seconds | peak MB | joins of a round |",
		"|---|---|---|---|---|---|",
		`| ${of.rounds.map(whole).join(", ")} | ${whole(of.relatives)} | ${of.seconds.toFixed(1)} | ${of.cpu.toFixed(1)} | ${of.peakMb ?? "?"} | ${Object.entries(
			of.joins,
		)
			.map(([kind, n]) => `${kind} × ${n}`)
			.join(", ")} |`,
	].join("\n");
}
