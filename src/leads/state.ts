import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
	canonicalJson,
	makePrivateDir,
	publishImmutable,
	writeNew,
} from "../base/index.ts";
import { type Engine, pathLiteral } from "../engine/index.ts";
import { type LeadLog, stateDigest } from "./log.ts";
import type { Lead } from "./schema.ts";

/** The columns of the state table and what each holds of a lead. */
const columns: [
	name: string,
	type: string,
	value: (lead: Lead) => string | number | null,
][] = [
	["id", "VARCHAR", (lead) => lead.id],
	["rule", "VARCHAR", (lead) => lead.facts.rule],
	["version", "BIGINT", (lead) => lead.facts.version],
	["standing", "VARCHAR", (lead) => lead.standing],
	["reason", "VARCHAR", (lead) => lead.reason ?? null],
	["severity", "VARCHAR", (lead) => lead.facts.severity],
	["tier", "VARCHAR", (lead) => lead.facts.tier],
	["unit", "VARCHAR", (lead) => lead.facts.unit],
	["region", "VARCHAR", (lead) => lead.facts.region],
	["amount", "DECIMAL(18,2)", (lead) => lead.facts.amount],
	["event_from", "DATE", (lead) => lead.facts.from],
	["event_to", "DATE", (lead) => lead.facts.to],
	["since", "DATE", (lead) => lead.since],
	["raised", "BIGINT", (lead) => lead.raised],
	["touched", "BIGINT", (lead) => lead.touched],
	["facts", "VARCHAR", (lead) => canonicalJson(lead.facts)],
	["evidence", "VARCHAR", (lead) => canonicalJson(lead.evidence)],
];

/**
 * Writes the folded leads as leads/state/<digest>.parquet, for queries and later stages.
 * The log alone counts: the table can be deleted at any time and is written again, equal.
 * @returns the path of the table
 */
export async function publishState(
	log: Pick<LeadLog, "leads" | "verdicts">,
	leadsDir: string,
	engine: Engine,
): Promise<string> {
	const folder = join(leadsDir, "state");
	const name = `${stateDigest(log).slice(0, 16)}.parquet`;
	const file = join(folder, name);
	if (existsSync(file)) return file;
	rmSync(folder, { recursive: true, force: true });
	makePrivateDir(folder);
	const rows = join(folder, "rows.ndjson");
	const temporary = join(folder, "rows.parquet");
	writeNew(
		rows,
		[...log.leads.values()]
			.map((lead) =>
				JSON.stringify(
					Object.fromEntries(
						columns.map(([column, , value]) => [column, value(lead)]),
					),
				),
			)
			.join("\n"),
	);
	const types = columns
		.map(([column, type]) => `${column}: '${type}'`)
		.join(", ");
	await engine.execute(
		`COPY (SELECT * FROM read_json(${pathLiteral(rows)}, format = 'newline_delimited', columns = {${types}}) ORDER BY id) TO ${pathLiteral(temporary)} (FORMAT parquet, COMPRESSION zstd)`,
	);
	rmSync(rows);
	publishImmutable(temporary, file);
	return file;
}
