import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDatasets } from "../../src/datasets/index.ts";
import {
	type Engine,
	literal,
	openDuckdb,
	pathLiteral,
} from "../../src/engine/index.ts";
import { loadSources, type SourceOutcome } from "../../src/ingest/index.ts";
import { Store } from "../../src/store/index.ts";
import { openWorkspace } from "../../src/workspace/index.ts";
import {
	FORMATS,
	type Format,
	OUTCOMES,
	type Outcome,
	REFUSALS,
} from "./cells.ts";
import { type Input, makeInput } from "./forms.ts";
import { Random } from "./random.ts";
import { DATASET, INTENTS, makeTable, type Table } from "./table.ts";

const LIMITS = { memory: "2GB", threads: 2 };
const BATCH = 60;
/** No input has more than a few kilobytes: whatever takes so long hangs. */
const HANG_SECONDS = 30;

/** How many inputs of each format ended how. */
export type Counts = Record<Format, Record<Outcome, number>>;

export interface FuzzReport {
	counts: Counts;
	/** What must not be: a crash, a hang, a row that is not accounted for; with what makes it again. */
	faults: string[];
}

async function writeParquet(
	engine: Engine,
	table: Table,
	path: string,
): Promise<void> {
	const names = table.headings.map(
		(text, i) =>
			`"${(text === "" ? "空" : text).replaceAll('"', '""')}${table.headings.indexOf(text) === i ? "" : i}"`,
	);
	const rows = table.rows.map(
		(row) =>
			`(${table.headings.map((_, i) => literal((row[i] ?? "").replaceAll("\0", ""))).join(", ")})`,
	);
	await engine.execute(
		`COPY (SELECT * FROM (VALUES ${rows.join(", ")}) AS t(${names.join(", ")})) TO ${pathLiteral(path)} (FORMAT parquet)`,
	);
}

/** What is wrong with an outcome; undefined when nothing is. */
function faultOf(outcome: SourceOutcome, input: Input): string | undefined {
	const { status, part, problems } = outcome;
	if ((outcome.seconds ?? 0) > HANG_SECONDS)
		return `took ${outcome.seconds} seconds`;
	if (status === "refused") {
		const code = problems.find(({ severity }) => severity === "error")?.code;
		return code !== undefined && code in REFUSALS
			? undefined
			: `refused with ${code}: ${problems[0]?.message}`;
	}
	if (part === undefined) return `status ${status}`;
	const { read, added = 0, loaded, quarantined, decoration } = part.counts;
	if (read + added !== loaded + quarantined + decoration)
		return `${read} records are ${loaded} + ${quarantined} + ${decoration}`;
	if (input.records !== undefined && input.records !== read)
		return `${input.records} records were written, ${read} read`;
	return undefined;
}

function outcomeOf(outcomes: readonly SourceOutcome[]): Outcome {
	const refused = outcomes.find(({ status }) => status === "refused");
	if (refused !== undefined) {
		const code = refused.problems.find(
			({ severity }) => severity === "error",
		)?.code;
		return REFUSALS[code ?? ""] ?? "refused-form";
	}
	return outcomes.some(({ quarantined }) => quarantined > 0)
		? "quarantined"
		: "loaded";
}

interface Case {
	id: string;
	format: Format;
	what: string;
	input: Input;
	path: string;
}

/** Makes the inputs of a batch in a workspace of their own. */
async function makeCases(
	root: string,
	seed: number,
	from: number,
	count: number,
	formats: readonly Format[],
	engine: Engine,
): Promise<Case[]> {
	const cases: Case[] = [];
	for (let i = from; i < from + count; i++) {
		const random = new Random(seed * 1_000_003 + i);
		const format = formats[i % formats.length] ?? "csv";
		const intent =
			INTENTS[Math.floor(i / formats.length) % INTENTS.length] ?? "cells";
		const table = makeTable(random, intent);
		const input = await makeInput(format, table, intent, random);
		const folder = join(root, "sources", `i${i}`);
		mkdirSync(folder, { recursive: true });
		const path = join(folder, input.name);
		if (input.parquet === undefined) writeFileSync(path, input.bytes);
		else await writeParquet(engine, input.parquet, path);
		if (input.after !== undefined)
			writeFileSync(path, input.after(readFileSync(path)));
		cases.push({
			id: `i${i}`,
			format,
			what: `--seed ${seed} input ${i} (${format}, ${intent})`,
			input,
			path: `i${i}/${input.name}`,
		});
	}
	return cases;
}

