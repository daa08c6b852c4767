import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeNew } from "../base/index.ts";

/** Letters that Windows does not allow in the name of a file. */
export function fileName(text: string): string {
	return text.replace(/[\\/:*?"<>|\s]/g, "_").slice(0, 60);
}

/**
 * Writes files that are handed out into a folder of their own, which appears whole. A folder that is there already
 * is left as it is: what was handed out, and perhaps filled in, is never written over.
 * @param files by name, made only when they are needed
 * @returns the absolute paths
 */
export async function writeHandout(
	folder: string,
	files: ReadonlyMap<string, () => Promise<Uint8Array>>,
): Promise<string[]> {
	if (!existsSync(folder)) {
		const temporary = `${folder}.${process.pid}.tmp`;
		rmSync(temporary, { recursive: true, force: true });
		try {
			mkdirSync(temporary, { recursive: true });
			for (const [name, make] of files) {
				const path = join(temporary, name);
				writeNew(path, await make());
				// Masked and meant to be handed on.
				chmodSync(path, 0o644);
			}
			renameSync(temporary, folder);
		} finally {
			rmSync(temporary, { recursive: true, force: true });
		}
	}
	return [...files.keys()].map((name) => join(folder, name));
}
