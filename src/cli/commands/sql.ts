import { openLog, querySnapshot } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { jsonOption, workspaceOption } from "../options.ts";
import { table } from "../print/table.ts";

interface Options {
	workspace: string;
	json?: boolean;
	maxRows: string;
}

/** bidui sql: one SELECT over the current snapshot, read-only, masked and logged. */
export const registerSql: Register = (program, { out, note, signal }) => {
	program
		.command("sql")
		.description("在当前数据快照上执行一条只读 SELECT（结果脱敏，操作留痕）")
		.argument("<语句>", "一条 SELECT；表名是数据集、模型或清单的名称")
		.addOption(workspaceOption())
		.option("--max-rows <行数>", "最多显示多少行", "200")
		.addOption(jsonOption())
		.addHelpText(
			"after",
			'\n例：bidui sql "SELECT status, count(*) AS n FROM vehicle GROUP BY status" -w datasets-sample',
		)
		.action(async (sql: string, options: Options) => {
			const workspace = openWorkspace(options.workspace);
			const log = openLog(workspace.logs, "sql");
			try {
				const maxRows = Number(options.maxRows);
				const result = await querySnapshot(workspace, sql, maxRows, signal);
				log.write("query", { sql, rows: result.rows.length });
				if (options.json)
					out(JSON.stringify({ contract: "bidui/sql@1", ...result }, null, 2));
				else
					out(
						table(
							result.columns.map((title, i) => ({
								title,
								value: (row: string[]) => row[i] ?? "",
							})),
							result.rows,
						),
					);
				if (result.more) note(`只显示前 ${maxRows} 行。`);
			} catch (error) {
				log.write("failed", { sql, message: (error as Error).message });
				throw error;
			} finally {
				log.close();
			}
		});
};
