import { statSync } from "node:fs";
import { identifier, pathList } from "../sql-text.ts";
import { SandboxError, type SandboxInput } from "../types.ts";

/** The view that shows an input: its declared columns, of its files, in their declared types. */
export function createView(input: SandboxInput): string {
	const name = identifier(input.name);
	if (input.files.length === 0) {
		const nulls = input.columns
			.map(({ name, type }) => `CAST(NULL AS ${type}) AS ${identifier(name)}`)
			.join(", ");
		return `CREATE VIEW ${name} AS SELECT ${nulls} WHERE false;`;
	}
	const columns = input.columns
		.map(
			({ name, type }) =>
				`CAST(${identifier(name)} AS ${type}) AS ${identifier(name)}`,
		)
		.join(", ");
	return `CREATE VIEW ${name} AS SELECT ${columns} FROM read_parquet(${pathList(input.files)});`;
}

/** Size and time of files, as they were before rules ran. */
export type FileStates = ReadonlyMap<string, string>;

function stateOf(path: string): string {
	const { size, mtimeNs } = statSync(path, { bigint: true });
	return `${size} ${mtimeNs}`;
}

/** Reads size and time of every input file. Throws when one is missing. */
export function readStates(inputs: readonly SandboxInput[]): FileStates {
	const paths = new Set(inputs.flatMap((input) => input.files));
	return new Map([...paths].map((path) => [path, stateOf(path)]));
}

/** @throws SandboxError (input-changed) when a file is no longer as it was */
export function compareStates(before: FileStates): void {
	for (const [path, state] of before) {
		let now: string;
		try {
			now = stateOf(path);
		} catch {
			now = "";
		}
		if (now !== state)
			throw new SandboxError(
				"input-changed",
				`运行期间输入文件被改动：${path}`,
			);
	}
}
