import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface NodePlan {
	/** coordinator, worker1, … */
	name: string;
	/** The node's own folder: settings, data and log. */
	folder: string;
	server: string;
	java: string;
	port: number;
	coordinatorPort: number;
	/** Whether the coordinator works too, being alone. */
	alone: boolean;
	/** As the JVM writes it: 2G. */
	heap: string;
	/** The one core that this node may use; without it, all. */
	core?: number | undefined;
	/** Catalog name → its properties. */
	catalogs: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** More lines of config.properties. */
	config?: Readonly<Record<string, string>> | undefined;
}

function properties(values: Readonly<Record<string, string>>): string {
	return Object.entries(values)
		.map(([key, value]) => `${key}=${value}\n`)
		.join("");
}

function writeSettings(plan: NodePlan): string {
	const etc = join(plan.folder, "etc");
	mkdirSync(join(etc, "catalog"), { recursive: true });
	const coordinator = plan.port === plan.coordinatorPort;
	const write = (name: string, text: string) =>
		writeFileSync(join(etc, name), text);
	write(
		"node.properties",
		properties({
			"node.environment": "local",
			"node.id": plan.name,
			"node.data-dir": join(plan.folder, "data"),
			"node.internal-address": "127.0.0.1",
			"node.bind-ip": "127.0.0.1",
		}),
	);
	write(
		"jvm.config",
		`${[
			"-server",
			`-Xmx${plan.heap}`,
			"-XX:+UseG1GC",
			"-XX:+ExitOnOutOfMemoryError",
			"-Djdk.attach.allowAttachSelf=true",
			"-XX:+EnableDynamicAgentLoading",
			"--sun-misc-unsafe-memory-access=allow",
			"--enable-native-access=ALL-UNNAMED",
		].join("\n")}\n`,
	);
	write(
		"config.properties",
		properties({
			coordinator: String(coordinator),
			...(coordinator
				? { "node-scheduler.include-coordinator": String(plan.alone) }
				: {}),
			"http-server.http.port": String(plan.port),
			"discovery.uri": `http://127.0.0.1:${plan.coordinatorPort}`,
			"catalog.management": "static",
			...plan.config,
		}),
	);
	write("log.properties", "io.trino=WARN\n");
	for (const [name, values] of Object.entries(plan.catalogs))
		write(join("catalog", `${name}.properties`), properties(values));
	return etc;
}

/** Starts one Trino process in a process group of its own; what it says goes to its folder's log file. */
export function startNode(plan: NodePlan): ChildProcess {
	const etc = writeSettings(plan);
	const log = openSync(join(plan.folder, "log"), "a");
	const run = [join(plan.server, "bin", "launcher"), "run", "--etc-dir", etc];
	const pinned =
		plan.core === undefined
			? run
			: ["taskset", "-c", String(plan.core), ...run];
	return spawn(pinned[0] ?? "", pinned.slice(1), {
		env: {
			...process.env,
			JAVA_HOME: plan.java,
			PATH: `${join(plan.java, "bin")}:${process.env.PATH ?? ""}`,
		},
		stdio: ["ignore", log, log],
		detached: true,
	});
}
