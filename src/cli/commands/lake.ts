import { exitCodeOf } from "../../errors/index.ts";
import { publishLake } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { problemDocument } from "../documents/documents.ts";
import { jsonOption, workspaceOption } from "../options.ts";
import { count } from "../print/numbers.ts";
import { problemLines } from "../print/problems.ts";

interface Options {
	workspace: string;
	json?: boolean;
}

/** bidui lake: the snapshot in the site's own data lake. */
export const registerLake: Register = (program, { out, note }, exit) => {
	const lake = program
		.command("lake")
		.description("把数据快照交给本单位的数据湖（一台机器不够用时）");
	lake
		.command("publish")
		.description("在数据湖中为当前快照建表；表就是快照自己的 Parquet 文件")
		.addOption(workspaceOption())
		.addOption(jsonOption())
		.addHelpText(
			"after",
			[
				"",
				"例：bidui lake publish --workspace 2026年第一轮",
				"数据湖在哪里写在 bidui.yaml 的 lake 中；口令放在环境变量 BIDUI_TRINO_PASSWORD 中。",
				"没有写 folder 时，文件列在 store/lake 下，用本单位的工具（cp、mc、hdfs）复制到 location 后再运行一次。",
			].join("\n"),
		)
		.action(async (options: Options) => {
			const workspace = openWorkspace(options.workspace);
			const { record, folder, location, problems } =
				await publishLake(workspace);
			const tables = Object.entries(record.tables);
			const lines = problemLines(problems);
			if (lines.length > 0) note(lines.join("\n"));
			if (options.json)
				out(
					JSON.stringify(
						{
							contract: "bidui/lake-result@1",
							snapshot: record.snapshot.n,
							catalog: record.catalog,
							schema: record.schema,
							folder,
							location,
							tables: record.tables,
							published: problems.length === 0,
							problems: problems.map(problemDocument),
						},
						null,
						2,
					),
				);
			else if (problems.length === 0)
				out(
					`数据快照第 ${record.snapshot.n} 号已发布到 ${record.catalog}.${record.schema}：${count(tables.length)} 个数据集，${count(tables.reduce((sum, [, rows]) => sum + rows, 0))} 行`,
				);
			exit(exitCodeOf(problems));
		});
};
