import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareCodePoints, fingerprint, sha256 } from "../../base/index.ts";
import { storedColumns } from "../../datasets/index.ts";
import { engineVersion } from "../../engine/index.ts";
import type { RuleSet } from "../load/load.ts";
import type { LoadedRule, RuleNode } from "../load/node.ts";
import type { RuleTest } from "../schema/index.ts";

/** Keys that are kept; the oldest go first. */
const MOST_KEYS = 20_000;

/**
 * The tests that passed, each under a key of all that its outcome stands on. A test whose key is
 * there need not run again: whatever changes it changes the key. Failed tests are never kept.
 */
export class PassedTests {
	readonly #file: string;
	readonly #keys: Set<string>;

	private constructor(file: string, keys: Iterable<string>) {
		this.#file = file;
		this.#keys = new Set(keys);
	}

	/**
	 * @param folder of the workspace's store; it may be missing
	 * @param all begins with none, so that every test runs
	 */
	static read(folder: string, all = false): PassedTests {
		const file = join(folder, "passed.txt");
		return new PassedTests(
			file,
			!all && existsSync(file)
				? readFileSync(file, "utf8")
						.split("\n")
						.filter((line) => /^[0-9a-f]{64}$/.test(line))
				: [],
		);
	}

	has(key: string): boolean {
		return this.#keys.has(key);
	}

	/** Keeps keys for the next time. Where the folder cannot be written the tests run again then. */
	keep(keys: readonly string[]): void {
		for (const key of keys) {
			this.#keys.delete(key);
			this.#keys.add(key);
		}
		const temporary = `${this.#file}.${process.pid}`;
		try {
			mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
			writeFileSync(
				temporary,
				`${[...this.#keys].slice(-MOST_KEYS).join("\n")}\n`,
				{ mode: 0o600 },
			);
			renameSync(temporary, this.#file);
		} catch {
			rmSync(temporary, { force: true });
		}
	}
}

/** The folder of the program: dist, or src where it runs from its sources. */
const programFolder = fileURLToPath(new URL("../..", import.meta.url));

/** Everything that runs a test beside the rules themselves: the program, its libraries, the engine. */
function program(): string {
	const files = readdirSync(programFolder, {
		recursive: true,
		encoding: "utf8",
	})
		.filter((name) => /\.[jt]s$/.test(name))
		.sort(compareCodePoints);
	return fingerprint([
		engineVersion(),
		readFileSync(join(programFolder, "../package.json"), "utf8"),
		files.map((name) => [
			name,
			sha256(readFileSync(join(programFolder, name))),
		]),
	]);
}

/** Gives the key of each test of a set of rules. */
export function testKeys(
	set: RuleSet,
): (rule: LoadedRule, test: RuleTest) => string {
	const runs = program();
	const prints = new Map<RuleNode, string>();
	const inputPrint = (
		input: RuleNode["inputs"][number],
	): string | undefined => {
		if ("model" in input) {
			const model = set.models.get(input.model);
			return model && nodePrint(model);
		}
		if ("list" in input) return set.lists.get(input.list)?.fingerprint;
		const dataset = set.datasets.get(input.dataset);
		return dataset && JSON.stringify(storedColumns(dataset));
	};
	const nodePrint = (node: RuleNode): string => {
		const known = prints.get(node);
		if (known !== undefined) return known;
		const { tests: _, ...said } =
			node.kind === "rule" ? node.rule : { ...node.header, tests: undefined };
		const print = fingerprint([
			node.name,
			said,
			node.sql,
			node.inputs.map((input) => inputPrint(input) ?? null),
		]);
		prints.set(node, print);
		return print;
	};
	return (rule, test) => fingerprint([runs, nodePrint(rule), test]);
}
