import {
	chmodSync,
	closeSync,
	existsSync,
	fsyncSync,
	linkSync,
	mkdirSync,
	openSync,
	renameSync,
	unlinkSync,
	writeSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Makes a folder that only its owner may enter (design decision 12); a no-op on Windows modes. */
export function makePrivateDir(path: string): void {
	mkdirSync(path, { recursive: true, mode: 0o700 });
	if (process.platform !== "win32") chmodSync(path, 0o700);
}

/** Flushes a folder's entries to disk; Windows has no such call and needs none. */
function syncDir(path: string): void {
	if (process.platform === "win32") return;
	const handle = openSync(path, "r");
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Flushes a file's bytes to disk. */
export function syncFile(path: string): void {
	const handle = openSync(path, "r+");
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Writes a file that must not exist yet and flushes it. Throws EEXIST when it does. */
export function writeNew(path: string, content: string | Uint8Array): void {
	const handle = openSync(path, "wx", 0o600);
	try {
		const bytes =
			typeof content === "string" ? Buffer.from(content, "utf8") : content;
		for (let at = 0; at < bytes.length; )
			at += writeSync(handle, bytes, at, bytes.length - at);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/**
 * Makes content appear under a name at once or not at all, and only if the name is free.
 * @returns false when the name was taken already; nothing was changed then
 */
export function createExclusive(
	path: string,
	content: string | Uint8Array,
): boolean {
	const dir = dirname(path);
	const temporary = join(dir, `.${process.pid}.${performance.now()}.tmp`);
	writeNew(temporary, content);
	try {
		linkSync(temporary, path);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		if (code === "EEXIST") return false;
		// A file system without hard links (exFAT): exclusive creation is all it offers.
		if (existsSync(path)) return false;
		writeNew(path, content);
	} finally {
		unlinkSync(temporary);
	}
	syncDir(dir);
	return true;
}

/**
 * Moves a finished temporary file to its immutable name and makes it read-only.
 * A name that exists already holds the same content by construction, so the temporary one is dropped.
 */
export function publishImmutable(temporary: string, path: string): void {
	syncFile(temporary);
	if (existsSync(path)) {
		unlinkSync(temporary);
		return;
	}
	mkdirSync(dirname(path), { recursive: true });
	renameSync(temporary, path);
	chmodSync(path, 0o400);
	syncDir(dirname(path));
}

/** Flushes a file, or a folder's entries, to disk while other work goes on; folders on Windows need none. */
async function flushed(path: string, flags: "r" | "r+"): Promise<void> {
	if (flags === "r" && process.platform === "win32") return;
	const handle = await open(path, flags);
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/**
 * Does what publishImmutable does for several files at once: the disk is waited for once for all of them.
 * When this returns, all have their names, and keep them when the power fails.
 */
export async function publishTogether(
	files: readonly { temporary: string; path: string }[],
): Promise<void> {
	await Promise.all(files.map(({ temporary }) => flushed(temporary, "r+")));
	const folders = new Set<string>();
	for (const { temporary, path } of files) {
		if (existsSync(path)) {
			unlinkSync(temporary);
			continue;
		}
		mkdirSync(dirname(path), { recursive: true });
		renameSync(temporary, path);
		chmodSync(path, 0o400);
		folders.add(dirname(path));
	}
	await Promise.all([...folders].map((folder) => flushed(folder, "r")));
}
