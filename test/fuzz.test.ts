import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { fuzz, tableOf } from "../scripts/fuzz/run.ts";

/** The full run is `npm run fuzz`; this one draws a seed, which it prints when something is found. */
test("no input with faults below its magic bytes crashes, hangs or loses a row", async () => {
	const seed = randomInt(1 << 30);
	const { counts, faults } = await fuzz(108, seed);
	expect(faults, `--seed ${seed}\n${tableOf(counts)}`).toEqual([]);
});
