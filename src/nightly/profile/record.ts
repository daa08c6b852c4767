import { elapsed, monotonic } from "../../base/index.ts";
import type { IngestProgress } from "../../ingest/index.ts";
import type { NodeProgress } from "../../run/index.ts";
import type { Sample, Span } from "./types.ts";

/** How often the process is looked at. */
const EVERY_MS = 100;

/** What a run told while it went on, with the clock beside it. */
export class Recorder {
	readonly #from = monotonic();
	readonly #cpu = process.cpuUsage();
	readonly #open = new Map<string, Span>();
	readonly #spans: Span[] = [];
	readonly #samples: Sample[] = [];
	readonly #held = new Map<string, number>();
	readonly #timer: NodeJS.Timeout;
	#cpuBefore = 0;
	#stage: Span | undefined;

	constructor() {
		this.#timer = setInterval(() => this.#look(), EVERY_MS);
		this.#timer.unref();
		this.#look();
	}

	/** A stage begins, and the one before it is over. */
	stage(name: string, title: string): void {
		this.#endStage();
		this.#stage = this.#begin("stage", name, title, undefined);
	}

	event(event: IngestProgress | NodeProgress): void {
		switch (event.type) {
			case "source-start":
				this.#open.set(
					`source ${event.index}`,
					this.#begin("source", event.file, event.source, event.worker),
				);
				break;
			case "source-done": {
				const span = this.#open.get(`source ${event.index}`);
				if (span === undefined) break;
				// A file with several sheets is told once a sheet.
				if (!this.#spans.includes(span)) this.#spans.push(span);
				span.rowsIn = (span.rowsIn ?? 0) + event.rows;
				span.bytesIn = event.bytes;
				this.#end(span, event.status);
				break;
			}
			case "node-start":
				this.#held.delete(event.name);
				this.#open.set(
					event.name,
					this.#begin(event.kind, event.name, event.title, event.worker),
				);
				break;
			case "node-done": {
				const span = this.#open.get(event.name);
				if (span === undefined) break;
				this.#spans.push(span);
				span.engineBytes = this.#held.get(event.name);
				this.#end(span, event.status);
				break;
			}
		}
	}

	/** What the engine of a node holds at this moment. */
	memory(node: string, bytes: number): void {
		this.#held.set(node, Math.max(this.#held.get(node) ?? 0, bytes));
	}

	/** Ends the record. */
	stop(): { ms: number; cpuMs: number; spans: Span[]; samples: Sample[] } {
		this.#endStage();
		this.#look();
		clearInterval(this.#timer);
		return {
			ms: elapsed(this.#from),
			cpuMs: this.#cpuMs(),
			spans: this.#spans,
			samples: this.#samples,
		};
	}

	#begin(
		kind: Span["kind"],
		name: string,
		title: string,
		worker: number | undefined,
	): Span {
		const at = elapsed(this.#from);
		return {
			kind,
			name,
			title,
			status: "ran",
			worker,
			start: at,
			end: at,
			processBytes: process.memoryUsage.rss(),
		};
	}

	#end(span: Span, status: string): void {
		span.status = status;
		span.end = elapsed(this.#from);
		const meanwhile = this.#samples.filter(({ at }) => at >= span.start);
		span.processBytes = Math.max(
			span.processBytes,
			process.memoryUsage.rss(),
			...meanwhile.map(({ bytes }) => bytes),
		);
	}

	#endStage(): void {
		if (this.#stage === undefined) return;
		this.#end(this.#stage, "ran");
		this.#spans.push(this.#stage);
		this.#stage = undefined;
	}

	#cpuMs(): number {
		const { user, system } = process.cpuUsage(this.#cpu);
		return (user + system) / 1000;
	}

	#look(): void {
		const at = elapsed(this.#from);
		const cpu = this.#cpuMs();
		const since = at - (this.#samples.at(-1)?.at ?? at);
		this.#samples.push({
			at,
			bytes: process.memoryUsage.rss(),
			cores: since > 0 ? (cpu - this.#cpuBefore) / since : 0,
		});
		this.#cpuBefore = cpu;
	}
}
