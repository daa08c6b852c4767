import type { ResentSource } from "../../ingest/index.ts";
import type { Form, ReadForm } from "../../intake/index.ts";
import type { Lead } from "../../leads/index.ts";
import { maskText } from "../../privacy/index.ts";

/** A correction form that was read. */
export function readFormDocument(form: ReadForm) {
	return {
		file: form.path,
		corrected: form.corrected,
		withdrawn: form.withdrawn,
		same: form.same,
		refused: form.problems.length,
	};
}

/** A form that waits in private/. */
export function formDocument(form: Form) {
	return {
		source: form.source,
		file: form.path,
		waiting: form.waiting,
		doubtful: form.doubtful,
		corrected: form.corrected,
	};
}

/** How a source that was sent again differs from the version before. */
export function versionDocument({ line, taken }: ResentSource) {
	const { source, dataset, version, change } = line;
	return {
		source,
		dataset,
		version,
		taken,
		by: change.by,
		rows: change.rows,
		columns: change.columns,
		samples: change.samples,
		findings: change.findings.map((finding) => ({
			...finding,
			...(finding.column === undefined
				? {}
				: { column: maskText(finding.column) }),
		})),
	};
}

/** Leads whose evidence is gone or changed because its source was sent again. */
export function resentDocument(leads: readonly Lead[]) {
	return leads.flatMap(({ id, facts, resent }) =>
		resent === undefined
			? []
			: [
					{
						lead: id,
						rule: facts.rule,
						rows: resent.rows.map((row) => ({
							...row,
							file: maskText(row.file),
							sheet: row.sheet ?? null,
						})),
					},
				],
	);
}
