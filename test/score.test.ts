import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { county } from "../scripts/generate/county.ts";
import { print } from "../scripts/score/print.ts";
import { askProduct } from "../scripts/score/product.ts";
import { type Score, score } from "../scripts/score/score.ts";
import { readTruth } from "../scripts/score/truth.ts";

/** The smallest county: every kind of case stands in it once. */
const smallest = 0.001;

describe("the leads of the real program against the truth", () => {
	test("the sample: exactly the planted ones", { timeout: 300_000 }, () =>
		inFolder(async (dir) => {
			for (const part of [
				"bidui.yaml",
				"truth.json",
				"sources",
				"private",
				"rules",
			])
				cpSync(join("datasets-sample", part), join(dir, part), {
					recursive: true,
				});
			const [truth, said] = [readTruth(dir), await askProduct(dir)];
			expectPassed(score(truth, said));
			// As many rows in quarantine, one of them another.
			const [first, ...rest] = said.quarantined;
			if (!first) throw new Error("nothing waits in quarantine");
			const moved = { ...first, row: first.row + 1 };
			const other = score(truth, { ...said, quarantined: [moved, ...rest] });
			expect(other.passed).toBe(false);
			expect(
				other.quarantine.map(({ row, unusable }) => [row, unusable]),
			).toEqual(
				expect.arrayContaining([
					[first.row, true],
					[moved.row, false],
				]),
			);
		}),
	);

	test.each([0, 1, 3])(
		"a seed drawn now, errors %i",
		{ timeout: 300_000 },
		(errors) =>
			inFolder(async (dir) => {
				await write(dir, Math.floor(Math.random() * 1e9), errors);
				expectPassed(await scored(dir));
			}),
	);
});

async function scored(dir: string): Promise<Score> {
	return score(readTruth(dir), await askProduct(dir));
}

/** The whole report is the message, with the seed in its first line. */
function expectPassed(result: Score): void {
	console.log(
		`score: seed ${result.seed}, scale ${result.scale}, errors ${result.errors}`,
	);
	expect(result.passed, print(result)).toBe(true);
}

async function write(dir: string, seed: number, errors: number): Promise<void> {
	for (const { path, bytes } of (await county(seed, smallest, { errors }))
		.files) {
		mkdirSync(dirname(join(dir, path)), { recursive: true });
		writeFileSync(join(dir, path), bytes);
	}
}

async function inFolder(work: (dir: string) => void | Promise<void>) {
	const dir = mkdtempSync(join(tmpdir(), "bidui-score-"));
	try {
		await work(dir);
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}
