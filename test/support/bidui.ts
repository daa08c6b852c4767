import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const binary = join(root, "bin", "bidui.mjs");

export interface Ran {
	code: number | null;
	out: string;
	err: string;
}

/** Runs the real binary to its end. */
export function bidui(
	args: readonly string[],
	env: NodeJS.ProcessEnv = {},
): Ran {
	const ran = spawnSync(process.execPath, [binary, ...args], {
		encoding: "utf8",
		cwd: tmpdir(),
		env: { ...process.env, ...env },
		maxBuffer: 1 << 28,
	});
	return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

/** Runs the real binary through a shell, for limits that only a shell sets. */
export function biduiInShell(prefix: string, args: readonly string[]): Ran {
	const quoted = [process.execPath, binary, ...args]
		.map((word) => `'${word.replaceAll("'", "'\\''")}'`)
		.join(" ");
	const ran = spawnSync("bash", ["-c", `${prefix}; exec ${quoted}`], {
		encoding: "utf8",
		cwd: tmpdir(),
		maxBuffer: 1 << 28,
	});
	return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

/** Starts the real binary and leaves it running. */
export function startBidui(args: readonly string[]) {
	return spawn(process.execPath, [binary, ...args], {
		cwd: tmpdir(),
		stdio: ["ignore", "pipe", "pipe"],
	});
}

/** Runs the real binary with --json and reads its document. */
export function biduiJson<T>(
	args: readonly string[],
): T & { code: number | null } {
	const ran = bidui([...args, "--json"]);
	try {
		return { ...(JSON.parse(ran.out) as T), code: ran.code };
	} catch {
		throw new Error(
			`no JSON from bidui ${args.join(" ")}\n${ran.out}\n${ran.err}`,
		);
	}
}

/**
 * A temporary folder whose name has Chinese and a space.
 * @param afterwards registers its removal: after the test, unless afterAll is given
 */
export function temporaryFolder(
	afterwards: (clean: () => void) => void = onTestFinished,
): string {
	const folder = join(mkdtempSync(join(tmpdir(), "bidui-")), "临时 工作区");
	mkdirSync(folder);
	afterwards(() => {
		rmSync(dirname(folder), { recursive: true, force: true });
	});
	return folder;
}

/** Writes files below a folder; keys are paths with forward slashes. */
export function writeFiles(
	folder: string,
	files: Record<string, string | Uint8Array>,
): void {
	for (const [name, content] of Object.entries(files)) {
		const path = join(folder, ...name.split("/"));
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, content);
	}
}

/** A published key: tests need the same lead numbers in every run. */
export const TEST_KEY = "00".repeat(32);

/** A small workspace over some files; the rules are the product's unless local ones are among the files. */
export function makeWorkspace(
	config: string,
	files: Record<string, string | Uint8Array>,
	afterwards?: (clean: () => void) => void,
): string {
	const folder = temporaryFolder(afterwards);
	writeFiles(folder, {
		"bidui.yaml": config,
		"private/site.key": `${TEST_KEY}\n`,
		...files,
	});
	return folder;
}

/** A copy of the sample county without what earlier runs left in it. */
export function copySample(): string {
	const folder = temporaryFolder();
	const sample = join(root, "datasets-sample");
	const made = new Set(["store", "leads", "out", "logs"]);
	for (const name of readdirSync(sample))
		if (!made.has(name))
			cpSync(join(sample, name), join(folder, name), { recursive: true });
	return folder;
}

function eachFile(folder: string): [name: string, bytes: Buffer][] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.sort()
		.filter((name) => statSync(join(folder, name)).isFile())
		.map((name) => [
			name.replaceAll("\\", "/"),
			readFileSync(join(folder, name)),
		]);
}

/** Every file below a folder with the digest of its bytes, for comparing whole trees. */
export function tree(folder: string): Record<string, string> {
	return Object.fromEntries(
		eachFile(folder).map(([name, bytes]) => [
			name,
			createHash("sha256").update(bytes).digest("hex"),
		]),
	);
}

/** The bytes of every file below a folder read as UTF-8, for looking into them. */
export function texts(folder: string): string[] {
	return eachFile(folder).map(([, bytes]) => bytes.toString("utf8"));
}
