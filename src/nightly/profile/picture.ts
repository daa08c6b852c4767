import type { Profile, Sample, Span } from "./types.ts";

const LEFT = 110;
const WIDTH = 1200;
const LANE = 26;
const CURVE = 70;
/** Pixels that a character of a label takes, at most. */
const LETTER = 11;

const colours: Record<Span["kind"], string> = {
	stage: "#d9dee4",
	source: "#6aa84f",
	model: "#b08d2e",
	rule: "#2463a8",
};

function escaped(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

const seconds = (ms: number) => (ms / 1000).toFixed(2);

/** A round number of seconds that gives about ten marks. */
function step(ms: number): number {
	const wanted = ms / 1000 / 10;
	const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 0.001)));
	const factor = [1, 2, 5, 10].find((one) => one * power >= wanted) ?? 10;
	return factor * power;
}

/**
 * The profile as a time line: a band of stages, a lane for each of the places that work side by side with what it did,
 * and below them the cores that were busy and the memory. SVG that stands alone; pointing at a bar names it.
 */
export function profilePicture(profile: Profile): string {
	const { spans, samples } = profile;
	const total = Math.max(1, profile.ms);
	const x = (ms: number) => LEFT + (ms / total) * WIDTH;
	const workers = Math.max(0, ...spans.map(({ worker }) => worker ?? 0)) + 1;
	const top = 54;
	const laneOf = ({ worker }: Span) =>
		top + LANE * (worker === undefined ? 0 : worker + 1);
	const bars = spans.map((span) => {
		const width = Math.max(0.5, x(span.end) - x(span.start));
		const y = laneOf(span);
		const label =
			span.kind === "stage"
				? span.title
				: (span.name.split("/").at(-1) ?? span.name);
		const letters = Math.floor((width - 6) / LETTER);
		const text =
			letters >= Math.min(label.length, 4)
				? `<text x="${(x(span.start) + 3).toFixed(1)}" y="${y + 16}" fill="${span.kind === "stage" ? "#333" : "#fff"}">${escaped(label.slice(0, letters))}</text>`
				: "";
		return `<g><title>${escaped(`${span.name} ${span.title}：${seconds(span.end - span.start)} 秒（第 ${seconds(span.start)} 秒起）`)}</title><rect x="${x(span.start).toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${LANE - 4}" fill="${colours[span.kind]}" stroke="#fff" stroke-width="0.4"/>${text}</g>`;
	});
	const lanes = Array.from(
		{ length: workers },
		(_, i) =>
			`<text x="${LEFT - 8}" y="${top + LANE * (i + 1) + 16}" text-anchor="end">第 ${i + 1} 路</text>`,
	);
	const bottom = top + LANE * (workers + 1) + 16;
	const mostBytes = Math.max(1, ...samples.map(({ bytes }) => bytes));
	const mostCores = Math.max(1, profile.machine.cores);
	const curve = (
		y: number,
		value: (sample: Sample) => number,
		colour: string,
		title: string,
	) => {
		const points = samples.map(
			(sample) =>
				`${x(Math.min(sample.at, total)).toFixed(1)},${(y + CURVE * (1 - Math.min(1, value(sample)))).toFixed(1)}`,
		);
		return `<text x="${LEFT - 8}" y="${y + 14}" text-anchor="end">${title}</text><rect x="${LEFT}" y="${y}" width="${WIDTH}" height="${CURVE}" fill="#f6f7f9"/><polyline fill="none" stroke="${colour}" stroke-width="1.2" points="${points.join(" ")}"/>`;
	};
	const marks: string[] = [];
	const every = step(total);
	const height = bottom + 2 * (CURVE + 14) + 30;
	for (let at = 0; at * 1000 <= total; at += every)
		marks.push(
			`<line x1="${x(at * 1000).toFixed(1)}" y1="${top - 4}" x2="${x(at * 1000).toFixed(1)}" y2="${height - 24}" stroke="#e3e6ea"/><text x="${x(at * 1000).toFixed(1)}" y="${height - 8}" text-anchor="middle">${Number(at.toPrecision(3))} 秒</text>`,
		);
	const legend = (
		[
			["source", "来源"],
			["model", "中间结果"],
			["rule", "规则"],
		] as const
	).map(
		([kind, title], i) =>
			`<rect x="${LEFT + 560 + i * 110}" y="12" width="12" height="12" fill="${colours[kind]}"/><text x="${LEFT + 578 + i * 110}" y="23">${title}</text>`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDTH + 30}" height="${height}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#fff"/>
<text x="12" y="24" font-size="14" font-weight="bold">用时：共 ${seconds(total)} 秒，处理器 ${seconds(profile.cpuMs)} 秒</text>
${legend.join("")}
<text x="${LEFT - 8}" y="${top + 16}" text-anchor="end">阶段</text>
${marks.join("\n")}
${lanes.join("")}
${bars.join("\n")}
${curve(bottom, ({ cores }) => cores / mostCores, "#b4441c", `忙的核 / ${mostCores}`)}
${curve(bottom + CURVE + 14, ({ bytes }) => bytes / mostBytes, "#5b3f8c", `内存 / ${(mostBytes / 1e6).toFixed(0)} MB`)}
</svg>
`;
}
