import { identifier, pathLiteral } from "../../engine/index.ts";
import { refuse, shortReason } from "../refusal.ts";
import {
	HEAD_RECORDS,
	type RawTable,
	type Reader,
	type ReadRequest,
} from "./types.ts";

async function* read(request: ReadRequest): AsyncGenerator<RawTable> {
	const { path, engine, at } = request;
	if (request.known(undefined)) return;
	const from = `read_parquet(${pathLiteral(path)})`;
	const unreadable = (error: unknown): never =>
		refuse("format-unsupported", at, {
			format: `读不出的 Parquet 文件（${shortReason(error)}）`,
			advice: "请提供方重新导出，或改用 CSV、xlsx。",
		});
	let keys: string[];
	let records: number;
	try {
		const columns = await engine.query(`DESCRIBE SELECT * FROM ${from}`);
		keys = columns.rows.map((row) => String(row.column_name));
		const counted = await engine.query(
			`SELECT num_rows AS n FROM parquet_file_metadata(${pathLiteral(path)})`,
		);
		records = Number(counted.rows[0]?.n);
	} catch (error) {
		return unreadable(error);
	}
	const cells = keys.map(
		(key, i) => `nullif(CAST(${identifier(key)} AS VARCHAR), '') AS c${i + 1}`,
	);
	const rows = `SELECT row_number() OVER () AS _row, CAST(NULL AS BIGINT) AS _line, CAST(NULL AS BIGINT) AS _fields, CAST(NULL AS VARCHAR) AS _rest, ${cells.join(", ")} FROM ${from}`;
	const head = await engine
		.query(`${rows} LIMIT ${HEAD_RECORDS}`)
		.catch(unreadable);
	yield {
		format: "parquet",
		head: head.rows.map((row) => ({
			row: Number(row._row),
			cells: keys.map((_, i) => String(row[`c${i + 1}`] ?? "")),
		})),
		keys,
		stage: async () => ({
			sql: rows,
			records,
			blankTail: 0,
			ragged: false,
			joint: "\t",
			unreadable,
		}),
	};
}

/** Parquet files of other programs; their footer says how many rows there must be. */
export const parquetReader: Reader = { format: "parquet", read };