async function loadCases(
	root: string,
	cases: readonly Case[],
): Promise<Map<string, SourceOutcome[]>> {
	const sources = cases.map(({ id, path }) => ({
		id,
		path,
		dataset: "person",
	}));
	writeFileSync(
		join(root, "bidui.yaml"),
		`contract: bidui/workspace@1\nround: r\noffice: o\nas_of: "2026-06-30"\nsources: ${JSON.stringify(sources)}\n`,
	);
	const workspace = openWorkspace(root, join(root, "no-rules"));
	const { datasets } = loadDatasets(
		workspace.rules.map((folder) => join(folder, "datasets")),
	);
	const { outcomes } = await loadSources({
		workspace,
		datasets,
		lists: new Map(),
		store: new Store(workspace.store),
		limits: LIMITS,
	});
	const bySource = new Map<string, SourceOutcome[]>();
	for (const outcome of outcomes)
		bySource.set(outcome.source, [
			...(bySource.get(outcome.source) ?? []),
			outcome,
		]);
	return bySource;
}

/**
 * Loads inputs with faults below their magic bytes through the door of the ingest stage.
 * @param inputs how many
 * @param seed the same seed gives the same inputs
 */
export async function fuzz(
	inputs: number,
	seed: number,
	options: {
		formats?: readonly Format[];
		/** The first input; so a run can be continued. */
		from?: number;
		onBatch?: (done: number) => void;
	} = {},
): Promise<FuzzReport> {
	const { formats = FORMATS, from: first = 0, onBatch = () => {} } = options;
	const engine = await openDuckdb(LIMITS);
	const counts = Object.fromEntries(
		FORMATS.map((format) => [
			format,
			Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])),
		]),
	) as Counts;
	const faults: string[] = [];
	for (let from = first; from < first + inputs; from += BATCH) {
		const root = mkdtempSync(join(tmpdir(), "bidui-fuzz-"));
		try {
			mkdirSync(join(root, "rules", "datasets"), { recursive: true });
			writeFileSync(join(root, "rules/datasets/person.yaml"), DATASET);
			const cases = await makeCases(
				root,
				seed,
				from,
				Math.min(BATCH, first + inputs - from),
				formats,
				engine,
			);
			let bySource: Map<string, SourceOutcome[]>;
			try {
				bySource = await loadCases(root, cases);
			} catch (error) {
				faults.push(
					`inputs ${from} to ${from + cases.length - 1} of --seed ${seed}: ${error instanceof Error ? error.stack : error}`,
				);
				continue;
			}
			for (const { id, format, what, input } of cases) {
				const outcomes = bySource.get(id) ?? [];
				// The same bytes twice in a batch count once.
				if (outcomes[0]?.status === "duplicate") continue;
				if (outcomes.length === 0) faults.push(`${what}: no outcome`);
				for (const outcome of outcomes) {
					const fault = faultOf(outcome, input);
					if (fault !== undefined) faults.push(`${what}: ${fault}`);
				}
				counts[format][outcomeOf(outcomes)]++;
			}
		} finally {
			rmSync(root, { recursive: true, force: true });
		}
		onBatch(Math.min(inputs, from + BATCH - first));
	}
	engine.close();
	return { counts, faults };
}

/** The table format × outcome. */
export function tableOf(counts: Counts): string {
	const head = ["format", ...OUTCOMES];
	const rows = FORMATS.map((format) => [
		format,
		...OUTCOMES.map((outcome) => String(counts[format][outcome])),
	]);
	return [head, ...rows]
		.map((row) => row.map((cell) => cell.padStart(16)).join(""))
		.join("\n");
}
