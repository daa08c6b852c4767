import { createHash, createHmac } from "node:crypto";
import { createReadStream } from "node:fs";
import { canonicalJson } from "./canonical.ts";

/** Hex sha256 of a text (as UTF-8) or of bytes. */
export function sha256(content: string | Uint8Array): string {
	return createHash("sha256").update(content).digest("hex");
}

/** Hex sha256 of a value's canonical JSON: the fingerprint of settings, rules, manifests. */
export function fingerprint(value: unknown): string {
	return sha256(canonicalJson(value));
}

/** Hex HMAC-SHA256 of a text under a key. */
export function hmacSha256(key: Uint8Array, text: string): string {
	return createHmac("sha256", key).update(text).digest("hex");
}

/** Hex sha256 of a file, read as a stream. */
export async function sha256File(path: string): Promise<string> {
	const hash = createHash("sha256");
	for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
		hash.update(chunk as Uint8Array);
	return hash.digest("hex");
}
