import { describeProblem, type Problem } from "../../errors/index.ts";
import { maskText } from "../../privacy/index.ts";

/** Problems as a person reads them, masked; each once. */
export function problemLines(problems: readonly Problem[]): string[] {
	return [...new Set(problems.map((item) => maskText(describeProblem(item))))];
}
