import type { Answer, Verdict } from "./answers.ts";
import type { Cost } from "./programs.ts";

/** What one kind of work took, by hand and with bidui. */
export interface Stage {
	what: string;
	yardstick?: Cost;
	bidui: Cost;
	/** Comparisons that the hand-written night asked again. */
	askedByHand?: number;
	/** Rules and models that ran; the results of the others still held. */
	executed?: number;
	/** Whether both have the same answers afterwards. */
	verdict?: Verdict;
}

export interface Bench {
	contract: "bidui/bench@2";
	machine: Record<string, string | number>;
	county: {
		seed: number;
		scale: number;
		rows: number;
		mb: number;
	};
	stages: Stage[];
	/** Where Python and PyPI were there: the same comparisons in Polars. */
	polars?: { version: string; load: number; comparisons: number; mb?: number };
	comparisons: (Partial<Answer> & {
		what: string;
		yardstick: number | undefined;
		bidui: number | undefined;
		polars: number | undefined;
		/** Whether Polars found the yardstick's keys. */
		polarsAgrees: boolean | undefined;
	})[];
	/** Seconds of every shipped rule and model. */
	nodes: { name: string; kind: string; seconds: number }[];
}

const SLOWEST = 10;

/** Below a hundredth of a second there is nothing to compare with. */
const SHORTEST = 0.01;

const ratio = (whole: number | undefined, part: number | undefined) =>
	whole === undefined || part === undefined || part < SHORTEST
		? ""
		: (whole / part).toFixed(2);
const fixed = (value: number | undefined, digits = 2) =>
	value === undefined ? "" : value.toFixed(digits);

/** A stage in a line, for whoever waits for the table. */
export function stageLine({ what, yardstick, bidui }: Stage): string {
	const cost = ({ seconds, cpu, mb }: Cost) =>
		`${fixed(seconds)} s, processor ${fixed(cpu)} s, ${mb ?? "?"} MB`;
	const byHand = yardstick === undefined ? "" : `by hand ${cost(yardstick)}; `;
	return `${what}: ${byHand}bidui ${cost(bidui)}`;
}

function answer({ verdict, more, fewer, digest }: Partial<Answer>): string {
	if (verdict === undefined) return "not asked";
	if (verdict === "same") return `same (${digest})`;
	const by = `differs by +${more} −${fewer}`;
	return verdict === "spelling"
		? `${by} because of spelling: the yardstick's SQL over texts spelled one way gives bidui's keys (${digest})`
		: `${by}, unexplained`;
}

const verdicts: Record<Verdict, string> = {
	same: "same",
	spelling: "same but for spelling",
	unexplained: "differ",
};

function table(heads: readonly string[], rows: readonly unknown[][]): string[] {
	const line = (cells: readonly unknown[]) => `| ${cells.join(" | ")} |`;
	return [
		line(heads),
		line(heads.map((_, i) => (i === 0 ? "---" : "---:"))),
		...rows.map(line),
		"",
	];
}

export function markdown(bench: Bench): string {
	const { county, stages, comparisons, nodes } = bench;
	const slowest = [...nodes]
		.sort((a, b) => b.seconds - a.seconds)
		.slice(0, SLOWEST);
	const agreed = comparisons.filter(
		({ verdict }) => verdict === "same" || verdict === "spelling",
	);
	return [
		`# bidui against hand-written DuckDB, scale ${county.scale}`,
		"",
		`${county.rows} rows, ${county.mb} MB of CSV, seed ${county.seed}.`,
		"",
		Object.entries(bench.machine)
			.map(([key, value]) => `${key} ${value}`)
			.join(", "),
		"",
		...table(
			[
				"stage",
				"yardstick s",
				"bidui s",
				"ratio",
				"yardstick processor s",
				"bidui processor s",
				"ratio",
				"yardstick MB",
				"bidui MB",
				"asked by hand",
				"nodes run",
				"answers",
			],
			stages.map(
				({ what, yardstick, bidui, askedByHand, executed, verdict }) => [
					what,
					fixed(yardstick?.seconds),
					fixed(bidui.seconds),
					ratio(bidui.seconds, yardstick?.seconds),
					fixed(yardstick?.cpu),
					fixed(bidui.cpu),
					ratio(bidui.cpu, yardstick?.cpu),
					yardstick?.mb ?? "",
					bidui.mb ?? "",
					askedByHand ?? "",
					executed ?? "",
					verdict === undefined ? "" : verdicts[verdict],
				],
			),
		),
		...(bench.polars === undefined
			? []
			: [
					`Polars ${bench.polars.version}: load ${fixed(bench.polars.load)} s, comparisons ${fixed(bench.polars.comparisons)} s, ${bench.polars.mb ?? "?"} MB.`,
					"",
				]),
		`${agreed.length} of ${comparisons.length} comparisons have one answer.`,
		"",
		...table(
			[
				"comparison",
				"yardstick s",
				"bidui s",
				"ratio",
				"Polars s",
				"keys by hand",
				"keys, bidui",
				"Polars",
				"bidui's answer",
			],
			comparisons.map((one) => [
				one.what,
				fixed(one.yardstick, 3),
				fixed(one.bidui, 3),
				ratio(one.bidui, one.yardstick),
				fixed(one.polars, 3),
				one.keysByHand ?? "",
				one.keys ?? "",
				one.polarsAgrees === undefined
					? ""
					: one.polarsAgrees
						? "as by hand"
						: "differs",
				answer(one),
			]),
		),
		...table(
			[`slowest ${slowest.length} of the shipped rules and models`, "s"],
			slowest.map(({ name, kind, seconds }) => [
				`${name} (${kind})`,
				fixed(seconds, 3),
			]),
		),
	].join("\n");
}

const BAR = 420;
const LEFT = 300;
const STEP = 44;

/** Two bars a stage; no library, so that the picture is the numbers and nothing else. */
export function svg(bench: Bench): string {
	const stages = bench.stages.filter(
		({ yardstick }) => yardstick !== undefined && yardstick.seconds >= SHORTEST,
	);
	const widest = Math.max(
		...stages.flatMap(({ yardstick, bidui }) => [
			yardstick?.seconds ?? 0,
			bidui.seconds,
		]),
	);
	const bars = stages.map(({ what, yardstick, bidui }, i) => {
		const y = STEP * (i + 1);
		const bar = (value: number, at: number, colour: string, text: string) => {
			const width = Math.max(1, (value / widest) * BAR);
			return `<rect x="${LEFT}" y="${at}" width="${width.toFixed(1)}" height="15" fill="${colour}"/>
<text x="${(LEFT + 10 + width).toFixed(1)}" y="${at + 12}">${text}</text>`;
		};
		const byHand = yardstick?.seconds ?? 0;
		return `<text x="${LEFT - 10}" y="${y + 20}" text-anchor="end">${what}</text>
${bar(byHand, y, "#999", fixed(byHand))}
${bar(bidui.seconds, y + 17, "#2463a8", `${fixed(bidui.seconds)} (× ${ratio(bidui.seconds, byHand)})`)}`;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + BAR + 140}" height="${STEP * stages.length + 50}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="24" font-weight="bold">Seconds, scale ${bench.county.scale}: hand-written DuckDB (grey), bidui (blue)</text>
${bars.join("\n")}
</svg>
`;
}
