import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type County, county } from "../generate/county.ts";

export interface BenchCounty {
	/** The first delivery. */
	first: County["files"];
	/** What a night brings, by what kind of delivery it is. */
	delta: County["files"];
	cumulative: County["files"];
	residents: number;
	bytes: number;
	rows: number;
}

/** A county as UTF-8 CSV, which both programs read, and its first night. */
export async function benchCounty(
	seed: number,
	scale: number,
): Promise<BenchCounty> {
	const night = await county(seed, scale, { plain: true, nights: 1 });
	const first = await county(seed, scale, { plain: true });
	const known = new Set(first.files.map(({ path }) => path));
	const added = (name: string) =>
		night.files.filter(({ path }) => !known.has(path) && path.includes(name));
	const sources = first.files.filter(({ path }) => path.startsWith("sources/"));
	return {
		// The workspace file of the night takes later files by glob.
		first: [
			...sources,
			...night.files.filter(
				({ path }) => path === "bidui.yaml" || path === "private/site.key",
			),
		],
		delta: added("养老待遇"),
		cumulative: added("市场主体"),
		residents: first.residents,
		bytes: sources.reduce((sum, { bytes }) => sum + bytes.length, 0),
		rows: sources.reduce((sum, { bytes }) => sum + lines(bytes), 0),
	};
}

export function write(dir: string, files: County["files"]): void {
	for (const { path, bytes } of files) {
		mkdirSync(dirname(join(dir, path)), { recursive: true });
		writeFileSync(join(dir, path), bytes);
	}
}

function lines(bytes: Uint8Array): number {
	let count = -1;
	for (const byte of bytes) if (byte === 10) count++;
	return count;
}
