import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";

/** One thing that the server does with a request; undefined drops the connection. */
export type Reply =
	| { status: number; body?: unknown; headers?: Record<string, string> }
	| "drop"
	| "half"
	| "silence";

export interface Asked {
	method: string;
	path: string;
	headers: IncomingMessage["headers"];
	body: string;
}

export interface FakeTrino {
	url: string;
	/** What was asked, in its order. */
	asked: Asked[];
	close(): Promise<void>;
}

/** A page of the protocol; what is left out is as Trino has it. */
export function page(parts: Record<string, unknown>): Reply {
	return {
		status: 200,
		body: { id: "q1", stats: { state: "RUNNING" }, ...parts },
	};
}

export const integers = {
	columns: [
		{
			name: "n",
			type: "bigint",
			typeSignature: { rawType: "bigint", arguments: [] },
		},
	],
};

/**
 * A server that does what a real Trino does not do on demand. It holds connections open as one does.
 * @param reply given the request and how many came before
 */
export async function fakeTrino(
	reply: (asked: Asked, n: number, url: string) => Reply,
	tls?: { key: string; cert: string },
): Promise<FakeTrino> {
	const asked: Asked[] = [];
	let url = "";
	const answer = async (request: IncomingMessage, response: ServerResponse) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const one: Asked = {
			method: request.method ?? "",
			path: request.url ?? "",
			headers: request.headers,
			body: Buffer.concat(chunks).toString("utf8"),
		};
		asked.push(one);
		const what = reply(one, asked.length - 1, url);
		if (what === "silence") return;
		if (what === "drop") {
			request.socket.destroy();
			return;
		}
		if (what === "half") {
			response.writeHead(200, { "content-length": "1000" });
			response.write('{"id":');
			setTimeout(() => request.socket.destroy(), 10);
			return;
		}
		response.writeHead(what.status, {
			"content-type": "application/json",
			...what.headers,
		});
		response.end(what.body === undefined ? "" : JSON.stringify(what.body));
	};
	const server =
		tls === undefined ? createServer(answer) : createTlsServer(tls, answer);
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	const address = server.address();
	const port = typeof address === "object" ? address?.port : 0;
	url = `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}`;
	return {
		url,
		asked,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
