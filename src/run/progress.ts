/** What a run tells while it goes on. */
export type NodeProgress =
	| {
			type: "node-start";
			kind: "model" | "rule";
			name: string;
			title: string;
			index: number;
			total: number;
			/** Which of the places that work side by side it has, from 0. */
			worker: number;
	  }
	| {
			type: "node-done";
			kind: "model" | "rule";
			name: string;
			title: string;
			index: number;
			total: number;
			/** Which of the places that work side by side it has, from 0. */
			worker: number;
			status: "ran" | "unchanged" | "skipped" | "failed";
			reason: string | undefined;
			ms: number;
	  };
