import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { type Dataset, loadDatasets } from "../../../src/datasets/index.ts";
import { literal, openDuckdb, pathLiteral } from "../../../src/engine/index.ts";
import { type LoadResult, loadSources } from "../../../src/ingest/index.ts";
import { loadLists } from "../../../src/lists/index.ts";
import { type Part, Store } from "../../../src/store/index.ts";
import { openWorkspace } from "../../../src/workspace/index.ts";

const roots: string[] = [];
afterAll(() => {
	for (const root of roots) rmSync(root, { recursive: true, force: true });
});

export const LIMITS = { memory: "1GB", threads: 2 };

/** A source of bidui.yaml in few words. */
export interface SourceLine {
	id: string;
	path: string;
	dataset: string;
	[setting: string]: unknown;
}

/** A workspace in a temporary folder whose path has Chinese and a space. */
export class Bench {
	readonly root: string;

	constructor() {
		const base = mkdtempSync(join(tmpdir(), "bidui-ingest-"));
		roots.push(base);
		this.root = join(base, "青川 巡察");
		mkdirSync(join(this.root, "sources"), { recursive: true });
	}

	file(path: string, content: string | Uint8Array): this {
		const full = join(this.root, ...path.split("/"));
		mkdirSync(dirname(full), { recursive: true });
		writeFileSync(full, content);
		return this;
	}

	source(path: string, content: string | Uint8Array): this {
		return this.file(`sources/${path}`, content);
	}

	remove(path: string): this {
		rmSync(join(this.root, "sources", ...path.split("/")));
		return this;
	}

	dataset(yaml: string): this {
		const name = /^name: (\w+)$/m.exec(yaml)?.[1] ?? "x";
		return this.file(`rules/datasets/${name}.yaml`, yaml);
	}

	list(name: string, yaml: string): this {
		return this.file(`rules/lists/${name}.yaml`, yaml);
	}

	config(sources: readonly SourceLine[]): this {
		return this.file(
			"bidui.yaml",
			`contract: bidui/workspace@1\nround: 测试\noffice: 巡察办\nas_of: "2026-06-30"\nsources: ${JSON.stringify(sources)}\n`,
		);
	}

	get store(): Store {
		return new Store(join(this.root, "store"));
	}

	/** Loads with this workspace's own datasets and lists, and the shipped ones on request. */
	async load(
		options: {
			signal?: AbortSignal;
			shipped?: boolean;
			events?: unknown[];
			threads?: number;
		} = {},
	): Promise<LoadResult> {
		const workspace = openWorkspace(
			this.root,
			options.shipped ? undefined : join(this.root, "no-rules"),
		);
		const { lists } = loadLists(
			workspace.rules.map((folder) => join(folder, "lists")),
		);
		const { datasets, problems } = loadDatasets(
			workspace.rules.map((folder) => join(folder, "datasets")),
			lists,
		);
		if (problems.length > 0) throw new Error(JSON.stringify(problems));
		return loadSources({
			workspace,
			datasets,
			lists,
			store: this.store,
			limits: { ...LIMITS, threads: options.threads ?? LIMITS.threads },
			...(options.signal === undefined ? {} : { signal: options.signal }),
			...(options.events === undefined
				? {}
				: { onProgress: (event) => options.events?.push(event) }),
		});
	}

	partFile(part: Part): string {
		return this.store.partPath(part.dataset, part.key);
	}

	/** Rows of Parquet files of the store. */
	async rows(path: string, select = "*", more = ""): Promise<unknown[][]> {
		return query(
			`SELECT ${select} FROM read_parquet(${pathLiteral(path)}) ${more}`,
		);
	}

	/** Rows of the part of the only outcome. */
	async part(result: LoadResult, select = "*"): Promise<unknown[][]> {
		const part = result.outcomes[0]?.part;
		if (part === undefined)
			throw new Error(JSON.stringify(result.problems, null, 1));
		return this.rows(this.partFile(part), select, "ORDER BY _row");
	}

	quarantine(result: LoadResult): Promise<unknown[][]> {
		const part = result.outcomes[0]?.part;
		return this.rows(
			this.store.companionPath("quarantine", part?.key ?? ""),
			"_row, column_name, reason, raw",
			"ORDER BY ALL",
		);
	}

	quality(result: LoadResult): Promise<unknown[][]> {
		const part = result.outcomes[0]?.part;
		return this.rows(
			this.store.companionPath("quality", part?.key ?? ""),
			"_row, column_name, code",
			"ORDER BY ALL",
		);
	}
}

/** Rows of any statement, as arrays. */
export async function query(sql: string): Promise<unknown[][]> {
	const engine = await openDuckdb(LIMITS);
	try {
		const { columns, rows } = await engine.query(sql);
		return rows.map((row) => columns.map(({ name }) => row[name]));
	} finally {
		engine.close();
	}
}

/** A dataset definition with these columns (YAML flow maps), the rest usual. */
export function datasetYaml(
	name: string,
	columns: readonly string[],
	more = "",
): string {
	return `contract: bidui/dataset@1\nname: ${name}\ntitle: 测试表\nheld_by: [民政]\nfamily: welfare\n${more}\ncolumns:\n${columns.map((column) => `  - ${column}`).join("\n")}\n`;
}

export { type Dataset, literal };

/** People of a roll: the dataset that most tests load. */
export const ROLL = datasetYaml(
	"roll",
	[
		"{ name: name, kind: name, title: 姓名, headers: [姓名, 户主姓名], required: true }",
		"{ name: citizen_id, kind: citizen_id, title: 身份证号, headers: [身份证号, 身份证号码, 证件号码] }",
		"{ name: village, kind: text, title: 村, headers: [村, 村名], fill_down: true }",
		"{ name: amount, kind: money, title: 金额, headers: [金额, 发放金额], unit: 元, totalled: true }",
		"{ name: pay_date, kind: date, title: 发放日期, headers: [发放日期, 日期] }",
	],
	"natural_key: [citizen_id]\nidentify_by: [citizen_id, name]",
);
