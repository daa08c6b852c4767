import { setTimeout as pause } from "node:timers/promises";
import { elapsed, monotonic } from "../../base/index.ts";
import { SandboxError } from "../types.ts";
import { type Answer, exchange, type Question } from "./exchange.ts";
import { failureOf } from "./failures.ts";
import { type Page, type Progress, readPage } from "./page.ts";
import type { TrinoServer } from "./settings.ts";

export interface StatementOptions {
	/** Where unqualified names are looked for, in place of the server's settings. */
	schema?: string | undefined;
	/** Milliseconds; the query is cancelled when they are over. */
	timeoutMs?: number | undefined;
	signal?: AbortSignal | undefined;
	/** Called with every page that comes. */
	onProgress?: ((progress: Progress, queryId: string) => void) | undefined;
}

/** Answers that say "ask again" (Trino client protocol). */
const passing = new Set([502, 503, 504]);

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
/** How long a cancelled statement may take to be taken back. */
const CANCEL_MS = 5_000;

function engineError(message: string): SandboxError {
	return new SandboxError("engine", message);
}

/**
 * Asks until an answer comes that is not "ask again". A statement that was sent and whose answer was lost
 * may be sent again: it starts only when its first nextUri is asked for.
 */
async function persistently(
	server: TrinoServer,
	question: Question,
): Promise<Answer> {
	const start = monotonic();
	for (
		let wait = FIRST_PAUSE_MS;
		;
		wait = Math.min(wait * 2, LONGEST_PAUSE_MS)
	) {
		let reason: string;
		try {
			const answer = await exchange(server, question);
			if (answer.status === 200 || answer.status === 204) return answer;
			if (!passing.has(answer.status))
				throw engineError(
					`${question.url.origin} 答复 ${answer.status}：${answer.body.slice(0, 200)}`,
				);
			reason = `答复 ${answer.status}`;
		} catch (error) {
			if (error instanceof SandboxError || question.signal?.aborted)
				throw error;
			reason = (error as Error).message;
		}
		if (elapsed(start) + wait > server.patienceMs)
			throw engineError(
				`${question.url.origin} 在 ${Math.round(server.patienceMs / 1000)} 秒内没有应答：${reason}`,
			);
		await pause(wait, undefined, { signal: question.signal });
	}
}

/** The next address, which must be the server's own: the credentials go with it. */
function follow(server: TrinoServer, uri: string): URL {
	const url = new URL(uri);
	if (url.host !== server.origin.host)
		throw engineError(
			`服务器让客户端转到另一台机器 ${url.host}，未转；代理应转发 X-Forwarded-Host`,
		);
	url.protocol = server.origin.protocol;
	return url;
}

async function cancel(server: TrinoServer, uri: string): Promise<void> {
	try {
		await persistently(
			{ ...server, patienceMs: Math.min(server.patienceMs, CANCEL_MS) },
			{ method: "DELETE", url: follow(server, uri), silenceMs: CANCEL_MS },
		);
	} catch {
		// The server forgets a query that nobody asks for within its query.client.timeout.
	}
}

/**
 * Runs one statement and gives its pages as they come. Whoever stops early, by the signal, by the time
 * limit, by leaving the loop or by an error, leaves no query behind on the server.
 * @throws TrinoError with Trino's name and place; SandboxError timeout, cancelled, or engine when the
 * server cannot be reached for longer than the patience of its settings
 */
export async function* pages(
	server: TrinoServer,
	sql: string,
	options: StatementOptions = {},
): AsyncGenerator<Page> {
	if (options.signal?.aborted) throw new SandboxError("cancelled", "已取消");
	const stop = new AbortController();
	let reason: "timeout" | "cancelled" | undefined;
	const end = (why: "timeout" | "cancelled") => {
		reason ??= why;
		stop.abort();
	};
	const onAbort = () => end("cancelled");
	options.signal?.addEventListener("abort", onAbort, { once: true });
	const timer =
		options.timeoutMs === undefined
			? undefined
			: setTimeout(() => end("timeout"), options.timeoutMs);
	let next: string | undefined;
	try {
		const headers =
			options.schema === undefined
				? undefined
				: { "X-Trino-Schema": options.schema };
		let question: Question = {
			method: "POST",
			url: new URL("/v1/statement", server.origin),
			body: sql,
			headers,
			signal: stop.signal,
		};
		for (;;) {
			const { body } = await persistently(server, question);
			const page = readPage(body);
			next = page.nextUri;
			options.onProgress?.(page.stats, page.id);
			if (page.error !== undefined) throw failureOf(page.error, page.id);
			yield page;
			if (next === undefined) return;
			question = {
				method: "GET",
				url: follow(server, next),
				signal: stop.signal,
			};
		}
	} catch (error) {
		if (reason === "cancelled") throw new SandboxError("cancelled", "已取消");
		if (reason === "timeout")
			throw new SandboxError(
				"timeout",
				`超过时限 ${Math.round((options.timeoutMs ?? 0) / 1000)} 秒`,
			);
		if (error instanceof SandboxError) throw error;
		throw engineError(`不能理解服务器的答复：${(error as Error).message}`);
	} finally {
		clearTimeout(timer);
		options.signal?.removeEventListener("abort", onAbort);
		if (next !== undefined) await cancel(server, next);
	}
}
