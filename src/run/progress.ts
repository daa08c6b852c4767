/** What a run tells while it goes on. */
export type NodeProgress =
	| {
			type: "node-start";
			kind: "model" | "rule";
			name: string;
			title: string;
			index: number;
			total: number;
	  }
	| {
			type: "node-done";
			kind: "model" | "rule";
			name: string;
			title: string;
			index: number;
			total: number;
			status: "ran" | "unchanged" | "skipped" | "failed";
			reason: string | undefined;
			ms: number;
	  };
