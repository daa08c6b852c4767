import type { Score } from "./score.ts";

/** The table and every miss and false lead, for a reader. */
export function print(result: Score): string {
	const lines = [
		`seed ${result.seed}, scale ${result.scale}, errors ${result.errors}`,
		"",
		"rule      evidence  expected  found  lost  leads  false  recall  precision",
	];
	for (const one of result.rules)
		lines.push(
			[
				one.rule.padEnd(9),
				one.evidence.padEnd(9),
				String(one.expected).padStart(8),
				String(one.found).padStart(6),
				String(one.lost).padStart(5),
				String(one.leads).padStart(6),
				String(one.falseLeads).padStart(6),
				one.recall.toFixed(3).padStart(7),
				one.precision.toFixed(3).padStart(10),
				one.passed ? "" : "  ✗",
			]
				.join(" ")
				.trimEnd(),
		);
	for (const { rule, ...one } of result.rules) {
		if (one.notRun !== undefined)
			lines.push("", `${rule} did not run: ${one.notRun}`);
		for (const miss of one.misses)
			lines.push(
				"",
				`${rule} missed ${miss.case}: ${miss.why}`,
				`  ${miss.subjects.join("，")}`,
			);
		for (const lead of one.falseOnes)
			lines.push(
				"",
				`${rule} false lead ${lead.id}, ${lead.case}: ${lead.why}`,
				`  ${lead.subjects.join("，")}`,
			);
		for (const { code, planted, counted } of one.unsuppressed)
			lines.push(
				"",
				`${rule} set ${counted} aside under ${code}, ${planted} were planted`,
			);
	}
	for (const { file, sheet, row, unusable } of result.quarantine)
		lines.push(
			"",
			`${file}${sheet === null ? "" : ` ${sheet}`}, row ${row}: ${unusable ? "unusable, but not in quarantine" : "in quarantine, but usable"}`,
		);
	for (const { source, becomes, expected } of result.sources)
		lines.push(
			"",
			`${source}: ${expected ? `should be ${becomes}, and is not` : `is ${becomes}, and should not be`}`,
		);
	lines.push("", result.passed ? "passed" : "NOT passed");
	return lines.join("\n");
}
