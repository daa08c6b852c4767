import { type FileHandle, open } from "node:fs/promises";

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
	for (let at = 0; at < bytes.length; )
		at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten;
}

/** Writes a file while what comes next is being worked on. */
export class CopyWriter {
	readonly #handle: FileHandle;
	/** What is being written, in a buffer of its own, and its end. */
	#own = Buffer.alloc(0);
	#pending: Promise<void> | undefined;

	private constructor(handle: FileHandle) {
		this.#handle = handle;
	}

	/** @param path a file that is made, or emptied */
	static async open(path: string): Promise<CopyWriter> {
		return new CopyWriter(await open(path, "w", 0o600));
	}

	/** Begins to write bytes, which may change as soon as this returns. Throws what the write before met. */
	async write(bytes: Buffer): Promise<void> {
		await this.flush();
		if (this.#own.length < bytes.length)
			this.#own = Buffer.allocUnsafe(bytes.length);
		bytes.copy(this.#own);
		this.#pending = writeAll(this.#handle, this.#own.subarray(0, bytes.length));
		// A failure is told by the next call.
		this.#pending.catch(() => {});
	}

	async flush(): Promise<void> {
		const pending = this.#pending;
		this.#pending = undefined;
		await pending;
	}

	async close(): Promise<void> {
		try {
			await this.#pending?.catch(() => {});
		} finally {
			await this.#handle.close();
		}
	}
}
