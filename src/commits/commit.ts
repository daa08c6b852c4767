import * as z from "zod";
import { sha256 } from "../base/index.ts";

/** The first line of a commit file; the lines after it are the body. */
export const headSchema = z.strictObject({
	/** The number of the commit, from 1, without gaps. */
	n: z.int().positive(),
	/** `sha` of the commit before; 64 zeros for the first. */
	prev: z.string().regex(/^[0-9a-f]{64}$/),
	/** sha256 over n, prev, count, by, at and the body. */
	sha: z.string().regex(/^[0-9a-f]{64}$/),
	/** Lines in the body. */
	count: z.int().nonnegative(),
	/** Which program wrote it. */
	by: z.string(),
	/** When, ISO 8601; no result reads it. */
	at: z.string(),
});
export type Head = z.infer<typeof headSchema>;

export const NO_COMMIT = "0".repeat(64);

/** The sha of a commit: any change of its head or body changes it. */
export function commitSha(head: Omit<Head, "sha">, body: string): string {
	return sha256(
		`${head.n}\n${head.prev}\n${head.count}\n${head.by}\n${head.at}\n${body}`,
	);
}

/** A commit as read: its head and the text lines of its body. */
export interface Commit {
	head: Head;
	lines: string[];
}

/** Writes a commit as the text of its file. */
export function encodeCommit(
	lines: readonly string[],
	head: Omit<Head, "sha" | "count">,
): { text: string; head: Head } {
	const body = lines.map((line) => `${line}\n`).join("");
	const bare = { ...head, count: lines.length };
	const full: Head = { ...bare, sha: commitSha(bare, body) };
	const ordered = {
		n: full.n,
		prev: full.prev,
		sha: full.sha,
		count: full.count,
		by: full.by,
		at: full.at,
	};
	return { text: `${JSON.stringify(ordered)}\n${body}`, head: full };
}

/**
 * Reads the text of a commit file.
 * @returns the commit, or in words what is wrong with it
 */
export function decodeCommit(
	text: string,
	expected: { n: number; prev: string },
): Commit | { broken: string } {
	const end = text.indexOf("\n");
	if (end < 0) return { broken: "文件不完整" };
	let json: unknown;
	try {
		json = JSON.parse(text.slice(0, end));
	} catch {
		return { broken: "首行不是 JSON" };
	}
	const parsed = headSchema.safeParse(json);
	if (!parsed.success) return { broken: "首行缺少必要内容" };
	const head = parsed.data;
	const body = text.slice(end + 1);
	if (head.n !== expected.n) return { broken: `编号应为 ${expected.n}` };
	if (head.prev !== expected.prev) return { broken: "与上一份接不上" };
	const lines = body === "" ? [] : body.slice(0, -1).split("\n");
	if ((body !== "" && !body.endsWith("\n")) || lines.length !== head.count)
		return { broken: "行数与首行记载不符" };
	if (commitSha(head, body) !== head.sha) return { broken: "内容与校验值不符" };
	return { head, lines };
}
