/** Loads a workbook whose sheet has as many rows as a sheet can have, and holds the account against it. */
import {
	createWriteStream,
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { writeXlsxStream } from "hucre";
import { loadDatasets } from "../../src/datasets/index.ts";
import { loadSources } from "../../src/ingest/index.ts";
import { Store } from "../../src/store/index.ts";
import { openWorkspace } from "../../src/workspace/index.ts";
import { DATASET, HEADINGS } from "./table.ts";

const ROWS = 1_048_576;

function* rows() {
	yield HEADINGS;
	for (let i = 1; i < ROWS; i++)
		yield ["张三", "11010519491231002X", i / 100, "2024-01-05", "甲"];
}

const root = mkdtempSync(join(tmpdir(), "bidui-rows-"));
try {
	mkdirSync(join(root, "rules/datasets"), { recursive: true });
	mkdirSync(join(root, "sources"));
	writeFileSync(join(root, "rules/datasets/person.yaml"), DATASET);
	writeFileSync(
		join(root, "bidui.yaml"),
		`contract: bidui/workspace@1\nround: r\noffice: o\nas_of: "2026-06-30"\nsources: [{id: a, path: a.xlsx, dataset: person}]\n`,
	);
	await pipeline(
		Readable.fromWeb(writeXlsxStream(rows(), { name: "表" }) as never),
		createWriteStream(join(root, "sources/a.xlsx")),
	);
	const workspace = openWorkspace(root, join(root, "no-rules"));
	const { datasets } = loadDatasets(
		workspace.rules.map((folder) => join(folder, "datasets")),
	);
	const started = process.hrtime.bigint();
	const { outcomes, problems } = await loadSources({
		workspace,
		datasets,
		lists: new Map(),
		store: new Store(workspace.store),
		limits: { memory: "2GB", threads: 2 },
	});
	const seconds = Number(process.hrtime.bigint() - started) / 1e9;
	const counts = outcomes[0]?.part?.counts;
	process.stdout.write(
		`${JSON.stringify(counts)} in ${seconds.toFixed(1)} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most\n`,
	);
	for (const { message } of problems) process.stdout.write(`${message}\n`);
	if (counts?.read !== ROWS || counts.loaded !== ROWS - 1) process.exitCode = 1;
} finally {
	rmSync(root, { recursive: true, force: true });
}
