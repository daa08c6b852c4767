import { createReadStream, createWriteStream } from "node:fs";
import { basename, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { MOST_UNPACKED, refuseNested } from "../archive/limits.ts";
import { refuse } from "../refusal.ts";
import type {
	FindReader,
	RawTable,
	ReadRequest,
	SkippedSheet,
} from "./types.ts";

/** A file packed by gzip: read as the file inside, whose name is that of the packed one without .gz. */
export async function* readGzip(
	request: ReadRequest,
	readerOf: FindReader,
): AsyncGenerator<RawTable | SkippedSheet> {
	const { path, scratch, at } = request;
	const name = basename(path).replace(/\.gz$/i, "");
	refuseNested(name, at);
	// The reader judges by content and extension; nothing else of the name is used.
	const inner = join(scratch, `unpacked${/\.\w{1,8}$/.exec(name)?.[0] ?? ""}`);
	let total = 0;
	const bound = new Transform({
		transform(chunk: Buffer, _, done) {
			total += chunk.length;
			done(total > MOST_UNPACKED ? new Error("too large") : null, chunk);
		},
	});
	try {
		await pipeline(
			createReadStream(path),
			createGunzip(),
			bound,
			createWriteStream(inner, { mode: 0o600 }),
		);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code ?? "";
		if (total > MOST_UNPACKED)
			refuse("archive-unreadable", at, { reason: "解开后大得不正常" });
		if (code.startsWith("Z_"))
			refuse("archive-unreadable", at, { reason: "压缩包损坏或不完整" });
		throw error;
	}
	const reader = await readerOf({ path: inner, at });
	yield* reader.read({ ...request, path: inner });
}
