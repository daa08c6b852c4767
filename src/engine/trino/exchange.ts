import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { TrinoServer } from "./settings.ts";

/** A silent server counts as a lost connection; it answers within a second when it lives. */
const SILENCE_MS = 30_000;

export interface Answer {
	status: number;
	body: string;
}

export interface Question {
	method: "GET" | "POST" | "DELETE";
	url: URL;
	body?: string | undefined;
	headers?: Readonly<Record<string, string>> | undefined;
	signal?: AbortSignal | undefined;
	silenceMs?: number | undefined;
}

/**
 * One HTTP exchange with a Trino server; the whole body is read.
 * @throws the error of the socket: refused, dropped, silent, or aborted by the signal
 */
export function exchange(
	server: TrinoServer,
	question: Question,
): Promise<Answer> {
	const send = question.url.protocol === "https:" ? httpsRequest : httpRequest;
	return new Promise((resolve, reject) => {
		const outgoing = send(
			question.url,
			{
				method: question.method,
				headers: {
					...server.headers,
					...question.headers,
					...(question.body === undefined
						? {}
						: {
								"Content-Type": "text/plain; charset=utf-8",
								"Content-Length": Buffer.byteLength(question.body),
							}),
				},
				...(server.ca === undefined ? {} : { ca: server.ca }),
				...(question.signal === undefined ? {} : { signal: question.signal }),
			},
			(incoming: IncomingMessage) => {
				const chunks: Buffer[] = [];
				incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
				incoming.on("error", reject);
				incoming.on("close", () => {
					if (!incoming.complete)
						reject(new Error("connection closed within an answer"));
				});
				incoming.on("end", () =>
					resolve({
						status: incoming.statusCode ?? 0,
						body: Buffer.concat(chunks).toString("utf8"),
					}),
				);
			},
		);
		outgoing.setTimeout(question.silenceMs ?? SILENCE_MS, () =>
			outgoing.destroy(new Error("the server is silent")),
		);
		outgoing.on("error", reject);
		outgoing.end(question.body);
	});
}
