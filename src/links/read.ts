import { existsSync } from "node:fs";
import {
	type Engine,
	literal,
	pathLiteral,
	type Row,
} from "../engine/index.ts";
import type { RelativePair } from "../leads/index.ts";
import type { Store } from "../store/index.ts";

/** Somebody in the registers who may be the one who was stated. */
export interface Candidate {
	id: string;
	name: string;
	/** Level of each feature, as in the list relative_weight. */
	levels: Record<Feature, string>;
	bond: string;
	probability: number;
	verdict: string | null;
	/** Companies in which he has a role; undefined when nobody looked. */
	companies: number | undefined;
}

export const features = [
	"name",
	"birth",
	"tie",
	"fellow",
	"place",
	"employer",
] as const;
export type Feature = (typeof features)[number];

/** A relative whom a family table gives without a number, and what was made of him. */
export interface Relative {
	/** Address of the row, `_src#_row`. */
	claim: string;
	personId: string;
	personName: string | null;
	path: string;
	name: string;
	/** 1 a man, 0 a woman, null unknown. */
	sex: number | null;
	/** Stated day of birth, and to which part of it it is known: day, month, year, none. */
	birth: string | null;
	birthLevel: string;
	decision: "resolved" | "ambiguous" | "none";
	tier: string;
	/** Residents of that name and sex, born within five years. */
	namesakes: number;
	/** Candidates that are possible at all. */
	possible: number;
	/** The most likely first; those found to be somebody else last. */
	candidates: Candidate[];
}

/** Models of a run by name, as its manifest has them. */
export interface MadeModels {
	store: Store;
	models: Readonly<Record<string, string>>;
}

function fileOf({ store, models }: MadeModels, name: string) {
	const key = models[name];
	if (key === undefined) return undefined;
	const file = store.resultPath("models", name, key);
	return existsSync(file) ? pathLiteral(file) : undefined;
}

/** The models that explanations of relatives are read from. */
export const relativeModels = [
	"relative_claim",
	"relative_score",
	"relative_resolved",
	"company_role",
] as const;

/** Whether the run resolved relatives at all: some rule that it ran stands on them. */
export function hasRelatives(made: MadeModels): boolean {
	return ["relative_claim", "relative_score", "relative_resolved"].every(
		(name) => fileOf(made, name) !== undefined,
	);
}

function candidateOf(row: Row): Candidate {
	return {
		id: String(row.kin_id),
		name: String(row.kin_name),
		levels: Object.fromEntries(
			features.map((feature) => [feature, String(row[`${feature}_level`])]),
		) as Candidate["levels"],
		bond: String(row.bond),
		probability: Number(row.probability),
		verdict: row.verdict === null ? null : String(row.verdict),
		companies: row.companies === null ? undefined : Number(row.companies),
	};
}

function relativeOf(row: Row): Relative {
	return {
		claim: String(row.claim),
		personId: String(row.person_id),
		personName: row.person_name === null ? null : String(row.person_name),
		path: String(row.path),
		name: String(row.member_name),
		sex: row.sex === null ? null : Number(row.sex),
		birth: row.birth === null ? null : String(row.birth).slice(0, 10),
		birthLevel: String(row.birth_level),
		decision: row.decision as Relative["decision"],
		tier: String(row.tier),
		namesakes: Number(row.namesakes ?? 0),
		possible: Number(row.candidates),
		candidates: [],
	};
}

/**
 * What a run made of relatives without a number, with their candidates, in order of their rows.
 * @param which SQL over relative_resolved that chooses some of them; all without it
 */
export async function readRelatives(
	made: MadeModels,
	engine: Engine,
	which = "true",
): Promise<Relative[]> {
	if (!hasRelatives(made)) return [];
	const [claims, scores, resolved, roles] = relativeModels.map((name) =>
		fileOf(made, name),
	);
	const chosen = `SELECT * FROM read_parquet(${resolved}) WHERE ${which}`;
	const relatives = new Map<string, Relative>();
	const { rows } = await engine.query(
		`SELECT r.claim, r.person_id, r.person_name, r.path, r.member_name, r.decision, r.tier, r.candidates,
			r.namesakes, c.sex, CAST(c.birth AS VARCHAR) AS birth, c.birth_level
		FROM (${chosen}) r JOIN read_parquet(${claims}) c USING (claim) ORDER BY r.claim`,
	);
	for (const row of rows) {
		const relative = relativeOf(row);
		relatives.set(relative.claim, relative);
	}
	const companies =
		roles === undefined
			? "SELECT NULL AS kin_id, NULL AS companies WHERE false"
			: `SELECT person_id AS kin_id, count(DISTINCT uscc) AS companies FROM read_parquet(${roles}) GROUP BY person_id`;
	const found = await engine.query(
		`SELECT s.*, ${roles === undefined ? "NULL" : "coalesce(k.companies, 0)"} AS companies
		FROM read_parquet(${scores}) s LEFT JOIN (${companies}) k ON k.kin_id = s.kin_id
		WHERE s.claim IN (SELECT claim FROM (${chosen})) ORDER BY s.claim, s.turn`,
	);
	for (const row of found.rows)
		relatives.get(String(row.claim))?.candidates.push(candidateOf(row));
	return [...relatives.values()];
}

/** SQL that chooses the relatives of some rows of family tables. */
export function ofClaims(claims: readonly string[]): string {
	return claims.length === 0
		? "false"
		: `claim IN (${claims.map(literal).join(", ")})`;
}

/** The pair that a verdict on this candidate speaks of. */
export function pairOf(
	relative: Pick<Relative, "personId" | "path" | "name">,
	candidate: Pick<Candidate, "id">,
): RelativePair {
	return {
		person_id: relative.personId,
		path: relative.path,
		member_name: relative.name,
		kin_id: candidate.id,
	};
}
