import { execFileSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const VERSION = "476";
/** The rest of the plugins would only make the start slower. */
const PLUGINS = ["hive", "iceberg", "memory", "password-authenticators"];

/** Where the unpacked server is kept from one start to the next. */
function home(): string {
	return (
		process.env.BIDUI_TRINO_HOME ??
		join(homedir(), ".cache", "bidui", `trino-server-${VERSION}`)
	);
}

/**
 * Brings the Trino server through Maven, unpacks it once, and gives its folder.
 * @throws what Maven or tar say
 */
export function fetchServer(): string {
	const folder = home();
	if (existsSync(folder)) return folder;
	const repository = join(homedir(), ".m2", "repository");
	const archive = join(
		repository,
		"io/trino/trino-server",
		VERSION,
		`trino-server-${VERSION}.tar.gz`,
	);
	if (!existsSync(archive))
		execFileSync(
			"mvn",
			[
				"--quiet",
				"dependency:get",
				`-Dartifact=io.trino:trino-server:${VERSION}:tar.gz`,
				"-Dtransitive=false",
				`-Dmaven.repo.local=${repository}`,
			],
			{ stdio: "inherit" },
		);
	const unpacked = `${folder}.unpacking`;
	mkdirSync(unpacked, { recursive: true });
	execFileSync("tar", [
		"-xzf",
		archive,
		"-C",
		unpacked,
		"--strip-components=1",
	]);
	// Only now: plugins share their jars by hard links, so none can be left out while unpacking.
	const plugins = join(unpacked, "plugin");
	for (const name of readdirSync(plugins))
		if (!PLUGINS.includes(name))
			rmSync(join(plugins, name), { recursive: true });
	renameSync(unpacked, folder);
	return folder;
}
