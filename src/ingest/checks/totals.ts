import type { Engine } from "../../engine/index.ts";
import type { Part } from "../../store/index.ts";

type Total = Part["totals"][number];

/**
 * Compares the total rows of a file with the sums of what was loaded: a subtotal with the rows since
 * the last total row, any other with all rows before it.
 * @param totals a table `_row`, `class`, and v<n> for each column: what the total row states
 * @param part the finished part
 * @param columns the totalled columns, with their alias in `totals`
 */
export async function compareTotals(
	engine: Engine,
	totals: string,
	part: string,
	columns: readonly { name: string; alias: string }[],
): Promise<Total[]> {
	const found: Total[] = [];
	for (const { name, alias } of columns) {
		// A row counts for the next total row after it; a total above all rows is that of the table.
		const { rows } = await engine.query(
			`WITH segments AS (
				SELECT t._row AS _row, CAST(sum(p.${name}) AS DECIMAL(38,4)) AS s
				FROM (SELECT _row, ${name} FROM ${part}) AS p
				ASOF JOIN (SELECT _row FROM ${totals}) AS t ON p._row < t._row
				GROUP BY t._row
			), whole AS (
				SELECT CAST(sum(p.${name}) AS DECIMAL(38,4)) AS s, min(_row) AS first FROM ${part} AS p
			), lines AS (
				SELECT t._row AS _row, t.class AS class, t.${alias} AS stated,
					coalesce(s.s, 0) AS segment,
					CASE WHEN t._row < w.first THEN coalesce(w.s, 0)
						ELSE sum(coalesce(s.s, 0)) OVER (ORDER BY t._row) END AS running
				FROM ${totals} AS t LEFT JOIN segments AS s ON s._row = t._row CROSS JOIN whole AS w
			)
			SELECT _row, class, CAST(stated AS VARCHAR) AS stated,
				CAST(CAST(CASE WHEN class = 'subtotal' THEN segment ELSE running END AS DECIMAL(38,4)) AS VARCHAR) AS loaded,
				CAST(CASE WHEN class = 'subtotal' THEN segment ELSE running END AS DECIMAL(38,4)) = CAST(stated AS DECIMAL(38,4)) AS agrees
			FROM lines WHERE stated IS NOT NULL ORDER BY _row`,
		);
		for (const row of rows)
			found.push({
				row: Number(row._row),
				column: name,
				stated: trimmed(String(row.stated)),
				loaded: trimmed(String(row.loaded)),
				agrees: row.agrees === true,
			});
	}
	return found.sort((a, b) => a.row - b.row);
}

/** A decimal without the zeros that only fill up its scale, two digits kept. */
function trimmed(text: string): string {
	return text.replace(/(\.\d{2}\d*?)0+$/, "$1");
}
