import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Trino 476 needs this version of Java or a newer one. */
const NEEDED = 24;

function version(home: string): number {
	try {
		const release = execFileSync(join(home, "bin", "java"), ["--version"], {
			encoding: "utf8",
		});
		return Number(/^\S+ (\d+)/.exec(release)?.[1] ?? 0);
	} catch {
		return 0;
	}
}

/** The home of a Java that is new enough: JAVA_HOME's, or one of those installed; undefined without. */
export function findJava(): string | undefined {
	const installed = "/usr/lib/jvm";
	const homes = [
		process.env.JAVA_HOME,
		...(existsSync(installed)
			? readdirSync(installed)
					.sort()
					.map((name) => join(installed, name))
			: []),
	];
	return homes.find(
		(home): home is string => home !== undefined && version(home) >= NEEDED,
	);
}

/** Whether Maven can be called. */
export function hasMaven(): boolean {
	try {
		execFileSync("mvn", ["--version"], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}
