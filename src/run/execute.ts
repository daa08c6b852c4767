import { existsSync } from "node:fs";
import { join } from "node:path";
import { elapsed, fingerprint, monotonic } from "../base/index.ts";
import type { ColumnType } from "../datasets/index.ts";
import {
	identifier,
	type Limits,
	type NodeEngine,
	SandboxError,
	type SandboxFailure,
	type SandboxJob,
} from "../engine/index.ts";
import { type ErrorCode, type Problem, problem } from "../errors/index.ts";
import {
	type BoundParameter,
	bindParameters,
	boundPieces,
	type LoadedModel,
	type RuleNode,
} from "../rules/index.ts";
import { type Resolved, resolveInputs, type Sources } from "./inputs.ts";
import { makeByRounds } from "./iterate.ts";
import { parameterValues } from "./parameters.ts";

/** A change of how results are made or read changes every fingerprint. */
const RESULT_VERSION = 1;

/** What became of one model or rule. */
export type NodeResult =
	| {
			status: "made";
			key: string;
			file: string;
			executed: boolean;
			ms: number;
			narrowed: string[];
			parameters: Map<string, string | number | boolean>;
			/** What was asked of the engine. */
			job: SandboxJob;
	  }
	| {
			status: "skipped" | "failed";
			reason: Problem;
			ms: number;
			/** It had too little memory, or too little room to spill. */
			starved?: boolean;
	  };

const failureCodes: Record<SandboxFailure, ErrorCode> = {
	timeout: "rule-limit",
	memory: "rule-limit",
	spill: "rule-limit",
	rows: "rule-limit",
	cancelled: "run-cancelled",
	sql: "rule-sql-failed",
	"input-changed": "rule-input-changed",
	engine: "rule-engine-failed",
};

export interface ExecuteOptions {
	sources: Sources;
	engine: NodeEngine;
	asOf: string;
	limits: Limits;
	timeoutMs: number;
	/** Rows that a rule may return; models have no such limit. */
	maxHits: number;
	staging: string;
	/** Models whose results are read on this machine too, wherever they are made. */
	readHere?: ReadonlySet<string> | undefined;
	/** Execute although the result is stored, and leave it in the staging folder. */
	fresh?: boolean | undefined;
	onMemory?: ((bytes: number) => void) | undefined;
	signal?: AbortSignal | undefined;
}

/** What puts a node's parameters, as a run has them, into SQL of it. */
export function binderOf(
	node: RuleNode,
	values: ReadonlyMap<string, string | number | boolean>,
	asOf: string,
): (sql: string) => string {
	const parameters = new Map<string, BoundParameter>([
		["as_of", { type: "date", value: asOf }],
	]);
	for (const [name, value] of values) {
		const parameter = node.parameters[name];
		if (parameter !== undefined)
			parameters.set(name, { type: parameter.type, value });
	}
	return (sql) => bindParameters(sql, parameters);
}

/** Writes a model that was made elsewhere to the store of this machine as well. */
async function bringHere(
	node: LoadedModel,
	job: SandboxJob,
	made: string,
	file: string,
	{ engine, sources }: ExecuteOptions,
): Promise<void> {
	const here = `${made}.here`;
	const columns = node.header.columns.map(({ name, type }) => ({
		name,
		type: type as ColumnType,
	}));
	await engine.fetch(
		{
			...job,
			sql: `SELECT * FROM ${identifier(node.name)}`,
			inputs: [{ name: node.name, columns, files: [made] }],
		},
		here,
	);
	sources.store.publishResult(here, file);
}

/**
 * Makes a node's result, or takes it over when one with the same fingerprint is in the store.
 * The fingerprint covers the SQL with its parameters bound (so the as-of date counts only where it is
 * mentioned), the keys of the inputs and the engine (design decision 13).
 */
export async function executeNode(
	node: RuleNode,
	options: ExecuteOptions,
): Promise<NodeResult> {
	const start = monotonic();
	const { sources, engine, staging } = options;
	const resolved: Resolved = resolveInputs(node, sources);
	if (!resolved.ok)
		return {
			status: "skipped",
			reason: resolved.reason,
			ms: elapsed(start),
		};
	const parameters = parameterValues(node, sources.workspace);
	const bind = binderOf(node, parameters, options.asOf);
	const sql = bind(node.sql);
	const pieces = boundPieces(node, bind);
	const key = fingerprint({
		sql,
		inputs: node.inputs,
		...(node.kind === "model" && pieces !== undefined
			? { iterate: node.header.iterate, columns: node.header.columns }
			: {}),
		keys: resolved.keys,
		engine: engine.version,
		version: RESULT_VERSION,
	});
	const file = sources.store.resultPath(
		node.kind === "model" ? "models" : "hits",
		node.name,
		key,
	);
	const job: SandboxJob = {
		sql,
		inputs: resolved.inputs,
		limits: options.limits,
		timeoutMs: options.timeoutMs,
		signal: options.signal,
		onMemory: options.onMemory,
		...(node.kind === "rule" ? { maxRows: options.maxHits } : {}),
	};
	const made = {
		status: "made" as const,
		key,
		file,
		narrowed: resolved.narrowed,
		parameters,
		job,
	};
	// Hits are always kept here; a model only where the engine's results are files of this machine.
	const kept = node.kind === "rule" || engine.can.keepsResults;
	if (kept && existsSync(file) && !options.fresh)
		return { ...made, executed: false, ms: elapsed(start) };
	const temporary = join(staging, `${node.name}.parquet`);
	try {
		const unfinished =
			node.kind === "model" && pieces !== undefined
				? await makeByRounds(engine, node, pieces, job, temporary)
				: void (await (node.kind === "rule"
						? engine.fetch(job, temporary)
						: engine.make(job, temporary)));
		if (unfinished !== undefined)
			return { status: "failed", reason: unfinished, ms: elapsed(start) };
		if (!kept && node.kind === "model" && options.readHere?.has(node.name))
			await bringHere(node, job, temporary, file, options);
	} catch (error) {
		if (!(error instanceof SandboxError)) throw error;
		return {
			status: "failed",
			reason: problem(
				failureCodes[error.reason],
				{
					file: node.file,
					// The pieces of an iterate model stand at places of their own.
					line:
						node.place.line +
						(pieces === undefined ? (error.place?.line ?? 1) - 1 : 0),
				},
				{ node: node.name, reason: error.message },
			),
			ms: elapsed(start),
			starved: error.reason === "memory" || error.reason === "spill",
		};
	}
	if (!kept || options.fresh)
		return { ...made, file: temporary, executed: true, ms: elapsed(start) };
	sources.store.publishResult(temporary, file);
	return { ...made, executed: true, ms: elapsed(start) };
}
