import type { Subject } from "../cases/case.ts";

/** What a rule must say of the world, by its own records. */
export interface Hit {
	rule: string;
	subjects: Subject[];
	rows: object[];
	period?: string;
	vehicle?: string;
	suppressed?: string;
	/** The facts by which a nearer rule tells it: only where they are spoiled is it told here. */
	unless?: object[];
}

/** Roles that say how somebody comes into a lead, not which lead it is. */
const incidental = new Set(["亲属", "车主"]);

/** Two hits with the same key are one lead. */
export function leadKey(
	hit: Pick<Hit, "rule" | "subjects" | "period" | "vehicle">,
): string {
	const keys = hit.subjects
		.filter((subject) => !incidental.has(subject.role))
		.map((subject) => subject.key)
		.sort();
	return [hit.rule, ...keys, hit.period ?? "", hit.vehicle ?? ""].join(" | ");
}
