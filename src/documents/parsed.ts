import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { compareCodePoints, sha256 } from "../base/index.ts";

const require = createRequire(import.meta.url);
/** What gave the values: another version may read a text differently. */
const FORMAT = `bidui/parsed@1 yaml@${String((require("yaml/package.json") as { version: string }).version)}`;

/** The values of the product's own definitions, made by `npm run build`; none beside the sources. */
const shippedFile = fileURLToPath(new URL("../parsed.txt", import.meta.url));

/** A line per text: its sha256, a blank, its value as JSON. */
type Lines = Map<string, string>;

function readLines(content: string): Lines {
	const lines: Lines = new Map();
	const [format, ...rest] = content.split("\n");
	if (format === FORMAT)
		for (const line of rest) lines.set(line.slice(0, 64), line.slice(65));
	return lines;
}

function writeLines(lines: Lines): string {
	const sorted = [...lines].sort(([a], [b]) => compareCodePoints(a, b));
	return [FORMAT, ...sorted.map((line) => line.join(" "))].join("\n");
}

let shippedLines: Lines | undefined;

function shipped(): Lines {
	shippedLines ??= existsSync(shippedFile)
		? readLines(readFileSync(shippedFile, "utf8"))
		: new Map();
	return shippedLines;
}

/** The file of a folder whose name is the digest of its content; damaged ones are passed over. */
function readFolder(folder: string): { lines: Lines; names: string[] } {
	let names: string[] = [];
	try {
		names = readdirSync(folder);
		for (const name of names) {
			const content = readFileSync(join(folder, name), "utf8");
			if (name === `${sha256(content)}.txt`)
				return { lines: readLines(content), names };
		}
	} catch {
		// Not there yet, closed to this user, or just replaced by another process.
	}
	return { lines: new Map(), names };
}

/**
 * Values of YAML texts that were parsed before, by the digest of the text and the version of the
 * parser, so that a value is never older than its text. Parsing takes fifty times as long.
 */
export class ParsedTexts {
	readonly #folder: string | undefined;
	#kept: { lines: Lines; names: string[] } | undefined;
	/** What this process asked for and the product does not bring. */
	readonly #used: Lines = new Map();
	#fresh = false;

	/** @param folder where values of other texts are kept from start to start; without one they are not */
	constructor(folder?: string) {
		this.#folder = folder;
	}

	/** The value of a text; it is parsed when nobody has yet. Values that JSON cannot hold are not kept. */
	value(text: string, parse: () => unknown): unknown {
		const key = sha256(text);
		const known = shipped().get(key);
		if (known !== undefined) return JSON.parse(known);
		if (this.#folder !== undefined) this.#kept ??= readFolder(this.#folder);
		const kept = this.#kept?.lines.get(key);
		if (kept !== undefined) {
			this.#used.set(key, kept);
			return JSON.parse(kept);
		}
		const value = parse();
		const json = JSON.stringify(value);
		if (json !== undefined && isDeepStrictEqual(JSON.parse(json), value)) {
			this.#used.set(key, json);
			this.#fresh = true;
		}
		return value;
	}

	/** What a build lays beside the program: the values that this process asked for. */
	content(): string {
		return writeLines(this.#used);
	}

	/**
	 * Keeps what was asked for, in the place of what was kept before.
	 * Where the folder cannot be written nothing is kept: the next start parses again.
	 */
	save(): void {
		if (this.#folder === undefined || !this.#fresh) return;
		const content = this.content();
		const name = `${sha256(content)}.txt`;
		const staged = join(this.#folder, `${process.pid}.tmp`);
		try {
			mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
			writeFileSync(staged, content);
			renameSync(staged, join(this.#folder, name));
			for (const other of this.#kept?.names ?? [])
				if (other !== name) rmSync(join(this.#folder, other), { force: true });
		} catch {
			// A folder that is closed, or no folder: what was half written goes with the next save.
		}
	}
}
