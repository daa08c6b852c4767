import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeCity } from "../generate/city/city.ts";
import { type County, county } from "../generate/county.ts";

export interface BenchCounty {
	/** The first delivery. */
	first: County["files"];
	/** What a night brings, by what kind of delivery it is. */
	delta: County["files"];
	cumulative: County["files"];
}

/** Up to here residents are made one by one; the rest of a city is made in bulk. */
const largestCore = 0.05;

/** A county as UTF-8 CSV, which both programs read, and its first night. */
export async function benchCounty(
	seed: number,
	scale: number,
): Promise<BenchCounty> {
	const core = Math.min(scale, largestCore);
	const night = await county(seed, scale, { plain: true, nights: 1, core });
	const first = await county(seed, scale, { plain: true, core });
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
	};
}

export function write(dir: string, files: County["files"]): void {
	for (const { path, bytes } of files) {
		mkdirSync(dirname(join(dir, path)), { recursive: true });
		writeFileSync(join(dir, path), bytes);
	}
}

/** The rows of the city beyond the county, when the scale asks for more than one. */
export async function writeRest(
	workspace: string,
	seed: number,
	scale: number,
	say: (text: string) => void,
): Promise<void> {
	if (scale > largestCore)
		await writeCity(join(workspace, "sources"), {
			seed,
			residents: Math.round((scale - largestCore) * 1_000_000),
			plain: true,
			say,
		});
}

export function megabytes(dir: string): number {
	const files = readdirSync(dir, { recursive: true, withFileTypes: true });
	const bytes = files
		.filter((entry) => entry.isFile())
		.reduce(
			(sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size,
			0,
		);
	return Math.round(bytes / 1e6);
}
