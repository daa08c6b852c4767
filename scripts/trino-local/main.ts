/**
 * A Trino on this machine, until Ctrl-C: npm run trino-local -- [--workers N] [--lake FOLDER] [--heap 2G]
 */
import { parseArgs } from "node:util";
import { missingForTrino, startCluster } from "./cluster.ts";

const { values } = parseArgs({
	options: {
		workers: { type: "string", default: "0" },
		lake: { type: "string" },
		heap: { type: "string", default: "2G" },
	},
});
const missing = missingForTrino();
if (missing !== undefined) {
	console.log(`Trino cannot run here: ${missing}`);
	process.exit(1);
}
const cluster = await startCluster({
	workers: Number(values.workers),
	lake: values.lake,
	heap: values.heap,
});
console.log(`Trino: ${cluster.url}\nlake:  ${cluster.lake}`);
let stopping = false;
const end = async () => {
	if (stopping) return;
	stopping = true;
	await cluster.stop();
	process.exit(0);
};
process.on("SIGINT", end);
process.on("SIGTERM", end);
