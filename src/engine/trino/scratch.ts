import { identifier, literal } from "../sql-text.ts";
import type { Column, Row, Value } from "../types.ts";
import type { TrinoClient } from "./client.ts";
import { tableName } from "./relations.ts";

/** Trino refuses texts beyond a million characters (query.max-length). */
const LONGEST_TEXT = 500_000;

/** A value as a literal of its type. */
export function valueLiteral(value: Value | undefined, type: string): string {
	if (value === null || value === undefined) return "NULL";
	return type === "VARCHAR"
		? literal(String(value))
		: `CAST(${literal(String(value))} AS ${type})`;
}

/**
 * A schema of one run on the cluster, for models and small tables. Its name begins with that of the
 * workspace, so that a later run of the same workspace finds what a dead one left.
 */
export class Scratch {
	readonly #client: TrinoClient;
	readonly #catalog: string;
	readonly #schema: string;
	#made = 0;

	private constructor(client: TrinoClient, catalog: string, schema: string) {
		this.#client = client;
		this.#catalog = catalog;
		this.#schema = schema;
	}

	/**
	 * Drops what earlier runs of the workspace left and makes a schema of this run.
	 * The caller holds the workspace's run lock: every other run of it is dead.
	 * @param owner names the workspace: lower-case letters and digits
	 * @param run names the run among those of the workspace
	 */
	static async open(
		client: TrinoClient,
		catalog: string,
		owner: string,
		run: string,
	): Promise<Scratch> {
		const prefix = `bidui_run_${owner}_`;
		const { rows } = await client.query(
			`SELECT schema_name FROM ${tableName(catalog, "information_schema", "schemata")} WHERE starts_with(schema_name, ${literal(prefix)}) ORDER BY schema_name`,
		);
		for (const [schema] of rows)
			await client.execute(
				`DROP SCHEMA IF EXISTS ${tableName(catalog, String(schema))} CASCADE`,
			);
		const schema = `${prefix}${run}`;
		await client.execute(`CREATE SCHEMA ${tableName(catalog, schema)}`);
		return new Scratch(client, catalog, schema);
	}

	/** The full name of a table that is not there yet. */
	next(title: string): string {
		const plain = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
		return tableName(this.#catalog, this.#schema, `t${++this.#made}_${plain}`);
	}

	/** Puts rows of this machine, few as those of a list, into a table. @returns its full name */
	async upload(
		title: string,
		columns: readonly Column[],
		rows: readonly Row[],
	): Promise<string> {
		const table = this.next(title);
		const list = columns
			.map(({ name, type }) => `${identifier(name)} ${type}`)
			.join(", ");
		await this.#client.execute(`CREATE TABLE ${table} (${list})`);
		let texts: string[] = [];
		let length = 0;
		const flush = async () => {
			if (texts.length === 0) return;
			await this.#client.execute(
				`INSERT INTO ${table} VALUES ${texts.join(", ")}`,
			);
			texts = [];
			length = 0;
		};
		for (const row of rows) {
			const text = `(${columns
				.map(({ name, type }) => valueLiteral(row[name], type))
				.join(", ")})`;
			if (length + text.length > LONGEST_TEXT) await flush();
			texts.push(text);
			length += text.length + 2;
		}
		await flush();
		return table;
	}

	async drop(): Promise<void> {
		await this.#client.execute(
			`DROP SCHEMA IF EXISTS ${tableName(this.#catalog, this.#schema)} CASCADE`,
		);
	}
}
