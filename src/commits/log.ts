import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createExclusive, timestamp } from "../base/index.ts";
import { fail, type Problem, problem } from "../errors/index.ts";
import {
	type Commit,
	decodeCommit,
	encodeCommit,
	type Head,
	NO_COMMIT,
} from "./commit.ts";

const NAME = /^(\d{8})\.ndjson$/;

function fileName(n: number): string {
	return `${String(n).padStart(8, "0")}.ndjson`;
}

/** A chain of commits as read, up to the first that cannot be believed. */
export interface Chain {
	commits: Commit[];
	/** The tip's sha; 64 zeros when nothing was committed. */
	tip: string;
	/** What is wrong with files after the tip; empty when all are sound. */
	problems: Problem[];
}

/**
 * Exclusive, numbered, hash-chained files in one folder (design decisions 3 and 8).
 * Two writers cannot both get a number, and a reader never waits.
 */
export class CommitLog {
	readonly folder: string;

	constructor(folder: string) {
		this.folder = folder;
	}

	/** Reads the chain from its start; a file that does not fit ends it, and is reported. */
	read(): Chain {
		const commits: Commit[] = [];
		const problems: Problem[] = [];
		let tip = NO_COMMIT;
		const numbers = existsSync(this.folder)
			? readdirSync(this.folder)
					.map((name) => Number(NAME.exec(name)?.[1] ?? 0))
					.filter((n) => n > 0)
					.sort((a, b) => a - b)
			: [];
		for (const n of numbers) {
			const file = join(this.folder, fileName(n));
			const expected = { n: commits.length + 1, prev: tip };
			const read = decodeCommit(readFileSync(file, "utf8"), expected);
			if ("broken" in read) {
				problems.push(problem("commit-broken", { file }, { why: read.broken }));
				break;
			}
			commits.push(read);
			tip = read.head.sha;
		}
		return { commits, tip, problems };
	}

	/**
	 * Adds a commit after the tip.
	 * Fails with commit-taken when another writer was faster, commit-broken when the chain does not hold.
	 * @param lines the body, one JSON document a line
	 */
	append(lines: readonly string[], by: string): Head {
		const chain = this.read();
		const first = chain.problems[0];
		if (first !== undefined) fail("commit-broken", first.at, { why: "见上" });
		mkdirSync(this.folder, { recursive: true, mode: 0o700 });
		const n = chain.commits.length + 1;
		const { text, head } = encodeCommit(lines, {
			n,
			prev: chain.tip,
			by,
			at: timestamp(),
		});
		const file = join(this.folder, fileName(n));
		if (!createExclusive(file, text)) fail("commit-taken", { file });
		return head;
	}
}
