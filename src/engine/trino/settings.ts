import { readFileSync } from "node:fs";

/** A Trino cluster and who asks it. */
export interface TrinoSettings {
	/** http://host:port or https://host:port of the coordinator. */
	url: string;
	user: string;
	/** Goes out over https only, or to this machine itself. */
	password?: string | undefined;
	/** A JWT; the same holds for it. */
	token?: string | undefined;
	/** PEM file of the authority that signed the server's certificate. */
	caFile?: string | undefined;
	catalog?: string | undefined;
	schema?: string | undefined;
	/** Session properties by their names. */
	session?: Readonly<Record<string, string>> | undefined;
	/** How long lost connections and 502, 503, 504 are borne, in milliseconds. */
	patienceMs?: number | undefined;
}

/** Where and as whom requests are made: settings that passed their checks. */
export interface TrinoServer {
	origin: URL;
	headers: Readonly<Record<string, string>>;
	ca: Buffer | undefined;
	patienceMs: number;
}

const DEFAULT_PATIENCE_MS = 60_000;

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function authorization(settings: TrinoSettings): string | undefined {
	if (settings.token !== undefined) return `Bearer ${settings.token}`;
	if (settings.password === undefined) return undefined;
	const pair = `${settings.user}:${settings.password}`;
	return `Basic ${Buffer.from(pair, "utf8").toString("base64")}`;
}

/**
 * Checks settings and makes the headers of every request from them
 * (Trino client protocol, https://trino.io/docs/current/develop/client-protocol.html).
 * @throws TypeError for an address that is none, RangeError for a secret that would leave in the clear
 */
export function trinoServer(settings: TrinoSettings): TrinoServer {
	const origin = new URL(settings.url);
	if (origin.protocol !== "http:" && origin.protocol !== "https:")
		throw new TypeError(`不是 http 或 https 地址：${settings.url}`);
	const secret = authorization(settings);
	if (
		secret !== undefined &&
		origin.protocol === "http:" &&
		!loopback.test(origin.hostname)
	)
		throw new RangeError(`口令和令牌只能经 https 发送：${settings.url}`);
	const session = Object.entries(settings.session ?? {})
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
		.join(",");
	return {
		origin,
		headers: {
			"X-Trino-User": settings.user,
			"X-Trino-Source": "bidui",
			"X-Trino-Time-Zone": "UTC",
			...(settings.catalog === undefined
				? {}
				: { "X-Trino-Catalog": settings.catalog }),
			...(settings.schema === undefined
				? {}
				: { "X-Trino-Schema": settings.schema }),
			...(session === "" ? {} : { "X-Trino-Session": session }),
			...(secret === undefined ? {} : { Authorization: secret }),
		},
		ca:
			settings.caFile === undefined ? undefined : readFileSync(settings.caFile),
		patienceMs: settings.patienceMs ?? DEFAULT_PATIENCE_MS,
	};
}
