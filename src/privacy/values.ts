import { type ColumnKind, columnKinds } from "../datasets/index.ts";
import type { ArgumentType, SubjectKind } from "../rules/index.ts";
import { isMinor, MINOR_NAME } from "./identity.ts";
import { type MaskName, masks } from "./masks.ts";

/** Types of narrative arguments that are not kinds of column as well. */
const argumentMasks: Record<Exclude<ArgumentType, ColumnKind>, MaskName> = {
	person: "name",
	unit: "none",
};

/** Kinds whose own mask says less than what can stand in such a column in real exports. */
const refined: Partial<Record<ColumnKind, MaskName>> = {
	text: "text",
	plate: "plate",
	// Household and subject codes are often the head's identity number; tax numbers of stalls are built from it.
	code: "identities",
	uscc: "identities",
	org: "identities",
	region: "identities",
	integer: "identities",
	number: "identities",
};

const columnMasks = Object.fromEntries(
	(Object.keys(columnKinds) as ColumnKind[]).map((kind) => [
		kind,
		refined[kind] ?? columnKinds[kind].mask,
	]),
) as Record<ColumnKind, MaskName>;

export type ValueType = ColumnKind | ArgumentType;

/** Which mask a type of value gets, in one place for columns, arguments and subjects. */
export const masksByType: Record<ValueType, MaskName> = {
	...columnMasks,
	...argumentMasks,
};

/**
 * The value as it may leave the machine.
 * @param type kind of a column or type of an argument; null for an unmapped column
 */
export function maskValue(type: ValueType | null, value: unknown): string {
	if (value === null || value === undefined) return "";
	const mask = type === null ? "text" : masksByType[type];
	return masks[mask](String(value));
}

const subjectMasks: Record<SubjectKind, { key: MaskName; name: MaskName }> = {
	person: { key: "citizen_id", name: "name" },
	company: { key: "identities", name: "identities" },
	household: { key: "identities", name: "name" },
	lot: { key: "identities", name: "text" },
	unit: { key: "identities", name: "identities" },
	parcel: { key: "identities", name: "text" },
	vehicle: { key: "account", name: "plate" },
};

/**
 * A subject as readers see it. A person under 14 on the as-of date has neither name nor number.
 */
export function maskSubject(
	subject: { kind: SubjectKind; key: string; name: string | null },
	asOf: string,
): { name: string; key: string } {
	if (subject.kind === "person" && isMinor(subject.key, asOf))
		return { name: MINOR_NAME, key: "" };
	const mask = subjectMasks[subject.kind];
	return {
		name: subject.name === null ? "" : masks[mask.name](subject.name),
		key: masks[mask.key](subject.key),
	};
}
