import {
	type AstNode,
	identifier,
	literal,
	parseTree,
	printTree,
} from "../../engine/index.ts";
import { node, nodes } from "../lint/tree/context.ts";
import { MarkedSql, unmarked } from "../mutation/marked-sql.ts";

/** A query taken apart: its tree, and SQL for any question about parts of it. */
export class Probe {
	/** The outermost query. */
	readonly top: AstNode;
	readonly #frame: AstNode;
	readonly #marked: MarkedSql;
	readonly #firstLine: number;

	private constructor(
		top: AstNode,
		frame: AstNode,
		marked: MarkedSql,
		firstLine: number,
	) {
		this.top = top;
		this.#frame = frame;
		this.#marked = marked;
		this.#firstLine = firstLine;
	}

	/** @returns undefined when the text does not parse */
	static async of(sql: string, firstLine: number): Promise<Probe | undefined> {
		const marked = new MarkedSql(sql);
		const tree = await parseTree(marked.text);
		const frame = await parseTree("SELECT count(*) AS n");
		const top = node(nodes(tree?.statements)[0]?.node);
		return top === undefined || frame === undefined
			? undefined
			: new Probe(top, frame, marked, firstLine);
	}

	/** The line of the file on which a part stands. */
	lineOf(part: AstNode): number {
		const place = Number(part.query_location ?? 0);
		return this.#firstLine + this.#marked.lineAt(place) - 1;
	}

	/** A condition as it is written, with `:name` for parameters. */
	async text(condition: AstNode): Promise<string> {
		const select = node(nodes(this.#frame.statements)[0]?.node);
		const sql = await this.#print({
			...select,
			select_list: [{ ...condition, alias: "" }],
		});
		return sql.replace(/^SELECT /, "");
	}

	/**
	 * SQL that counts the rows of a FROM under conditions; parameters are still `:name`.
	 * @param names the names of WITH are those of the outermost query
	 */
	async count(
		from: AstNode,
		conditions: readonly (AstNode | string)[],
	): Promise<string> {
		const select = node(nodes(this.#frame.statements)[0]?.node);
		const trees: AstNode[] = [];
		for (const condition of conditions)
			trees.push(
				typeof condition === "string"
					? await conditionTree(condition)
					: condition,
			);
		const [first] = trees;
		const where =
			trees.length > 1 && first !== undefined
				? { ...(await conditionTree("true AND true")), children: trees }
				: (first ?? null);
		return this.#print({
			...select,
			cte_map: this.top.cte_map,
			from_table: from,
			where_clause: where,
		});
	}

	/** SQL that gives the columns of a relation and no row. */
	async columns(from: AstNode): Promise<string> {
		const frame = await parseTree("SELECT * FROM frame WHERE false");
		const select = node(nodes(frame?.statements)[0]?.node);
		return this.#print({
			...select,
			cte_map: this.top.cte_map,
			from_table: from,
		});
	}

	/** A query as a relation of FROM, without its HAVING. */
	async ungrouped(query: AstNode, alias: string): Promise<AstNode> {
		const frame = await parseTree(
			`SELECT * FROM (SELECT 1) AS ${identifier(alias)}`,
		);
		const tree = node(node(nodes(frame?.statements)[0]?.node)?.from_table);
		if (tree === undefined)
			throw new Error("the frame of a query did not parse");
		const subquery = node(tree.subquery);
		return {
			...tree,
			subquery: { ...subquery, node: { ...query, having: null } },
		};
	}

	async #print(query: AstNode): Promise<string> {
		const statements = nodes(this.#frame.statements).map((statement) => ({
			...statement,
			node: query,
		}));
		return unmarked(await printTree({ ...this.#frame, statements }));
	}
}

async function conditionTree(condition: string): Promise<AstNode> {
	const tree = await parseTree(`SELECT 1 WHERE ${condition}`);
	const where = node(node(nodes(tree?.statements)[0]?.node)?.where_clause);
	if (where === undefined) throw new Error(`no condition: ${condition}`);
	return where;
}

/** The condition that a row is about a subject: one of its texts is just that. */
export function subjectCondition(
	subject: string,
	tables: readonly { alias: string; texts: readonly string[] }[],
): string | undefined {
	const all = tables.flatMap(({ alias, texts }) =>
		texts.map(
			(column) =>
				`${identifier(alias)}.${identifier(column)} = ${literal(subject)}`,
		),
	);
	return all.length === 0 ? undefined : `(${all.join(" OR ")})`;
}
