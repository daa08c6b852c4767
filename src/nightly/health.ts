import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { readCorrections } from "../corrections/index.ts";
import { engineVersion, openDuckdb } from "../engine/index.ts";
import { ProblemError } from "../errors/index.ts";
import { readSiteKey, verifyLeadLog } from "../leads/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { loadDefinitions } from "./definitions.ts";

/** One finding of the doctor. */
export interface HealthCheck {
	name: string;
	state: "ok" | "attention" | "unknown";
	detail: string;
}

function folderBytes(folder: string): number {
	if (!existsSync(folder)) return 0;
	return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
		const path = join(folder, entry.name);
		return (
			sum + (entry.isDirectory() ? folderBytes(path) : statSync(path).size)
		);
	}, 0);
}

/** What the folders of the store hold, in words. */
const storeFolders: readonly (readonly [string, readonly string[]])[] = [
	["数据", ["parts", "compact"]],
	["原文", ["raw", "corrections"]],
	["待核行和质量", ["quarantine", "quality"]],
	["模型、命中和清单", ["models", "hits", "lists"]],
	["记录", ["snapshots", "runs"]],
];

function megabytes(bytes: number): string {
	return `${(bytes / 1048576).toFixed(1)} MB`;
}

function closedFolder(name: string, folder: string): HealthCheck {
	if (!existsSync(folder))
		return { name, state: "unknown", detail: "还没有这个文件夹" };
	if (process.platform === "win32")
		return {
			name,
			state: "unknown",
			detail: "Windows 上请在文件夹属性的“安全”中确认只有本人和管理员可以访问",
		};
	const mode = statSync(folder).mode & 0o777;
	return (mode & 0o077) === 0
		? { name, state: "ok", detail: `权限 ${mode.toString(8)}` }
		: {
				name,
				state: "attention",
				detail: `权限 ${mode.toString(8)}，其他用户可以访问；请执行 chmod 700 "${folder}"`,
			};
}

/** The device-mapper names that dm-crypt made, where the system tells. */
function cryptDevices(): Set<string> {
	const names = new Set<string>();
	for (const block of existsSync("/sys/block")
		? readdirSync("/sys/block")
		: []) {
		const uuid = `/sys/block/${block}/dm/uuid`;
		if (existsSync(uuid) && readFileSync(uuid, "utf8").startsWith("CRYPT-"))
			names.add(
				`/dev/mapper/${readFileSync(`/sys/block/${block}/dm/name`, "utf8").trim()}`,
			);
	}
	return names;
}

/** Whether the volume of a folder is encrypted (design decision 14: encryption is the volume's). */
function volume(folder: string): HealthCheck {
	const name = "磁盘加密";
	if (process.platform !== "linux")
		return {
			name,
			state: "unknown",
			detail: "本系统上无法自动判断；请确认所在磁盘已启用 BitLocker 或同类加密",
		};
	const mounts = readFileSync("/proc/mounts", "utf8")
		.split("\n")
		.map((line) => line.split(" "))
		.filter(
			([, point]) =>
				point !== undefined &&
				(point === "/" || `${folder}/`.startsWith(`${point}/`)),
		)
		.sort((a, b) => (b[1]?.length ?? 0) - (a[1]?.length ?? 0));
	const device = mounts[0]?.[0] ?? "";
	return cryptDevices().has(device)
		? { name, state: "ok", detail: `${device} 已加密` }
		: {
				name,
				state: "attention",
				detail: `未发现 ${device} 的加密；存放个人信息的磁盘应整卷加密`,
			};
}

/** Runs one check; what it throws becomes its finding. */
async function checked(
	name: string,
	check: () => Promise<string> | string,
): Promise<HealthCheck> {
	try {
		return { name, state: "ok", detail: await check() };
	} catch (error) {
		return {
			name,
			state: "attention",
			detail:
				error instanceof ProblemError
					? error.problems
							.map((item) => `${item.message}；${item.remedy}`)
							.join(" ")
					: (error as Error).message,
		};
	}
}

/** Looks at the machine and a workspace, without changing either. */
export async function checkHealth(
	workspace: Workspace,
): Promise<HealthCheck[]> {
	const free = await statfs(workspace.root);
	const definitions = loadDefinitions(workspace);
	const errors = definitions.problems.filter(
		(item) => item.severity === "error",
	);
	return [
		{ name: "Node.js", state: "ok", detail: process.version },
		await checked("比对引擎", async () => {
			const engine = await openDuckdb({ memory: "256MB", threads: 1 });
			await engine.query("SELECT 1");
			engine.close();
			return engineVersion();
		}),
		{
			name: "规则和数据集定义",
			state: errors.length === 0 ? "ok" : "attention",
			detail:
				errors.length === 0
					? `${definitions.set.rules.size} 条规则，${definitions.set.datasets.size} 个数据集`
					: `${errors.length} 处错误，用 bidui rules lint 查看`,
		},
		await checked("本站密钥", () => {
			readSiteKey(workspace.private);
			return "private/site.key 可用；请确认已备份";
		}),
		closedFolder("store 文件夹", workspace.store),
		closedFolder("leads 文件夹", workspace.leads),
		closedFolder("private 文件夹", workspace.private),
		await checked("线索记录", () => {
			const { commits, problems } = verifyLeadLog(workspace.leads);
			if (problems.length > 0) throw new ProblemError(problems);
			return `${commits} 份，完整`;
		}),
		await checked(
			"更正记录",
			() =>
				`${readCorrections(workspace.private).standing.length} 行更正，完整；private/corrections 请随密钥一起备份`,
		),
		volume(workspace.root),
		{
			name: "磁盘空间",
			state: "ok",
			detail: `可用 ${megabytes(free.bavail * free.bsize)}；${(["store", "leads", "out", "logs"] as const).map((name) => `${name} ${megabytes(folderBytes(workspace[name]))}`).join("，")}`,
		},
		{
			name: "store 的构成",
			state: "ok",
			detail: `${storeFolders.map(([title, names]) => `${title} ${megabytes(names.reduce((sum, name) => sum + folderBytes(join(workspace.store, name)), 0))}`).join("，")}；保留最近 ${workspace.config.retention.snapshots} 次装载和运行的，更早的在每次运行后清除`,
		},
	];
}
