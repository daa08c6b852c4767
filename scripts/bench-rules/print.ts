import type { RulesBench } from "./bench.ts";

/** The figures as a table of Markdown. */
export function rulesMarkdown({ copies, tools }: RulesBench): string {
	return [
		`### Tools of rule authors, the shipped rules and ${copies} copies`,
		"",
		"| command | seconds | memory MB |",
		"|---|---:|---:|",
		...tools.map(
			({ command, seconds, peakMb }) =>
				`| \`${command}\` | ${seconds.toFixed(2)} | ${peakMb ?? ""} |`,
		),
		"",
	].join("\n");
}
