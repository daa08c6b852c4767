import { Rng } from "../base/rng.ts";
import { type ErrorKind, rate } from "../errors/rates.ts";
import { lookAlikes } from "../errors/typo.ts";

/** What the statements that make a city depend on. */
export interface Plan {
	seed: number;
	residents: number;
	/** Founding couples, from whom everybody descends. */
	founders: number;
	villages: number;
}

/** Residents per founding couple, measured; the generator prints how many it made. */
const descendants = 5.167;

export function planFor(seed: number, residents: number): Plan {
	return {
		seed,
		residents,
		founders: Math.max(200, Math.round(residents / descendants)),
		villages: Math.max(40, Math.round(residents / 3300)),
	};
}

/**
 * `u(x, salt, n)` draws a whole number below n for x; each salt is a stream of its own. Only whole
 * numbers are drawn and computed with, so that every machine makes the same; `hash` is DuckDB's, whose
 * version is pinned.
 */
export function macros(seed: number, errors = 0): string[] {
	// Spread, so that two seeds have no stream in common.
	const shift = new Rng(`bidui/${seed}/city`).int(0, 2 ** 30) * 4096;
	return [
		`CREATE MACRO u(x, salt, n) AS (hash(x::BIGINT, (salt + ${shift})::BIGINT) % n)::INTEGER`,
		// A number is kept as its 17 digits and the place of its check character, in one whole number.
		"CREATE MACRO id_text(n) AS (n // 16)::VARCHAR || substr('10X98765432', 1 + (n % 16)::INTEGER, 1)",
		...(errors === 0 ? exact : spoiled(errors)),
		"CREATE MACRO yuan(fen) AS (fen // 100)::VARCHAR || '.' || lpad((fen % 100)::VARCHAR, 2, '0')",
		"CREATE MACRO hundredths(n) AS (n // 100)::VARCHAR || '.' || lpad((n % 100)::VARCHAR, 2, '0')",
	];
}

/**
 * `said(id, x, salt)` is a number as the clerk of a table (its salt) wrote it for x, `called` a name and
 * `coded` a credit code; `lost(x, salt, what)` lists what took a proof away.
 */
const exact = [
	"CREATE MACRO said(id, x, salt) AS id_text(id)",
	"CREATE MACRO said_text(text, x, salt) AS text",
	"CREATE MACRO called(name, x, salt) AS name",
	"CREATE MACRO coded(code, x, salt) AS code",
	"CREATE MACRO lost(x, salt, what) AS []::VARCHAR[]",
	"CREATE MACRO missing(x, salt) AS false",
];

function spoiled(errors: number): string[] {
	// Of a hundred thousand, as in the county.
	const each = (kind: ErrorKind) => rate(kind, errors) * 100;
	const wrong = each("wrongCheck");
	const missing = wrong + each("missing");
	const old = missing + each("oldNumber");
	return [
		"CREATE MACRO draw(x, salt) AS u(x, salt, 100000)",
		`CREATE MACRO said_text(text, x, salt) AS CASE
			WHEN draw(x, salt) >= ${old} THEN text
			WHEN draw(x, salt) < ${wrong} THEN left(text, 17) || substr('10X98765432', 1 + (strpos('10X98765432', text[18]) + 2) % 11, 1)
			WHEN draw(x, salt) < ${missing} THEN NULL
			WHEN text[7:8] = '19' THEN text[1:6] || text[9:17] ELSE text END`,
		"CREATE MACRO said(id, x, salt) AS said_text(id_text(id), x, salt)",
		// A similar character for the last of the name, where one is known.
		`CREATE MACRO called(name, x, salt) AS CASE WHEN u(x, salt + 7000, 100000) < ${each("typo")}
			THEN left(name, length(name) - 1) || translate(right(name, 1), '${lookAlikes.map(([one]) => one).join("")}', '${lookAlikes.map(([, other]) => other).join("")}') ELSE name END`,
		`CREATE MACRO coded(code, x, salt) AS CASE WHEN draw(x, salt) < ${wrong} THEN left(code, 17) || CASE code[18] WHEN '0' THEN '1' ELSE '0' END ELSE code END`,
		`CREATE MACRO missing(x, salt) AS draw(x, salt) >= ${wrong} AND draw(x, salt) < ${missing}`,
		`CREATE MACRO lost(x, salt, what) AS CASE WHEN draw(x, salt) < ${wrong} THEN [what || '录错']
			WHEN draw(x, salt) < ${missing} AND what = '证号' THEN ['证号空缺'] ELSE []::VARCHAR[] END`,
	];
}

/** Which clerk wrote it: the salts of the draws of errors. */
export const clerk = {
	register: 900,
	death: 901,
	vehicle: 902,
	marriage: 903,
	member: 904,
	company: 905,
	stake: 906,
	officer: 907,
	upload: 908,
	pension: 909,
	career: 910,
	village: 911,
	subsidy: 912,
	buyer: 913,
	payer: 914,
	duty: 915,
	staff: 916,
	insurance: 917,
	careerUnit: 918,
} as const;

/** A list of texts, as SQL. */
export function list(values: readonly string[]): string {
	return `[${values.map((value) => `'${value}'`).join(", ")}]`;
}

/** One of the values, by a whole number. */
export function oneOf(values: readonly string[], index: string): string {
	return `${list(values)}[1 + (${index}) % ${values.length}]`;
}

/** A value by weight: `draw` is below the sum of the weights. */
export function byWeight(
	table: readonly (readonly [value: string | number, weight: number])[],
	draw: string,
): string {
	let sum = 0;
	const quote = (value: string | number) =>
		typeof value === "number" ? String(value) : `'${value}'`;
	const arms = table.slice(0, -1).map(([value, weight]) => {
		sum += weight;
		return `WHEN ${draw} < ${sum} THEN ${quote(value)}`;
	});
	const last = table[table.length - 1]?.[0] ?? 0;
	return `CASE ${arms.join(" ")} ELSE ${quote(last)} END`;
}
