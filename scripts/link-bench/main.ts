import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { learn } from "./em.ts";
import { writeFebrlLike } from "./febrl.ts";
import { scoreWithProduct } from "./product.ts";
import { splink } from "./splink.ts";
import { findCandidates, guessRoles, loadTable } from "./table.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		/** The column that says who a record is: read for counting alone. */
		truth: { type: "string" },
		/** Columns of each role, with commas; guessed by their headings where left out, "-" for none. */
		name: { type: "string" },
		birth: { type: "string" },
		sex: { type: "string" },
		place: { type: "string" },
		area: { type: "string" },
		other: { type: "string" },
		/** Splink beside it, in a Python environment in this folder. */
		splink: { type: "string" },
		/** Writes a table of made-up English names instead, with so many people. */
		make: { type: "string" },
		seed: { type: "string", default: "1" },
	},
});
const say = (text: string) => console.error(text);
const [file] = positionals;
if (file === undefined)
	throw new Error(
		"npm run link-bench -- FILE.csv --truth COLUMN [--name A,B] [--splink FOLDER], or FILE.csv --make 5000",
	);

const columnsOf = (text: string | undefined) =>
	text === undefined
		? undefined
		: text.split(",").filter((name) => name !== "" && name !== "-");

interface Line {
	method: string;
	said: number;
	right: number;
	true: number;
	seconds: number;
}

async function one<T>(db: DuckDBConnection, sql: string): Promise<T> {
	return (await db.runAndReadAll(sql)).getRowObjects()[0] as T;
}

/** Pairs that a method says are one person, beside those that are. */
async function counted(
	db: DuckDBConnection,
	pairs: string,
): Promise<Pick<Line, "said" | "right" | "true">> {
	return one(
		db,
		`SELECT (SELECT count(*) FROM (${pairs}))::INTEGER AS said,
			(SELECT count(*) FROM (${pairs}) p JOIN rec a ON a.n = p.a JOIN rec b ON b.n = p.b WHERE a.truth = b.truth)::INTEGER AS right,
			(SELECT count(*) FROM rec a JOIN rec b ON b.truth = a.truth AND b.n > a.n)::INTEGER AS true`,
	);
}

async function compare(path: string, truth: string): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "bidui-bench-"));
	const db = await (await DuckDBInstance.create(":memory:")).connect();
	try {
		const headings = (
			await db.runAndReadAll(
				`SELECT * FROM read_csv('${path.replaceAll("'", "''")}', all_varchar = true, header = true) LIMIT 0`,
			)
		).columnNames();
		if (!headings.includes(truth))
			throw new Error(`${path} has no column ${truth}: ${headings.join(", ")}`);
		const single = (text: string | undefined) => {
			const named = columnsOf(text);
			return named === undefined ? {} : { value: named[0] };
		};
		const said: Record<string, unknown> = {};
		for (const role of ["name", "place"] as const) {
			const named = columnsOf(values[role]);
			if (named !== undefined) said[role] = named;
		}
		const roles = guessRoles(headings, truth, said);
		for (const role of ["birth", "sex", "area", "other"] as const) {
			const named = single(values[role]);
			if ("value" in named) roles[role] = named.value;
		}
		say(`roles: ${JSON.stringify(roles)}`);
		const from = performance.now();
		await loadTable(db, path, roles);
		const pairs = await findCandidates(db);
		const learnt = await learn(db);
		const { score } = await scoreWithProduct(db, learnt, folder);
		// The bits weigh a pair against as many others as are to be expected that look like it. A table may have a
		// person more than twice, so pairs are judged one by one and not against each other; either way round will do.
		const own = (least: number) =>
			`SELECT DISTINCT least(claim::BIGINT, kin_id::BIGINT) AS a, greatest(claim::BIGINT, kin_id::BIGINT) AS b FROM read_parquet('${score}')
			WHERE power(2, bits) / (power(2, bits) + 1) >= ${least}`;
		const seconds = (performance.now() - from) / 1000;
		const lines: Line[] = [];
		for (const least of [0.5, 0.95])
			lines.push({
				method: `bidui, probability ≥ ${least}`,
				...(await counted(db, own(least))),
				seconds,
			});
		lines.push({
			method: "same name and day of birth",
			...(await counted(
				db,
				"SELECT a.n AS a, b.n AS b FROM rec a JOIN rec b ON b.name = a.name AND b.birth = a.birth AND b.n > a.n",
			)),
			seconds: 0,
		});
		if (values.splink !== undefined) {
			const left = join(folder, "rec.csv");
			const out = join(folder, "pairs.csv");
			const columns = ["sex", "place", "area", "other"].filter((column) => {
				const role = roles[column as "sex"];
				return role !== undefined && role.length > 0;
			});
			await db.run(`COPY (SELECT n AS id, name, CASE birth_level WHEN 'day' THEN strftime(birth, '%Y%m%d') WHEN 'month' THEN strftime(birth, '%Y%m') END AS birth${columns.map((column) => `, ${column}`).join("")}
				FROM rec) TO '${left}' (HEADER)`);
			const ran = splink({ left, out, columns }, values.splink, say);
			if (ran !== undefined)
				for (const least of [0.5, 0.95])
					lines.push({
						method: `Splink ${ran.version}, probability ≥ ${least}`,
						...(await counted(
							db,
							`SELECT least(a::BIGINT, b::BIGINT) AS a, greatest(a::BIGINT, b::BIGINT) AS b FROM read_csv('${out}', header = true) WHERE p >= ${least}`,
						)),
						seconds: ran.seconds,
					});
		}
		const { records } = await one<{ records: number }>(
			db,
			"SELECT count(*)::INTEGER AS records FROM rec",
		);
		console.log(
			`${records} records, ${pairs / 2} pairs compared; weights from expectation maximisation without labels, share of records with another ${learnt.share.toFixed(2)}\n`,
		);
		console.log("| feature | level | m | u |\n|---|---|---|---|");
		for (const { feature, level, m, u } of learnt.weights)
			console.log(
				`| ${feature} | ${level} | ${m.toFixed(4)} | ${u.toPrecision(3)} |`,
			);
		console.log(
			"\n| method | pairs said | right | true pairs | precision | recall | F1 | seconds |\n|---|---|---|---|---|---|---|---|",
		);
		for (const line of lines) {
			const precision = line.said === 0 ? 1 : line.right / line.said;
			const recall = line.true === 0 ? 1 : line.right / line.true;
			const f1 =
				precision + recall === 0
					? 0
					: (2 * precision * recall) / (precision + recall);
			const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
			console.log(
				`| ${line.method} | ${line.said} | ${line.right} | ${line.true} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} | ${line.seconds.toFixed(1)} |`,
			);
		}
	} finally {
		db.closeSync();
		rmSync(folder, { recursive: true, force: true });
	}
}

if (values.make !== undefined) {
	writeFebrlLike(file, Number(values.make), Number(values.seed));
	say(`wrote ${file}`);
} else {
	if (values.truth === undefined)
		throw new Error("--truth COLUMN says which column tells who a record is");
	await compare(file, values.truth);
}
