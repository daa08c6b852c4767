import { type Problem, problem } from "../../errors/index.ts";
import type { EvidenceRow, ExemptionNote, Lead } from "../schema.ts";
import type { LoadedExemption } from "./load.ts";
import type { Exemption } from "./schema.ts";

/** What an exemption is compared with. */
export type Exemptible = Pick<Lead, "id" | "key" | "facts" | "evidence">;

function plain(value: unknown): string {
	return String(value ?? "")
		.normalize("NFKC")
		.trim()
		.toUpperCase();
}

function sameKey(
	wanted: NonNullable<Exemption["key"]>,
	key: Exemptible["key"],
): boolean {
	return (
		wanted.length === key.length &&
		wanted.every((cell, i) => cell === "*" || plain(cell) === plain(key[i]))
	);
}

function shows(
	rows: readonly EvidenceRow[],
	wanted: NonNullable<Exemption["evidence"]>[number],
): boolean {
	return rows.some(
		(row) =>
			(wanted.dataset === undefined || row.dataset === wanted.dataset) &&
			row.cells.some(
				(cell) =>
					plain(cell.heading) === plain(wanted.heading) &&
					plain(cell.text) === plain(wanted.value),
			),
	);
}

/** One test for each thing that an exemption may name; what it does not name fits. */
const tests: ((exemption: Exemption, lead: Exemptible) => boolean)[] = [
	({ rule }, lead) => rule === lead.facts.rule,
	({ version }, lead) =>
		version === undefined || version === lead.facts.version,
	({ lead: id }, lead) => id === undefined || plain(id) === lead.id,
	({ key }, lead) => key === undefined || sameKey(key, lead.key),
	({ subject }, lead) =>
		subject === undefined ||
		lead.facts.subjects.some(({ key }) => plain(key) === plain(subject)),
	({ evidence }, lead) =>
		(evidence ?? []).every((wanted) => shows(lead.evidence, wanted)),
];

/** What became of the exemptions of a workspace in a run. */
export interface ExemptionUse {
	/** Leads that were set aside, by exemption. */
	applied: Map<string, number>;
	unused: LoadedExemption[];
	expired: LoadedExemption[];
	/** Bound to a version of the rule that is no longer the present one. */
	outdated: LoadedExemption[];
}

/** The exemptions of a workspace on one as-of date; it notes which of them were used. */
export class Exemptions {
	readonly #all: readonly LoadedExemption[];
	readonly #asOf: string;
	readonly #used = new Map<string, Set<string>>();

	constructor(all: readonly LoadedExemption[], asOf: string) {
		this.#all = all;
		this.#asOf = asOf;
	}

	/** The first exemption in force that fits a lead, as the lead log keeps it. */
	of(lead: Exemptible): ExemptionNote | undefined {
		const found = this.#all.find(
			(exemption) =>
				this.#asOf <= exemption.until &&
				tests.every((fits) => fits(exemption, lead)),
		);
		if (found === undefined) return undefined;
		const { id, reason, note, by, until } = found;
		const leads = this.#used.get(id) ?? new Set();
		this.#used.set(id, leads.add(lead.id));
		return { id, reason, note, by, until };
	}

	/**
	 * What became of them so far.
	 * @param ran version of each rule that ran: of others nothing can be said
	 */
	use(ran: ReadonlyMap<string, number>): ExemptionUse {
		const expired = this.#all.filter(({ until }) => until < this.#asOf);
		const outdated = this.#all.filter(
			({ rule, version, until }) =>
				until >= this.#asOf &&
				version !== undefined &&
				ran.has(rule) &&
				ran.get(rule) !== version,
		);
		return {
			applied: new Map([...this.#used].map(([id, leads]) => [id, leads.size])),
			unused: this.#all.filter(
				(exemption) =>
					ran.has(exemption.rule) &&
					!this.#used.has(exemption.id) &&
					!expired.includes(exemption) &&
					!outdated.includes(exemption),
			),
			expired,
			outdated,
		};
	}
}

/** What is to be said of exemptions that did nothing. */
export function exemptionProblems(use: ExemptionUse): Problem[] {
	const say = (
		code: "exemption-unused" | "exemption-expired" | "exemption-outdated",
		entries: readonly LoadedExemption[],
	) =>
		entries.map(({ id, rule, until, version, at }) =>
			problem(code, at, { id, rule, until, version: version ?? "" }),
		);
	return [
		...say("exemption-expired", use.expired),
		...say("exemption-outdated", use.outdated),
		...say("exemption-unused", use.unused),
	];
}
