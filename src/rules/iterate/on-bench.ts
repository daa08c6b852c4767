import type { Column, Row, Seat } from "../../engine/index.ts";
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

/** The name that a table of rounds has on a bench, where several models stand side by side. */
export function roundTable(model: LoadedModel, name: string): string {
	return `${name} of ${model.name}`;
}

/**
 * Drives an iterate model over the tables of a bench; the inputs are laid out already.
 * @param seats where the seed reads, and where step and stop read
 * @param lay puts rows on one of the tables of rounds
 * @throws ProblemError when the model does not come to an end, SandboxError when a SELECT fails
 */
export async function iterateOnBench(
	model: LoadedModel,
	pieces: BoundPieces,
	{
		seats,
		lay,
	}: {
		seats: { seed: Seat; rounds: Seat };
		lay: (name: string, rows: readonly Row[]) => Promise<void>;
	},
): Promise<Row[]> {
	const all: Row[] = [];
	let rounds = 0;
	const reason = await runRounds(model, pieces, {
		async round(sql) {
			const seat = rounds === 0 ? seats.seed : seats.rounds;
			const { rows } = await seat.select(sql);
			all.push(...rows);
			await lay(LATEST, rows);
			await lay(REACHED, all);
			rounds++;
			return rows.length;
		},
		async ask(sql) {
			const { rows } = await seats.rounds.select(sql);
			return Object.values(rows[0] ?? {})[0] === true;
		},
	});
	if (reason !== undefined) throw new ProblemError([reason]);
	return all;
}
