import {
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod";
import {
	compareCodePoints,
	createExclusive,
	fingerprint,
	makePrivateDir,
	sha256,
} from "../../base/index.ts";
import type { Dataset } from "../../datasets/index.ts";
import { type Engine, type Limits, openDuckdb } from "../../engine/index.ts";
import type { Snapshot, Store } from "../../store/index.ts";
import type { Workspace } from "../../workspace/index.ts";
import { doubtfulIn, type FormPart, formRows, hasFormRows } from "./rows.ts";
import { type FormSheet, formWorkbook } from "./workbook.ts";

/** Raised whenever a form of the same rows looks different. */
const FORM_VERSION = 1;
const FOLDER = "待核";
const INDEX = "forms.json";

/** Digests of the forms as they were written, by name: what differs has been filled in. */
const indexSchema = z.record(z.string(), z.string());

/** A form that stands in private/. */
export interface Form {
	source: string;
	/** Absolute path. */
	path: string;
	/** Rows in quarantine, and rows that were corrected. */
	waiting: number;
	/** Values of loaded rows that could not be used. */
	doubtful: number;
	corrected: number;
}

export function formsFolder(workspace: Workspace): string {
	return join(workspace.private, FOLDER);
}

function readIndex(folder: string): Record<string, string> {
	try {
		return indexSchema.parse(
			JSON.parse(readFileSync(join(folder, INDEX), "utf8")),
		);
	} catch {
		// Without it every form counts as filled in, and none is removed.
		return {};
	}
}

function writeIndex(folder: string, index: Record<string, string>): void {
	const temporary = join(folder, `${INDEX}.new`);
	writeFileSync(temporary, `${JSON.stringify(index, null, "\t")}\n`, {
		mode: 0o600,
	});
	renameSync(temporary, join(folder, INDEX));
}

/**
 * The forms in the folder that people have filled in, by code point of their names.
 * @param read sha256 of those that were read already
 */
export function filledForms(
	workspace: Workspace,
	read: ReadonlySet<string>,
): string[] {
	const folder = formsFolder(workspace);
	if (!existsSync(folder)) return [];
	const index = readIndex(folder);
	return readdirSync(folder)
		.filter((name) => name.endsWith(".xlsx") && !name.startsWith("~$"))
		.sort(compareCodePoints)
		.map((name) => join(folder, name))
		.filter((path) => {
			const digest = sha256(readFileSync(path));
			return index[basename(path)] !== digest && !read.has(digest);
		});
}

/** A form that a program holds open stays: it says nothing wrong, only nothing new. */
function tryRemove(path: string): void {
	try {
		rmSync(path);
	} catch {
		return;
	}
}

async function buildForm(
	parts: readonly FormPart[],
	title: string,
	day: string,
	store: Store,
	engine: Engine,
): Promise<Uint8Array> {
	const sheets: FormSheet[] = [];
	for (const part of parts) {
		const rows = await formRows(part, store, engine);
		if (rows.length > 0) sheets.push({ part, rows });
	}
	const listed = sheets
		.flatMap(({ rows }) => rows)
		.filter(({ state }) => state === "waiting").length;
	const left = countsOf(parts).waiting - listed;
	return formWorkbook(title, sheets, left, day);
}

function titleOf(
	workspace: Workspace,
	source: string,
	parts: readonly FormPart[],
): string {
	const { from } =
		workspace.config.sources.find((item) => item.id === source) ?? {};
	return `待核记录：${from === undefined ? "" : `${from}　`}${parts[0]?.dataset?.title ?? source}`;
}

function countsOf(parts: readonly FormPart[]): Omit<Form, "source" | "path"> {
	const sum = (count: (part: FormPart) => number) =>
		parts.reduce((total, part) => total + count(part), 0);
	return {
		waiting: sum(({ part }) => part.counts.quarantined),
		doubtful: sum(doubtfulIn),
		corrected: sum(({ part }) => part.corrections?.loaded ?? 0),
	};
}

/**
 * Writes the form of every source that has rows to correct into private/, which only the owner enters.
 * A form is named after what it lists: it is written once, never over one that was filled in, and goes when
 * nobody touched it and its rows are no longer those of the snapshot.
 */
export async function publishForms(options: {
	workspace: Workspace;
	snapshot: Snapshot;
	store: Store;
	datasets: ReadonlyMap<string, Dataset>;
	limits: Limits;
}): Promise<Form[]> {
	const { workspace, snapshot, store, datasets } = options;
	const folder = formsFolder(workspace);
	const bySource = new Map<string, FormPart[]>();
	for (const line of snapshot.lines) {
		if (line.type !== "part") continue;
		const part = store.part(line.dataset, line.key);
		if (part === undefined) continue;
		const item = { line, part, dataset: datasets.get(line.dataset) };
		if (hasFormRows(item))
			bySource.set(line.source, [...(bySource.get(line.source) ?? []), item]);
	}
	if (bySource.size === 0 && !existsSync(folder)) return [];
	makePrivateDir(folder);
	const index = readIndex(folder);
	const kept: Record<string, string> = {};
	const forms: Form[] = [];
	let engine: Engine | undefined;
	try {
		for (const [source, parts] of bySource) {
			const key = fingerprint([
				FORM_VERSION,
				parts.map(({ line }) => [line.key, line.file, line.sheet ?? null]),
			]);
			const name = `${source}_${key.slice(0, 8)}.xlsx`;
			const path = join(folder, name);
			if (!existsSync(path)) {
				engine ??= await openDuckdb(options.limits);
				const bytes = await buildForm(
					parts,
					titleOf(workspace, source, parts),
					workspace.config.as_of,
					store,
					engine,
				);
				createExclusive(path, bytes);
				index[name] = sha256(bytes);
			}
			if (index[name] !== undefined) kept[name] = index[name];
			forms.push({ source, path, ...countsOf(parts) });
		}
	} finally {
		engine?.close();
	}
	for (const [name, digest] of Object.entries(index)) {
		if (name in kept) continue;
		const path = join(folder, name);
		if (existsSync(path) && sha256(readFileSync(path)) === digest)
			tryRemove(path);
	}
	writeIndex(folder, kept);
	return forms;
}
