import {
	chmodSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { sha256, writeNew } from "../base/index.ts";
import { type Problem, problem } from "../errors/index.ts";
import type { BannedWord } from "../privacy/index.ts";
import { bannedWordProblems } from "./check-words.ts";
import { reportDigest } from "./digest.ts";
import type { ReportFile } from "./files.ts";
import { MANIFEST } from "./manifest-name.ts";
import type { ReportModel } from "./model.ts";

export interface WrittenReports {
	/** Name of the folder below the given one: as-of date and digest. */
	folder: string;
	/** Absolute paths; empty when the report was refused or could not be written. */
	files: string[];
	problems: Problem[];
	/** False when the folder was there already. */
	written: boolean;
}

const manifestSchema = z.object({
	files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});

/** The files of a report that is there already, by its own manifest; undefined where that cannot be read. */
function standing(
	dir: string,
): z.infer<typeof manifestSchema>["files"] | undefined {
	try {
		return manifestSchema.parse(
			JSON.parse(readFileSync(join(dir, MANIFEST), "utf8")),
		).files;
	} catch {
		return undefined;
	}
}

/** Says which files of a report are no longer as they were written, or are gone; they are left so. */
function keptReport(
	folder: string,
	dir: string,
	files: { name: string; sha256: string }[],
): WrittenReports {
	const changed = files
		.filter(({ name, sha256: expected }) => {
			const path = join(dir, name);
			return !existsSync(path) || sha256(readFileSync(path)) !== expected;
		})
		.map(({ name }) => name);
	return {
		folder,
		files: [...files.map(({ name }) => name), MANIFEST].map((name) =>
			join(dir, name),
		),
		problems:
			changed.length === 0
				? []
				: [
						problem(
							"report-edited",
							{ file: dir },
							{ files: changed.join("、") },
						),
					],
		written: false,
	};
}

/**
 * The reports of an earlier run, when they stand and nothing has to be written.
 * @returns undefined when the folder is gone or cannot be read
 */
export function standingReports(
	outDir: string,
	folder: string,
): WrittenReports | undefined {
	const dir = join(outDir, folder);
	const files = standing(dir);
	return files === undefined ? undefined : keptReport(folder, dir, files);
}

/** Fills a temporary folder and gives it its name at the end, so that a half-written report is never seen. */
function publish(dir: string, files: readonly ReportFile[]): void {
	const temporary = `${dir}.${process.pid}.tmp`;
	rmSync(temporary, { recursive: true, force: true });
	try {
		mkdirSync(temporary, { recursive: true });
		for (const { name, bytes } of files) {
			const path = join(temporary, name);
			writeNew(path, bytes);
			// Masked and meant to be handed on: others than the account of the nightly run may read it.
			chmodSync(path, 0o644);
		}
		renameSync(temporary, dir);
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
}

/**
 * Writes a report into a folder of its own below `outDir`. What exists is never changed:
 * the same report is not written twice, and lists that were filled in meanwhile are kept.
 * A report with a banned word in what it says of its own is refused.
 */
export async function writeReports(
	model: ReportModel,
	outDir: string,
	options: { bannedWords: readonly BannedWord[] },
): Promise<WrittenReports> {
	const digest = reportDigest(model);
	const folder = `${model.asOf}_${digest.slice(0, 8)}`;
	const dir = join(outDir, folder);
	const refused = bannedWordProblems(model, options.bannedWords);
	if (refused.length > 0)
		return { folder, files: [], problems: refused, written: false };
	const there = standing(dir);
	if (there !== undefined) return keptReport(folder, dir, there);
	// Writing Excel and Arrow takes libraries that a run without new results need not load.
	const { reportFiles } = await import("./files.ts");
	const files = await reportFiles(model, digest);
	const paths = files.map(({ name }) => join(dir, name));
	try {
		publish(dir, files);
	} catch (error) {
		const reason = (error as Error).message;
		return {
			folder,
			files: [],
			problems: [problem("report-unwritable", { file: dir }, { reason })],
			written: false,
		};
	}
	return { folder, files: paths, problems: [], written: true };
}
