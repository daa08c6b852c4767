import {
	chmodSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from "node:fs";
import { join } from "node:path";
import { writeNew } from "../base/index.ts";
import { type Problem, problem } from "../errors/index.ts";
import type { BannedWord } from "../privacy/index.ts";
import { bannedWordProblems } from "./check-words.ts";
import { reportDigest } from "./digest.ts";
import { type ReportFile, reportFiles } from "./files.ts";
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

/** Names of the files that are not what this report would write. */
function edited(dir: string, files: readonly ReportFile[]): string[] {
	return files
		.filter(({ name, bytes }) => {
			const path = join(dir, name);
			return existsSync(path) && !readFileSync(path).equals(bytes);
		})
		.map(({ name }) => name);
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
	const files = await reportFiles(model, digest);
	const paths = files.map(({ name }) => join(dir, name));
	if (existsSync(dir)) {
		const changed = edited(dir, files);
		const problems =
			changed.length === 0
				? []
				: [
						problem(
							"report-edited",
							{ file: dir },
							{ files: changed.join("、") },
						),
					];
		return { folder, files: paths, problems, written: false };
	}
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
