import type { Lead, PathStep, Subject } from "../../leads/index.ts";
import { MINOR_NAME, maskSubject } from "../../privacy/index.ts";
import type { LeadView, PathView } from "../model.ts";
import { periodText, realDay } from "../words/format.ts";
import { kindWords } from "../words/vocabulary.ts";
import { closedEnd } from "./ends.ts";
import { maskFor, type People } from "./people.ts";

type Named = Pick<Subject, "kind" | "key" | "name">;

/** The name to show for a subject; its masked key where it has no name. */
export function subjectName(subject: Named, people: People): string {
	if (subject.name !== null && people.minors.has(subject.name))
		return MINOR_NAME;
	const masked = maskSubject(subject, people.asOf);
	if (masked.name !== "") return masked.name;
	return masked.key === "" ? kindWords[subject.kind] : masked.key;
}

/** Words for the key: only what helps to tell two of the same name apart. */
const keyWords: Record<Subject["kind"], string> = {
	person: "证号",
	company: "统一社会信用代码",
	household: "户号",
	lot: "标段编号",
	unit: "单位代码",
	parcel: "地块编码",
	vehicle: "车辆识别号",
};

export function subjectViews(lead: Lead, people: People): LeadView["subjects"] {
	return lead.facts.subjects.map((subject) => {
		const masked = maskSubject(subject, people.asOf);
		const name = subjectName(subject, people);
		const hidden =
			/^\*+$/.test(masked.key) ||
			masked.key === "" ||
			masked.key === name ||
			name === MINOR_NAME;
		return {
			role: subject.role,
			kind: kindWords[subject.kind],
			name,
			key: hidden ? "" : `${keyWords[subject.kind]} ${masked.key}`,
		};
	});
}

function stepView(step: PathStep, lead: Lead, people: People): PathView {
	if (step.type === "node")
		return {
			type: "node",
			kind: step.kind,
			name: subjectName(step, people),
			label: step.label === null ? null : maskFor(people, "text", step.label),
		};
	const addresses = lead.evidence.map((row) => row.address);
	const from = realDay(step.from);
	const to = closedEnd(
		step.to,
		people.asOf,
		lead.evidence
			.filter((row) => step.evidence.includes(row.address))
			.map((row) => row.cut_off),
	);
	return {
		type: "edge",
		text: maskFor(people, "text", step.text),
		from,
		to,
		period: periodText(from, to),
		evidence: [
			...new Set(
				step.evidence.map((address) => addresses.indexOf(address) + 1),
			),
		]
			.filter((position) => position > 0)
			.sort((a, b) => a - b),
	};
}

/** How the subjects hang together, from left to right. */
export function pathViews(lead: Lead, people: People): PathView[] {
	return lead.facts.path.map((step) => stepView(step, lead, people));
}
