/** The tests that need a real Trino, where one can run; elsewhere it says why they were skipped. */
import { spawnSync } from "node:child_process";
import { missingForTrino } from "./cluster.ts";

const missing = missingForTrino();
if (missing !== undefined) {
	console.log(`tests on a real Trino: skipped, ${missing}`);
	process.exit(0);
}
const ran = spawnSync(
	process.execPath,
	[
		"node_modules/vitest/vitest.mjs",
		"run",
		"--project",
		"trino",
		...process.argv.slice(2),
	],
	{ stdio: "inherit" },
);
process.exit(ran.status ?? 1);
