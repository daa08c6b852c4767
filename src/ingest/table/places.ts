import type { Engine } from "../../engine/index.ts";
import { literal } from "../../engine/index.ts";
import type { List } from "../../lists/index.ts";
import { addressText, placePatterns } from "../normalise/address.ts";
import { Places } from "../places.ts";
import type { Mapped } from "./columns.ts";

const known = new WeakMap<ReadonlyMap<string, List>, Places>();

function placesOf(lists: ReadonlyMap<string, List>): Places {
	const places = known.get(lists) ?? new Places(lists);
	known.set(lists, places);
	return places;
}

/**
 * Looks up how the addresses of a column begin. A file names few counties, so each spelling is looked
 * up once; the rest of the column finds them in an enumeration, which is a look-up by hash and, unlike a
 * join, keeps the order of rows.
 * @param rows the relation of the data rows
 * @param plain the texts of the column need no folding
 * @returns SQL of the code that a beginning (SQL) stands for; undefined where no address names a region
 */
export async function placeLookup(
	engine: Engine,
	lists: ReadonlyMap<string, List>,
	{ position, index }: Mapped,
	rows: string,
	plain: boolean,
): Promise<((text: string) => string) | undefined> {
	const places = placesOf(lists);
	const text = addressText(`c${position}`, plain);
	const codes = new Map<string, string>();
	let open = `(SELECT ${text} AS t FROM ${rows} WHERE c${position} IS NOT NULL)`;
	for (const pattern of placePatterns) {
		const begin = `regexp_extract(t, '${pattern}', 1)`;
		const found = await engine.query(
			`SELECT DISTINCT ${begin} AS b FROM ${open}`,
		);
		const failed: string[] = [];
		for (const { b } of found.rows) {
			const begins = String(b ?? "");
			const code = begins === "" ? undefined : places.codeOf(begins);
			if (code === undefined) failed.push(begins);
			else codes.set(begins, code);
		}
		if (failed.length === 0) break;
		open = `(SELECT t FROM ${open} WHERE ${begin} IN (SELECT unnest(string_split(${literal(failed.join("|"))}, '|'))))`;
	}
	if (codes.size === 0) return undefined;
	const type = `place_${index}`;
	const pairs = [...codes].sort(([a], [b]) => (a < b ? -1 : 1));
	await engine.execute(`DROP TYPE IF EXISTS ${type}`);
	await engine.execute(
		`CREATE TEMP TYPE ${type} AS ENUM (${pairs.map(([begins]) => literal(begins)).join(", ")})`,
	);
	const list = `[${pairs.map(([, code]) => literal(code)).join(", ")}]`;
	return (begin) => `${list}[enum_code(try_cast(${begin} AS ${type})) + 1]`;
}
