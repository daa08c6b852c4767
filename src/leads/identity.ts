import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
	canonicalJson,
	hmacSha256,
	makePrivateDir,
	writeNew,
} from "../base/index.ts";
import { fail } from "../errors/index.ts";

const KEY_FILE = "site.key";

/** Crockford's base 32: no letters that read like digits. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Makes the site's key (32 random bytes as hex) unless there is one. Part of every backup. */
export function makeSiteKey(privateDir: string): void {
	const file = join(privateDir, KEY_FILE);
	if (existsSync(file)) return;
	makePrivateDir(privateDir);
	writeNew(file, `${randomBytes(32).toString("hex")}\n`);
	if (process.platform !== "win32") chmodSync(file, 0o600);
}

/** Reads the site's key. Fails with site-key-missing or site-key-broken. */
export function readSiteKey(privateDir: string): Uint8Array {
	const file = join(privateDir, KEY_FILE);
	if (!existsSync(file)) fail("site-key-missing", { file });
	const text = readFileSync(file, "utf8").trim();
	if (!/^[0-9a-f]{64}$/.test(text)) fail("site-key-broken", { file });
	return Buffer.from(text, "hex");
}

/**
 * The durable id of a lead: HMAC-SHA256 under the site's key over rule id and lead key,
 * its first 60 bits in base 32 as 7K2M-9QPD-4T1C. A plain hash of an identity number
 * could be reversed by trying them all (design decision 9).
 */
export function leadId(
	siteKey: Uint8Array,
	rule: string,
	key: readonly unknown[],
): string {
	let bits = BigInt(
		`0x${hmacSha256(siteKey, canonicalJson([rule, ...key])).slice(0, 15)}`,
	);
	let text = "";
	for (let i = 0; i < 12; i++) {
		text = (ALPHABET[Number(bits & 31n)] ?? "") + text;
		bits >>= 5n;
	}
	return text.replace(/(.{4})(.{4})(.{4})/, "$1-$2-$3");
}
