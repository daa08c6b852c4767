export const PROFILE_CONTRACT = "bidui/profile@1";

/** One thing that the run did. Times are milliseconds since its start. */
export interface Span {
	kind: "stage" | "source" | "model" | "rule";
	/** Name of a stage, model or rule; the file of a source below sources/. */
	name: string;
	title: string;
	/** As progress events have it; stages are always "ran". */
	status: string;
	/** Which of the places that work side by side did it, from 0; a stage has none. */
	worker: number | undefined;
	start: number;
	end: number;
	/** Rows and bytes that it read and wrote; undefined where there is nothing of the kind. */
	rowsIn?: number | undefined;
	rowsOut?: number | undefined;
	bytesIn?: number | undefined;
	bytesOut?: number | undefined;
	/** The most that the engine of a model or rule was seen to hold, bytes. */
	engineBytes?: number | undefined;
	/** The most that the process held meanwhile, bytes, whatever else went on. */
	processBytes: number;
}

/** What the process used at a time. */
export interface Sample {
	at: number;
	/** Resident memory, bytes. */
	bytes: number;
	/** Cores that it kept busy since the sample before. */
	cores: number;
}

/** Where the time of a run went. It is for people and differs from run to run: no result reads it. */
export interface Profile {
	contract: typeof PROFILE_CONTRACT;
	as_of: string;
	snapshot: number;
	machine: {
		cores: number;
		/** Bytes. */
		memory: number;
		/** limits of bidui.yaml. */
		threads: number;
		memory_limit: string;
	};
	ms: number;
	/** Milliseconds of the processor, all threads. */
	cpuMs: number;
	spans: Span[];
	samples: Sample[];
}
