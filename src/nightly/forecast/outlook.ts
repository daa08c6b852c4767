import { elapsed, monotonic } from "../../base/index.ts";
import type { IngestProgress } from "../../ingest/index.ts";
import type { NodeProgress } from "../../run/index.ts";
import type { Expected } from "./forecast.ts";

/** Told when nothing else was told for a while. */
export interface AtWork {
	type: "at-work";
	/** Names of what is being worked on. */
	names: string[];
	/** Since the oldest of them began. */
	ms: number;
}

type Step = IngestProgress | NodeProgress;
/** A step with what its stage will probably still take, in milliseconds. */
export type Foreseen = (Step | AtWork) & { leftMs?: number };

/** After this long a silence somebody wonders. */
const SILENCE_MS = 20_000;

/** Share of the work of a stage that has to be done before its speed says anything. */
const ENOUGH = 0.02;

/**
 * Adds to what a run tells how long its stage will probably still take. The work is weighed by what each step took
 * before; where nothing is known of a step, it weighs as much as the average of the others. What is left follows from the speed
 * of this run.
 */
export class Outlook {
	readonly #expected: Expected;
	readonly #tell: (event: Foreseen) => void;
	readonly #open = new Map<string, number>();
	readonly #timer: NodeJS.Timeout;
	#stage: { kind: "file" | "node"; from: number; done: number } | undefined;
	#told = monotonic();
	#total = 0;

	constructor(expected: Expected, tell: (event: Foreseen) => void) {
		this.#expected = expected;
		this.#tell = tell;
		this.#timer = setInterval(() => this.#wonder(), SILENCE_MS / 4);
		this.#timer.unref();
	}

	event(event: Step): void {
		const kind = event.type.startsWith("source") ? "file" : "node";
		if (this.#stage?.kind !== kind)
			this.#stage = { kind, from: monotonic(), done: 0 };
		const name = "file" in event ? event.file : event.name;
		this.#total = event.total;
		if (event.type === "source-start" || event.type === "node-start") {
			this.#open.set(name, monotonic());
			this.#tell(event);
			return;
		}
		if (this.#open.delete(name)) this.#stage.done += this.#weight(name);
		this.#told = monotonic();
		this.#tell({ ...event, ...this.#left() });
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	#times(): ReadonlyMap<string, number> {
		return this.#stage?.kind === "file"
			? this.#expected.files
			: this.#expected.nodes;
	}

	#mean(): number {
		const times = [...this.#times().values()];
		return times.length === 0
			? 1
			: Math.max(1, times.reduce((sum, ms) => sum + ms, 0) / times.length);
	}

	#weight(name: string): number {
		return this.#times().get(name) ?? this.#mean();
	}

	#left(): { leftMs?: number } {
		if (this.#stage === undefined) return {};
		const times = this.#times();
		const known = [...times.values()].reduce((sum, ms) => sum + ms, 0);
		const whole = known + Math.max(0, this.#total - times.size) * this.#mean();
		const { done, from } = this.#stage;
		if (done < whole * ENOUGH) return {};
		return {
			leftMs: Math.max(0, (elapsed(from) / done) * (whole - done)),
		};
	}

	#wonder(): void {
		if (elapsed(this.#told) < SILENCE_MS || this.#open.size === 0) return;
		this.#told = monotonic();
		this.#tell({
			type: "at-work",
			names: [...this.#open.keys()],
			ms: elapsed(Math.min(...this.#open.values())),
			...this.#left(),
		});
	}
}
