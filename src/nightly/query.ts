import { storedColumns } from "../datasets/index.ts";
import { runSelect, SandboxError, type SandboxInput } from "../engine/index.ts";
import { fail } from "../errors/index.ts";
import { maskValue } from "../privacy/index.ts";
import { RunLog } from "../run/index.ts";
import { partsOf, Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { loadDefinitions } from "./definitions.ts";
import { limitsOf } from "./limits.ts";
import { maskedColumns } from "./masked-columns.ts";
import { withScratch } from "./scratch.ts";

/** Milliseconds that an analyst's query may take. */
const TIMEOUT = 600_000;

/** The masked rows of an ad-hoc query. */
export interface QueryView {
	columns: string[];
	rows: string[][];
	/** There were more rows than asked for. */
	more: boolean;
}

/**
 * Runs one SELECT over the current snapshot's datasets and the last run's models, in the sandbox of rules.
 * A column that bears the name of a dataset column is masked by that column's kind; every other text
 * by the patterns of identity numbers, telephones and accounts.
 * Fails with sql-query when the statement is not one SELECT or does not run.
 */
export async function querySnapshot(
	workspace: Workspace,
	sql: string,
	maxRows: number,
	signal: AbortSignal,
): Promise<QueryView> {
	const store = new Store(workspace.store);
	const snapshot = store.currentSnapshot();
	if (snapshot === undefined) fail("run-missing", { file: workspace.root });
	const { set } = loadDefinitions(workspace);
	const inputs: SandboxInput[] = [...set.datasets.values()].map((dataset) => ({
		name: dataset.name,
		columns: storedColumns(dataset).map(({ name, type }) => ({ name, type })),
		files: partsOf(snapshot, dataset.name).map((part) =>
			store.partPath(part.dataset, part.key),
		),
	}));
	const made = new RunLog(workspace.store).last()?.models ?? {};
	for (const [name, key] of Object.entries(made)) {
		const model = set.models.get(name);
		if (model !== undefined)
			inputs.push({
				name,
				columns: model.header.columns.map((column) => ({
					name: column.name,
					type: column.type as SandboxInput["columns"][number]["type"],
				})),
				files: [store.resultPath("models", name, key)],
			});
	}
	const kinds = maskedColumns(set.datasets);
	return withScratch(store, async (spill) => {
		try {
			const result = await runSelect({
				sql: `SELECT * FROM (\n${sql.replace(/;\s*$/, "")}\n) LIMIT ${maxRows + 1}`,
				inputs,
				limits: limitsOf(workspace, spill),
				timeoutMs: TIMEOUT,
				signal,
			});
			return {
				columns: result.columns.map((column) => column.name),
				rows: result.rows
					.slice(0, maxRows)
					.map((row) =>
						result.columns.map((column) =>
							maskValue(kinds.get(column.name) ?? "text", row[column.name]),
						),
					),
				more: result.rows.length > maxRows,
			};
		} catch (error) {
			if (error instanceof SandboxError)
				fail("sql-query", {}, { reason: error.message });
			throw error;
		}
	});
}
