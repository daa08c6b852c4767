import { createWriteStream, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { writeXlsxStream } from "hucre";
import type { Stage } from "./stages.ts";
import { headings, payments, writeTables } from "./table.ts";
import { inTurns, median, type Turn, turn } from "./turn.ts";

/** What a case is given: a folder of its own, and how much is to be measured. */
export interface Scale {
	root: string;
	rows: number;
	turns: number;
}

function workspace(root: string, pattern: string, mode = "replace"): string {
	mkdirSync(join(root, "sources"), { recursive: true });
	mkdirSync(join(root, "utf8"), { recursive: true });
	writeFileSync(
		join(root, "bidui.yaml"),
		`contract: bidui/workspace@1\nround: 测速\noffice: 测速\nas_of: "2026-06-30"\nsources:\n  - {id: subsidy_pay, path: "${pattern}", dataset: subsidy_pay, mode: ${mode}}\n`,
	);
	return join(root, "sources");
}

/** Loads a workspace from nothing. */
function loadAnew<More extends object = object>(
	root: string,
	...more: string[]
): Turn & More {
	rmSync(join(root, "store"), { recursive: true, force: true });
	return turn<More>("load.ts", [root, ...more]);
}

function table(heads: readonly string[], rows: readonly string[][]): string {
	return [heads, heads.map((_, i) => (i === 0 ? "---" : "---:")), ...rows]
		.map((cells) => `| ${cells.join(" | ")} |`)
		.join("\n");
}

const two = (value: number) => value.toFixed(2);

/** A line of two programs that took turns: medians, and the median of the ratios of each turn. */
function compared(
	what: string,
	yardstick: readonly Turn[],
	load: readonly Turn[],
): string[] {
	const of = (turns: readonly Turn[], key: keyof Turn) =>
		median(turns.map((item) => item[key]));
	const ratio = (key: keyof Turn) =>
		median(load.map((item, i) => item[key] / (yardstick[i]?.[key] ?? 0)));
	return [
		what,
		two(of(yardstick, "seconds")),
		two(of(load, "seconds")),
		two(ratio("seconds")),
		two(of(yardstick, "cpu")),
		two(of(load, "cpu")),
		two(ratio("cpu")),
		String(Math.max(...load.map(({ megabytes }) => megabytes))),
	];
}

const COMPARED = [
	"what",
	"yardstick, s",
	"bidui, s",
	"ratio",
	"yardstick, processor s",
	"bidui, processor s",
	"ratio",
	"bidui, peak MB",
];

const against = (root: string, times: number) =>
	inTurns(times, {
		yardstick: () => turn("yardstick.ts", [join(root, "utf8")]),
		load: () => loadAnew(root),
	});

/** One large GB18030 file. */
export function oneFile({ root, rows, turns }: Scale): string {
	const sources = workspace(root, "惠农补贴.csv");
	const bytes = writeTables(
		join(sources, "惠农补贴.csv"),
		join(root, "utf8", "惠农补贴.csv"),
		{ from: 1, to: rows },
	);
	const { yardstick, load } = against(root, turns);
	const { stages } = loadAnew<{ stages: Stage[] }>(root, "--stages");
	const own = turn<{ stages: Stage[] }>("yardstick.ts", [
		join(root, "utf8"),
		"--stages",
	]).stages;
	const total = (name: string, of: readonly Stage[]) => [
		name,
		"",
		...(["cpu", "busiest"] as const).map((key) =>
			two(of.reduce((sum, stage) => sum + stage[key], 0)),
		),
	];
	return [
		table(COMPARED, [
			compared(
				`one file of ${rows} payments, ${(bytes / 1e6).toFixed(0)} MB of GB18030`,
				yardstick,
				load,
			),
		]),
		table(
			["stage", "statements", "processor s", "busiest thread, s"],
			[
				...stages
					.filter(({ cpu }) => cpu >= 0.005)
					.map(({ name, statements, cpu, busiest }) => [
						name,
						statements === 0 ? "" : String(statements),
						two(cpu),
						two(busiest),
					]),
				total("all", stages),
				total("the yardstick", own),
			],
		),
	].join("\n\n");
}

const FILES = 120;

/** A county that sends the payments of ten townships month by month. */
export function manyFiles({ root, rows, turns }: Scale): string {
	const sources = workspace(root, "*.csv");
	const each = Math.max(50, Math.round(rows / 100 / FILES));
	for (let i = 0; i < FILES; i++) {
		const name = `惠农补贴${String(i + 1).padStart(3, "0")}.csv`;
		writeTables(join(sources, name), join(root, "utf8", name), {
			from: i * each + 1,
			to: (i + 1) * each,
		});
	}
	const { yardstick, load } = against(root, turns);
	return table(COMPARED, [
		compared(`${FILES} files of ${each} payments`, yardstick, load),
	]);
}

/** A workbook, beside its library alone. */
export async function oneSheet({ root, rows, turns }: Scale): Promise<string> {
	const sources = workspace(root, "惠农补贴.xlsx");
	const file = join(sources, "惠农补贴.xlsx");
	const count = Math.min(1_000_000, Math.round(rows / 25));
	const cells = function* () {
		yield headings;
		yield* payments({ from: 1, to: count });
	};
	await pipeline(
		Readable.fromWeb(writeXlsxStream(cells(), { name: "表" }) as never),
		createWriteStream(file),
	);
	const { bare, load } = inTurns(turns, {
		bare: () => turn("bare-reader.ts", [file]),
		load: () => loadAnew(root),
	});
	const rate = (of: readonly Turn[], key: "seconds" | "cpu") =>
		String(Math.round(count / median(of.map((item) => item[key])) / 100) * 100);
	return table(
		[
			"a sheet of so many rows",
			"reader",
			"rows/s",
			"rows per processor s",
			"peak MB",
		],
		(
			[
				["the library alone", bare],
				["bidui, all checks", load],
			] as const
		).map(([name, of]) => [
			String(count),
			name,
			rate(of, "seconds"),
			rate(of, "cpu"),
			String(Math.max(...of.map(({ megabytes }) => megabytes))),
		]),
	);
}

/** A cumulative re-export in which every thousandth row changed. */
export function sentAgain({ root, rows, turns }: Scale): string {
	const sources = workspace(root, "惠农补贴*.csv", "cumulative");
	const write = (name: string, again: boolean) =>
		writeTables(join(sources, name), join(root, "utf8", name), {
			from: 1,
			to: rows,
			again,
		});
	write("惠农补贴1.csv", false);
	const first: Turn[] = [];
	const second: Turn[] = [];
	let stages: Stage[] = [];
	for (let i = 0; i < turns; i++) {
		rmSync(join(sources, "惠农补贴2.csv"), { force: true });
		first.push(loadAnew(root));
		write("惠农补贴2.csv", true);
		if (i + 1 < turns) second.push(turn("load.ts", [root]));
		else {
			const last = turn<{ stages: Stage[] }>("load.ts", [root, "--stages"]);
			second.push(last);
			stages = last.stages;
		}
	}
	const change = stages.find(({ name }) => name.startsWith("change"));
	const of = (turns: readonly Turn[], key: keyof Turn) =>
		median(turns.map((item) => item[key]));
	return table(
		["a cumulative export", "s", "processor s", "peak MB"],
		[
			[
				`${rows} rows, for the first time`,
				two(of(first, "seconds")),
				two(of(first, "cpu")),
				String(of(first, "megabytes")),
			],
			[
				"again, every thousandth row changed",
				two(of(second, "seconds")),
				two(of(second, "cpu")),
				String(of(second, "megabytes")),
			],
			[
				"of this, the comparison with the version before",
				"",
				two(change?.cpu ?? 0),
				"",
			],
		],
	);
}
