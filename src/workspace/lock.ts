import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	unlinkSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { createExclusive, timestamp } from "../base/index.ts";
import { fail } from "../errors/index.ts";

const ownerSchema = z.object({
	pid: z.int(),
	host: z.string(),
	since: z.string(),
	/** When the process began, by the system's own count; tells a reused process number. */
	began: z.string().nullable(),
});
type Owner = z.infer<typeof ownerSchema>;

/** Field 22 of /proc/<pid>/stat; null where there is no such file. */
function beganAt(pid: number): string | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
	} catch {
		return null;
	}
}

function isAlive(owner: Owner): boolean {
	// Nothing can be said of a process on another machine: its lock stands.
	if (owner.host !== hostname()) return true;
	try {
		process.kill(owner.pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
	const began = beganAt(owner.pid);
	return began === null || owner.began === null || began === owner.began;
}

function readOwner(file: string): Owner | undefined {
	try {
		const parsed = ownerSchema.safeParse(
			JSON.parse(readFileSync(file, "utf8")),
		);
		return parsed.success ? parsed.data : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Takes the run lock of a store folder, or fails with workspace-locked and says who holds it.
 * A lock whose owner is dead, or that cannot be read, is taken over.
 * @returns the function that gives it back
 */
export function lockStore(storeDir: string): () => void {
	mkdirSync(storeDir, { recursive: true, mode: 0o700 });
	const file = join(storeDir, "run.lock");
	const mine: Owner = {
		pid: process.pid,
		host: hostname(),
		since: timestamp(),
		began: beganAt(process.pid),
	};
	const text = `${JSON.stringify(mine)}\n`;
	if (existsSync(file)) {
		const owner = readOwner(file);
		if (owner !== undefined && isAlive(owner))
			fail("workspace-locked", { file }, { ...owner, began: "" });
		// Renaming first lets only one of two successors remove the dead lock.
		const dead = `${file}.${process.pid}`;
		try {
			renameSync(file, dead);
			unlinkSync(dead);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
		}
	}
	if (!createExclusive(file, text)) {
		const owner = readOwner(file);
		fail(
			"workspace-locked",
			{ file },
			{
				pid: owner?.pid ?? "?",
				host: owner?.host ?? "?",
				since: owner?.since ?? "?",
			},
		);
	}
	return () => {
		if (readOwner(file)?.pid === process.pid) unlinkSync(file);
	};
}
