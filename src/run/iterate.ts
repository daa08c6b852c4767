import { rmSync } from "node:fs";
import { elapsed, monotonic } from "../base/index.ts";
import type {
	Column,
	NodeEngine,
	SandboxInput,
	SandboxJob,
} from "../engine/index.ts";
import type { Problem } from "../errors/index.ts";
import {
	type BoundPieces,
	LATEST,
	type LoadedModel,
	REACHED,
	runRounds,
} from "../rules/index.ts";

/**
 * Makes the result of an iterate model: each round is a job of its own, its rows a result that the next
 * reads. The time limit is that of all rounds together.
 * @param job inputs and limits of the model
 * @param output absolute path under which later jobs read the rows of all rounds
 * @returns why the model failed, when its rounds did not come to an end
 * @throws SandboxError as the engine does
 */
export async function makeByRounds(
	engine: NodeEngine,
	model: LoadedModel,
	pieces: BoundPieces,
	job: SandboxJob,
	output: string,
): Promise<Problem | undefined> {
	const start = monotonic();
	const columns: Column[] = model.header.columns.map(({ name, type }) => ({
		name,
		type: type as Column["type"],
	}));
	const files: string[] = [];
	const table = (name: string, from: string[]): SandboxInput => ({
		name,
		columns,
		files: from,
	});
	const next = (sql: string): SandboxJob => ({
		...job,
		sql,
		inputs:
			files.length === 0
				? job.inputs
				: [
						...job.inputs,
						table(LATEST, files.slice(-1)),
						table(REACHED, files),
					],
		timeoutMs: Math.max(1, job.timeoutMs - elapsed(start)),
	});
	try {
		const reason = await runRounds(model, pieces, {
			async round(sql) {
				const file = `${output}.${files.length}`;
				const { rows } = await engine.make(next(sql), file);
				files.push(file);
				return rows;
			},
			async ask(sql) {
				const { rows } = await engine.select(next(sql));
				return Object.values(rows[0] ?? {})[0] === true;
			},
		});
		if (reason !== undefined) return reason;
		await engine.make(
			{ ...next(`SELECT * FROM ${REACHED}`), inputs: [table(REACHED, files)] },
			output,
		);
		return undefined;
	} finally {
		for (const file of files) rmSync(file, { force: true });
	}
}
