export interface Line {
	what: string;
	yardstick?: number;
	bidui: number;
	yardstickMb?: number;
	biduiMb?: number;
	/** Rules and models that ran in a night. */
	executed?: number;
}

export interface Bench {
	contract: "bidui/bench@1";
	machine: Record<string, string | number>;
	county: {
		seed: number;
		scale: number;
		rows: number;
		mb: number;
	};
	stages: Line[];
	/** Where Python and PyPI were there: the same comparisons in Polars. */
	polars?: { version: string; load: number; comparisons: number; mb?: number };
	/** Distinct keys that each found. */
	comparisons: (Line & {
		yardstickRows: number;
		leads: number;
		polars?: number;
		polarsRows?: number;
	})[];
	/** Seconds of every shipped rule and model. */
	nodes: { name: string; kind: string; seconds: number }[];
	/** Shipped rules and models, the slowest ten. */
	slowest: { name: string; kind: string; seconds: number }[];
}

const ratio = ({ yardstick, bidui }: Line) =>
	yardstick === undefined || yardstick === 0
		? ""
		: (bidui / yardstick).toFixed(2);
const seconds = (value: number | undefined) =>
	value === undefined ? "" : value.toFixed(2);

export function markdown(bench: Bench): string {
	const { county } = bench;
	return [
		`# bidui against hand-written DuckDB, scale ${county.scale}`,
		"",
		`${county.rows} rows, ${county.mb} MB of CSV, seed ${county.seed}.`,
		"",
		Object.entries(bench.machine)
			.map(([key, value]) => `${key} ${value}`)
			.join(", "),
		"",
		"| stage | yardstick s | bidui s | ratio | nodes run | yardstick MB | bidui MB |",
		"| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
		...bench.stages.map(
			(line) =>
				`| ${line.what} | ${seconds(line.yardstick)} | ${seconds(line.bidui)} | ${ratio(line)} | ${line.executed ?? ""} | ${line.yardstickMb ?? ""} | ${line.biduiMb ?? ""} |`,
		),
		"",
		...(bench.polars === undefined
			? []
			: [
					`Polars ${bench.polars.version}: load ${seconds(bench.polars.load)} s, comparisons ${seconds(bench.polars.comparisons)} s, ${bench.polars.mb ?? "?"} MB.`,
					"",
				]),
		"| comparison | yardstick s | keys | bidui s | leads | ratio | Polars s | keys |",
		"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
		...bench.comparisons.map(
			(line) =>
				`| ${line.what} | ${line.yardstick?.toFixed(3)} | ${line.yardstickRows} | ${line.bidui.toFixed(3)} | ${line.leads} | ${ratio(line)} | ${line.polars?.toFixed(3) ?? ""} | ${line.polarsRows ?? ""} |`,
		),
		"",
		"| slowest of the shipped rules and models | s |",
		"| --- | ---: |",
		...bench.slowest.map(
			({ name, kind, seconds: took }) =>
				`| ${name} (${kind}) | ${took.toFixed(3)} |`,
		),
		"",
	].join("\n");
}

/** Two bars a stage; no library, so that the picture is the numbers and nothing else. */
export function svg(bench: Bench): string {
	const lines = bench.stages.filter(({ yardstick }) => yardstick !== undefined);
	const widest = Math.max(
		...lines.flatMap(({ yardstick, bidui }) => [yardstick ?? 0, bidui]),
	);
	const height = 44 * lines.length + 50;
	const bar = (value: number) => Math.max(1, (value / widest) * 420).toFixed(1);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="860" height="${height}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="24" font-weight="bold">Seconds, scale ${bench.county.scale}: hand-written DuckDB (grey), bidui (blue)</text>
${lines
	.map((line, i) => {
		const y = 44 + 44 * i;
		return `<text x="290" y="${y + 20}" text-anchor="end">${line.what}</text>
<rect x="300" y="${y}" width="${bar(line.yardstick ?? 0)}" height="15" fill="#999"/>
<text x="${310 + Number(bar(line.yardstick ?? 0))}" y="${y + 12}">${seconds(line.yardstick)}</text>
<rect x="300" y="${y + 17}" width="${bar(line.bidui)}" height="15" fill="#2463a8"/>
<text x="${310 + Number(bar(line.bidui))}" y="${y + 29}">${seconds(line.bidui)} (× ${ratio(line)})</text>`;
	})
	.join("\n")}
</svg>
`;
}
