import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		// Most tests wait for the real binary: one worker a core, also on two cores.
		maxWorkers: Math.max(2, availableParallelism()),
		projects: [
			{
				test: {
					name: "node",
					include: ["test/**/*.test.ts"],
					exclude: ["test/browser/**", "test/trino/**"],
					testTimeout: 240_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: "trino",
					include: ["test/trino/**/*.test.ts"],
					// One cluster at a time: each wants all the memory that there is.
					fileParallelism: false,
					testTimeout: 240_000,
					hookTimeout: 300_000,
				},
			},
			{
				test: {
					name: "browser",
					include: ["test/browser/**/*.test.ts"],
					testTimeout: 240_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
