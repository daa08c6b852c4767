#!/usr/bin/env node
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (!existsSync(fileURLToPath(main))) {
	process.stderr.write(
		"错误：程序还没有编译。\n  怎么办：在程序目录运行 npm ci（或 npm run build）后重试。\n",
	);
	process.exit(2);
}
const { main: run } = await import(main.href);
process.exitCode = await run(process.argv.slice(2));
