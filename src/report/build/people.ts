import type { EvidenceRow, Lead } from "../../leads/index.ts";
import {
	isMinor,
	MINOR_NAME,
	maskKnownNames,
	maskValue,
	type ValueType,
} from "../../privacy/index.ts";

/** The persons that a lead names, so that their names can be masked in free text too. */
export interface People {
	names: ReadonlySet<string>;
	/** Names of persons under 14. */
	minors: ReadonlySet<string>;
	asOf: string;
}

const nameSeparator = /[、,，;；/|\s]+/;

/** What a cell says: as it came, and as people corrected it. */
function textsOf(cell: EvidenceRow["cells"][number] | undefined): string[] {
	return [cell?.text, cell?.corrected].flatMap((text) => text ?? []);
}

function cellNames(row: EvidenceRow): string[] {
	return row.cells
		.filter((cell) => cell.kind === "name")
		.flatMap((cell) =>
			textsOf(cell).flatMap((text) => text.split(nameSeparator)),
		);
}

/** Positions of the name cells that stand nearest to a cell: whose number it most likely is. */
function nearestNames(row: EvidenceRow, at: number): number[] {
	const names = row.cells.flatMap((cell, i) =>
		cell.kind === "name" ? [i] : [],
	);
	const distance = Math.min(...names.map((i) => Math.abs(i - at)));
	return names.filter((i) => Math.abs(i - at) === distance);
}

function minorNames(row: EvidenceRow, asOf: string): string[] {
	return row.cells.flatMap((cell, at) =>
		cell.kind === "citizen_id" &&
		textsOf(cell).some((text) => isMinor(text, asOf))
			? nearestNames(row, at).flatMap((i) =>
					textsOf(row.cells[i]).map((text) => text.trim()),
				)
			: [],
	);
}

/** Collects the persons of a lead from its subjects, path, arguments and evidence. */
export function peopleOf(lead: Lead, asOf: string): People {
	const { subjects, path, arguments: args, measures } = lead.facts;
	const persons = [
		...subjects,
		...path.flatMap((step) => (step.type === "node" ? [step] : [])),
	].filter((item) => item.kind === "person" && item.name !== null);
	const names = new Set([
		...persons.map((item) => item.name ?? ""),
		...[...args, ...measures]
			.filter((item) => item.type === "person" && item.value !== null)
			.map((item) => String(item.value)),
		...lead.evidence.flatMap(cellNames),
	]);
	const minors = new Set([
		...persons
			.filter((item) => isMinor(item.key, asOf))
			.map((item) => item.name ?? ""),
		...lead.evidence.flatMap((row) => minorNames(row, asOf)),
	]);
	names.delete("");
	minors.delete("");
	return { names, minors, asOf };
}

/** Kinds whose text may hold somebody's name without being a name. */
const freeText: ReadonlySet<ValueType | null> = new Set([
	"text",
	"code",
	"address",
	null,
]);

/**
 * A value as readers see it, given the persons of its lead:
 * minors vanish, and known names are masked in free text as well.
 */
export function maskFor(
	people: People,
	type: ValueType | null,
	value: unknown,
): string {
	if (value === null || value === undefined) return "";
	const text = String(value);
	const name = text.trim();
	if (people.minors.has(name)) return MINOR_NAME;
	if (type === "citizen_id" && isMinor(name, people.asOf)) return "（不显示）";
	if (type === "org" && people.names.has(name)) return maskValue("name", text);
	const plain = freeText.has(type)
		? maskKnownNames(text.replaceAll(/[\r\n\t]+/g, " "), people.names)
		: text;
	return maskValue(type, plain);
}
