import { SandboxError } from "../types.ts";
import { TrinoError } from "./failures.ts";
import { over, type Sources } from "./relations.ts";
import { mentions, takeApart } from "./with.ts";

/**
 * Runs a SELECT, in steps where Trino wants it so: it repeats a named subquery wherever it is read and
 * refuses a plan of more than query.max-stage-count stages. Then each subquery that is read more than once
 * becomes a table first, as Trino's message advises; the rule's text stays as it is.
 * @param sources what the SELECT may read
 * @param run runs a SELECT over sources
 * @param keep makes a table of a statement's rows and gives the table's full name
 */
export async function inSteps<Result>(
	sql: string,
	sources: Sources,
	run: (sources: Sources, sql: string) => Promise<Result>,
	keep: (name: string, statement: string) => Promise<string>,
): Promise<Result> {
	try {
		return await run(sources, sql);
	} catch (error) {
		const parts =
			error instanceof TrinoError &&
			error.errorName === "QUERY_HAS_TOO_MANY_STAGES"
				? takeApart(sql)
				: undefined;
		if (parts === undefined) throw error;
		const seen = new Map(sources);
		for (const [i, { name, body }] of parts.tables.entries()) {
			const readers = [
				...parts.tables.slice(i + 1).map((table) => table.body),
				parts.main,
			];
			const reads = readers.reduce(
				(sum, text) => sum + mentions(name, text),
				0,
			);
			// One that hides an input of its name cannot stand beside it.
			if (reads < 2 && !seen.has(name)) {
				seen.set(name, `${body}\n`);
				continue;
			}
			const table = await keep(name, over(seen, body));
			seen.set(name, `SELECT * FROM ${table}`);
		}
		try {
			return await run(seen, parts.main);
		} catch (again) {
			// The text that ran is not the rule's: a place in it would mislead.
			if (again instanceof SandboxError)
				throw new SandboxError(again.reason, again.message);
			throw again;
		}
	}
}
