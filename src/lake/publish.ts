import { isAbsolute, join } from "node:path";
import { sha256 } from "../base/index.ts";
import { type Dataset, storedColumns } from "../datasets/index.ts";
import {
	identifier,
	type Lake,
	literal,
	openLake,
	SandboxError,
	type TrinoSettings,
} from "../engine/index.ts";
import { fail, type Problem, ProblemError, problem } from "../errors/index.ts";
import {
	datasetsOf,
	partsOf,
	type Snapshot,
	type Store,
} from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { layOut, removeOthers, snapshotName } from "./layout.ts";
import { type LakeRecord, readLakeRecord, writeLakeRecord } from "./record.ts";

/** Names a workspace among those of a cluster: its place on disk, shortened. */
export function ownerOf(workspace: Workspace): string {
	return sha256(workspace.root).slice(0, 10);
}

/**
 * The way to the workspace's cluster. Secrets come from the environment.
 * Fails with lake-unset.
 */
export function lakeSettings(workspace: Workspace): TrinoSettings {
	const { lake } = workspace.config;
	if (lake === undefined)
		return fail("lake-unset", { file: workspace.configFile });
	const { ca_file } = lake;
	return {
		url: lake.url,
		user: lake.user,
		password: process.env.BIDUI_TRINO_PASSWORD,
		token: process.env.BIDUI_TRINO_TOKEN,
		caFile:
			ca_file === undefined || isAbsolute(ca_file)
				? ca_file
				: join(workspace.root, ca_file),
		session: lake.session,
	};
}

/** Runs work with a cluster; what goes wrong there becomes a finding about bidui.yaml. */
export async function reaching<Result>(
	workspace: Workspace,
	work: () => Promise<Result>,
): Promise<Result> {
	const at = { file: workspace.configFile, line: workspace.lineOf(["lake"]) };
	try {
		return await work();
	} catch (error) {
		if (error instanceof SandboxError)
			return fail("lake-unreachable", at, { reason: error.message });
		if (error instanceof ProblemError) throw error;
		return fail("lake-settings", at, { reason: (error as Error).message });
	}
}

/** Where a workspace's files stand in the lake: as the cluster sees it, and as this machine does. */
function placesOf(workspace: Workspace): { location: string; folder: string } {
	const { lake } = workspace.config;
	if (lake === undefined)
		return fail("lake-unset", { file: workspace.configFile });
	const owner = ownerOf(workspace);
	const { folder } = lake;
	return {
		location: `${lake.location}/${owner}`,
		folder:
			folder === undefined
				? join(workspace.store, "lake", owner)
				: join(
						isAbsolute(folder) ? folder : join(workspace.root, folder),
						owner,
					),
	};
}

async function makeTable(
	lake: Lake,
	table: string,
	dataset: Dataset,
	location: string,
): Promise<void> {
	const columns = storedColumns(dataset)
		.map(({ name, type }) => `${identifier(name)} ${type}`)
		.join(", ");
	await lake.execute(
		`CREATE TABLE IF NOT EXISTS ${table} (${columns}) WITH (external_location = ${literal(location)}, format = 'PARQUET')`,
	);
}

export interface Published {
	record: LakeRecord;
	/** What this machine laid out, and where the cluster looks for it. */
	folder: string;
	location: string;
	/** Tables whose rows are not those of the snapshot. */
	problems: Problem[];
}

/**
 * Makes a snapshot known to the cluster: a schema for the snapshot, a table per dataset over the snapshot's
 * own Parquet files. Each table's rows are counted; only when all are there does the snapshot count as
 * published. The schemas and folders of earlier snapshots go, but the last one's stay for who reads it.
 * Fails with lake-unset, lake-settings, lake-unreachable.
 */
export async function publishSnapshot(options: {
	workspace: Workspace;
	snapshot: Snapshot;
	store: Store;
	datasets: ReadonlyMap<string, Dataset>;
}): Promise<Published> {
	const { workspace, snapshot, store, datasets } = options;
	const { location, folder } = placesOf(workspace);
	layOut(snapshot, store, folder);
	const name = snapshotName(snapshot);
	const owner = ownerOf(workspace);
	const catalog = workspace.config.lake?.catalog ?? "";
	const prefix = `bidui_${owner}_`;
	const schema = `${prefix}${name}`;
	const tables: Record<string, number> = {};
	const problems: Problem[] = [];
	const before = readLakeRecord(workspace.store);
	await reaching(workspace, async () => {
		const lake = openLake(lakeSettings(workspace));
		const full = `${identifier(catalog)}.${identifier(schema)}`;
		await lake.execute(
			`CREATE SCHEMA IF NOT EXISTS ${full} WITH (location = ${literal(`${location}/${name}`)})`,
		);
		for (const dataset of datasetsOf(snapshot)) {
			const definition = datasets.get(dataset);
			if (definition === undefined) continue;
			const table = `${full}.${identifier(dataset)}`;
			await makeTable(
				lake,
				table,
				definition,
				`${location}/${name}/${dataset}`,
			);
			const rows = partsOf(snapshot, dataset).reduce(
				(sum, part) => sum + part.rows,
				0,
			);
			const found = await lake.count(`SELECT count(*) FROM ${table}`);
			tables[dataset] = rows;
			if (found !== rows)
				problems.push(
					problem(
						"lake-rows",
						{},
						{ dataset: definition.title, found, rows, folder, location },
					),
				);
		}
		if (problems.length > 0) return;
		const kept = new Set([schema, before?.schema ?? ""]);
		const schemas = await lake.names(
			`SELECT schema_name FROM ${identifier(catalog)}.information_schema.schemata WHERE starts_with(schema_name, ${literal(prefix)}) ORDER BY schema_name`,
		);
		for (const old of schemas)
			if (!kept.has(old))
				await lake.execute(
					`DROP SCHEMA IF EXISTS ${identifier(catalog)}.${identifier(old)} CASCADE`,
				);
		removeOthers(
			folder,
			new Set([...kept].map((each) => each.slice(prefix.length))),
		);
	});
	const record: LakeRecord = {
		contract: "bidui/lake@1",
		snapshot: { n: snapshot.n, sha: snapshot.sha },
		catalog,
		schema,
		tables,
	};
	if (problems.length === 0) writeLakeRecord(workspace.store, record);
	return { record, folder, location, problems };
}
