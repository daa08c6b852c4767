import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compareCodePoints } from "../../base/index.ts";
import { loadYaml } from "../../documents/index.ts";
import {
	type Place,
	type Problem,
	ProblemError,
	problem,
} from "../../errors/index.ts";
import { type Exemption, exemptionsSchema } from "./schema.ts";

/** An exemption and where it is written. */
export interface LoadedExemption extends Exemption {
	at: Place;
}

/**
 * Reads exemptions/*.yaml of a workspace.
 * Throws a ProblemError with all findings: leads that were set aside must not come back by a slip of the pen.
 * @param rules ids that exemptions may name
 */
export function loadExemptions(
	folder: string,
	rules: { has: (id: string) => boolean },
): LoadedExemption[] {
	if (!existsSync(folder)) return [];
	const problems: Problem[] = [];
	const found = new Map<string, LoadedExemption>();
	const names = readdirSync(folder)
		.filter((name) => name.endsWith(".yaml"))
		.sort(compareCodePoints);
	for (const name of names) {
		const file = join(folder, name);
		const loaded = loadYaml(file, exemptionsSchema);
		if (!loaded.ok) {
			problems.push(...loaded.problems);
			continue;
		}
		loaded.value.exemptions.forEach((exemption, i) => {
			const at = { file, line: loaded.lineOf(["exemptions", i]) };
			const { id, rule } = exemption;
			const first = found.get(id);
			if (first !== undefined)
				problems.push(
					problem("exemption-twice", at, { id, first: first.at.file ?? "" }),
				);
			if (!rules.has(rule))
				problems.push(problem("rule-unknown", at, { id: rule }));
			found.set(id, { ...exemption, at });
		});
	}
	if (problems.length > 0) throw new ProblemError(problems);
	return [...found.values()];
}
