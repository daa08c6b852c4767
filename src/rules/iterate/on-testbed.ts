import type { Column, Row, Testbed } from "../../engine/index.ts";
import { ProblemError } from "../../errors/index.ts";
import type { LoadedModel } from "../load/node.ts";
import { type BoundPieces, LATEST, REACHED, runRounds } from "./rounds.ts";

/** The tables that a step and a stop see beside the inputs. */
export function roundColumns(model: LoadedModel): Column[] {
	return model.header.columns.map(({ name, type }) => ({
		name,
		type: type as Column["type"],
	}));
}

/**
 * Drives an iterate model over the tables of a testbed; the inputs are laid out already.
 * @throws ProblemError when the model does not come to an end, SandboxError when a SELECT fails
 */
export async function iterateOnTestbed(
	model: LoadedModel,
	pieces: BoundPieces,
	testbed: Testbed,
): Promise<Row[]> {
	const columns = roundColumns(model);
	const all: Row[] = [];
	const lay = async (name: string, rows: readonly Row[], again: boolean) => {
		if (again) await testbed.drop(name);
		await testbed.createTable(
			name,
			columns,
			rows.map((row) => columns.map((column) => row[column.name] ?? null)),
		);
	};
	let rounds = 0;
	const reason = await runRounds(model, pieces, {
		async round(sql) {
			const { rows } = await testbed.select(sql);
			all.push(...rows);
			await lay(LATEST, rows, rounds > 0);
			await lay(REACHED, all, rounds > 0);
			rounds++;
			return rows.length;
		},
		async ask(sql) {
			const { rows } = await testbed.select(sql);
			return Object.values(rows[0] ?? {})[0] === true;
		},
	});
	if (reason !== undefined) throw new ProblemError([reason]);
	return all;
}
