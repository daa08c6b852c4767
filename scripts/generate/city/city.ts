import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { SourceNote } from "../exports/desk.ts";
import { Share, workbookPath } from "../files/share.ts";
import { onlySheet } from "../files/sheet-file.ts";
import type { Truth, TruthCase } from "../truth/truth.ts";
import { companies } from "./make/companies.ts";
import { households } from "./make/households.ts";
import { insurance } from "./make/insurance.ts";
import { names } from "./make/names.ts";
import { offices, unitMacros } from "./make/offices.ts";
import { type Known, people } from "./make/people.ts";
import { places } from "./make/places.ts";
import { property } from "./make/property.ts";
import { tenders } from "./make/tenders.ts";
import { welfare } from "./make/welfare.ts";
import { recode } from "./recode.ts";
import { cityTables, lineTables, nightTables } from "./send/index.ts";
import { writeSheet } from "./sheet.ts";
import { macros, planFor } from "./sql.ts";
import { cityBackground, cityUnusable } from "./truth/background.ts";

export interface CitySpec {
	seed: number;
	residents: number;
	/** Names and months of birth that are one person's of the county only. */
	known?: readonly Known[];
	/** The multiplier of the errors that are sown. */
	errors?: number;
	/** How many nights after the first delivery. */
	nights?: number;
	/** Leaves what an earlier call wrote of the same city, and writes only what is not there. */
	keep?: boolean;
	/** All in UTF-8. */
	plain?: boolean;
	/** So many of the files, 0 to 1, are workbooks; none without it. */
	xlsx?: number | undefined;
	say(text: string): void;
}

/** What was written of a dataset. */
export interface Written {
	dataset: string;
	rows: number;
	bytes: number;
}

export interface City {
	residents: number;
	written: Written[];
	/** What its rows make the rules say by accident. */
	background: TruthCase[];
	quarantined: Truth["quarantined"];
}

/** How the workspace declares the city's files. */
export const cityNotes: readonly SourceNote[] = cityTables.map(
	({ files: _, small: __, ...note }) => note,
);

/** Writes the rows of the city beyond the county below `sources/`, by DuckDB, table after table. */
export async function writeCity(
	sources: string,
	{
		seed,
		residents,
		known = [],
		errors = 0,
		nights = 0,
		keep = false,
		plain = false,
		xlsx = 0,
		say,
	}: CitySpec,
): Promise<City> {
	const spill = join(sources, ".spill");
	mkdirSync(spill, { recursive: true });
	const instance = await DuckDBInstance.create(":memory:", {
		threads: "2",
		memory_limit: "5GB",
		temp_directory: spill,
		// The order of rows is part of what makes the bytes the same.
		preserve_insertion_order: "true",
	});
	const db = await instance.connect();
	try {
		// In memory, so that nothing waits for the disk, and compressed, so that ten millions fit.
		await db.run("ATTACH ':memory:' AS city (COMPRESS)");
		await db.run("USE city");
		const plan = planFor(seed, residents);
		for (const [what, statements] of [
			[
				"地点、姓名",
				[
					...macros(seed, errors),
					...unitMacros(errors),
					...places(plan),
					...names(),
				],
			],
			["居民", people(plan, known)],
			["户籍", households()],
			["任职", offices()],
			["救助", welfare()],
			["财产", property()],
			["企业", companies(plan)],
			["招投标", tenders(plan)],
			["参保", insurance()],
			["导出次序", lineTables],
		] as const) {
			const from = performance.now();
			for (const sql of statements) await db.run(sql);
			say(`${what}: ${seconds(from)}`);
		}
		const written = new Map<string, Written>();
		const share = new Share(xlsx);
		const forms = new Map<string, string>();
		for (const { dataset, files, always } of [
			...cityTables,
			...nightTables(nights),
		]) {
			const from = performance.now();
			const sum = written.get(dataset) ?? { dataset, rows: 0, bytes: 0 };
			for (const { path, encoding, sql } of files) {
				const packed =
					xlsx > 0 && share.workbook(path, 1 + (await countOf(db, sql)));
				if (packed) forms.set(path, workbookPath(path));
				const to = join(sources, forms.get(path) ?? path);
				if (keep && !always && existsSync(to)) continue;
				mkdirSync(dirname(to), { recursive: true });
				if (packed) {
					const { rows, bytes } = await writeSheet(db, sql, to);
					sum.rows += rows;
					sum.bytes += bytes;
					continue;
				}
				const result = await db.run(
					`COPY (${sql}) TO '${to}' (FORMAT csv, HEADER true, DELIMITER ',')`,
				);
				sum.rows += result.rowsChanged;
				sum.bytes += recode(to, encoding === "gb18030" && !plain);
			}
			written.set(dataset, sum);
			if (sum.rows > 0) say(`${dataset}: ${sum.rows} rows, ${seconds(from)}`);
		}
		const from = performance.now();
		const sent = (file: string) => {
			const as = forms.get(file);
			return as === undefined ? { file } : { file: as, sheet: onlySheet };
		};
		const background = (await cityBackground(db, { errors, nights })).map(
			(one) => ({
				...one,
				rows: one.rows.map(({ file, row }) => ({ ...sent(file), row })),
			}),
		);
		const quarantined = (await cityUnusable(db, nights)).map(
			({ file, ...rest }) => ({ ...sent(file), ...rest }),
		);
		say(`accidents: ${background.length}, ${seconds(from)}`);
		return {
			residents: await countOf(db, "FROM person"),
			written: [...written.values()],
			background,
			quarantined,
		};
	} finally {
		db.closeSync();
		instance.closeSync();
		rmSync(spill, { recursive: true, force: true });
	}
}

async function countOf(db: DuckDBConnection, sql: string): Promise<number> {
	const reader = await db.runAndReadAll(`SELECT count(*) FROM (${sql})`);
	return Number(reader.getRows()[0]?.[0]);
}

function seconds(from: number): string {
	return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
