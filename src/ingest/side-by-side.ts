import type { Engine } from "../engine/index.ts";
import type { List } from "../lists/index.ts";
import { prepareEngine } from "./engine.ts";
import { regionTable } from "./lookups.ts";

/** What one of the files that are loaded side by side works with. */
export interface Session {
	/** Which of the sessions it is, from 0. */
	worker: number;
	engine: Engine;
	/** The session's table of known regions, made when it is first asked for. */
	regions: () => Promise<string | undefined>;
}

/**
 * Lets the same short step of many tasks happen in the order of the tasks, whichever comes first.
 * A task that is over without its step leaves its turn.
 */
export class InOrder {
	readonly #over = new Set<number>();
	readonly #waiting = new Map<number, () => void>();
	#next = 0;

	async take<Result>(turn: number, step: () => Result): Promise<Result> {
		if (this.#next < turn)
			await new Promise<void>((resolve) => {
				this.#waiting.set(turn, resolve);
			});
		const result = step();
		this.leave(turn);
		return result;
	}

	leave(turn: number): void {
		this.#over.add(turn);
		while (this.#over.has(this.#next)) this.#next++;
		this.#waiting.get(this.#next)?.();
	}
}

async function openSession(
	worker: number,
	engine: Engine,
	lists: ReadonlyMap<string, List>,
): Promise<Session> {
	await prepareEngine(engine);
	let made: Promise<string | undefined> | undefined;
	return {
		worker,
		engine,
		regions: () => {
			made ??= regionTable(engine, lists);
			return made;
		},
	};
}

/**
 * Works on tasks in their order, as many at a time as there are threads: while one file is decoded,
 * which takes a thread of Node, another is normalised, which takes the engine's. All sessions share the
 * engine's memory.
 * @returns what the work gave, in the order of the tasks
 * @throws what the first task threw that failed; no new task begins then, and those at work are awaited
 */
export async function sideBySide<Task, Result>(
	tasks: readonly Task[],
	engine: Engine,
	threads: number,
	lists: ReadonlyMap<string, List>,
	work: (task: Task, at: number, session: Session) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	const engines: Engine[] = [engine];
	let next = 0;
	let failure: { error: unknown } | undefined;
	const keepWorking = async (own: Engine, worker: number): Promise<void> => {
		const session = await openSession(worker, own, lists);
		while (next < tasks.length && failure === undefined) {
			const at = next++;
			const task = tasks[at] as Task;
			results[at] = await work(task, at, session);
		}
	};
	const noteFailure = (error: unknown): void => {
		failure ??= { error };
	};
	try {
		while (engines.length < Math.min(threads, tasks.length))
			engines.push(await engine.session());
		await Promise.all(
			engines.map((own, i) => keepWorking(own, i).catch(noteFailure)),
		);
	} finally {
		for (const own of engines.slice(1)) own.close();
	}
	if (failure !== undefined) throw failure.error;
	return results;
}
