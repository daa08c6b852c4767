/** What a node that runs beside others gets of the machine. */
export interface Share {
	/** Which of the places that work side by side it has, from 0. */
	worker: number;
	/** Among how many the memory is divided: 1 where it has all. */
	among: number;
}

export interface Task {
	name: string;
	/** Names of tasks that have to be over before it. */
	after: readonly string[];
}

/**
 * Works on tasks side by side, each after those that it needs, otherwise in their order.
 * A task that is the only one that can run has the machine for itself: nothing else can begin before it is over.
 * @param places how many at a time
 * @param work gives "alone" when its share was too small: the task is worked on once more, by itself
 * @throws what the first task threw that failed; no other begins then, and those at work are awaited
 */
export async function sideBySide<Item extends Task>(
	tasks: readonly Item[],
	places: number,
	work: (task: Item, share: Share) => Promise<"done" | "alone">,
): Promise<void> {
	const waiting = [...tasks];
	const alone: Item[] = [];
	const open = new Set(tasks.map(({ name }) => name));
	const free = Array.from({ length: places }, (_, place) => place);
	const running = new Set<Promise<void>>();
	let failure: { error: unknown } | undefined;

	const start = (task: Item, among: number): void => {
		const worker = free.shift() ?? 0;
		const run = work(task, { worker, among })
			.then((outcome) => {
				if (outcome === "alone") alone.push(task);
				else open.delete(task.name);
			})
			.catch((error: unknown) => {
				failure ??= { error };
			})
			.finally(() => {
				free.push(worker);
				free.sort((a, b) => a - b);
				running.delete(run);
			});
		running.add(run);
	};
	const ready = () =>
		waiting.filter(({ after }) => after.every((name) => !open.has(name)));
	const fill = (): void => {
		if (failure !== undefined) return;
		if (alone.length > 0) {
			const task = running.size === 0 ? alone.shift() : undefined;
			if (task !== undefined) start(task, 1);
			return;
		}
		const candidates = ready();
		const single = running.size === 0 && candidates.length === 1;
		for (const task of candidates.slice(0, free.length)) {
			waiting.splice(waiting.indexOf(task), 1);
			start(task, single ? 1 : places);
		}
	};
	fill();
	while (running.size > 0) {
		await Promise.race(running);
		fill();
	}
	if (failure !== undefined) throw failure.error;
}
