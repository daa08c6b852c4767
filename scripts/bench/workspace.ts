import {
	mkdirSync,
	readdirSync,
	renameSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { writeCity } from "../generate/city/city.ts";
import { type County, county } from "../generate/county.ts";

/** What a night brings: files that wait beside the workspace until it is their night. */
export interface Delivery {
	/** Below sources/. */
	paths: string[];
	/** Puts the files where the workspace takes them. */
	arrive(): void;
}

export interface BenchWorkspace {
	/** The workspace, as it stands after the first delivery. */
	dir: string;
	sources: string;
	megabytes: number;
	/** Payments of a month more, in files of their own. */
	delta: Delivery;
	/** The registers of companies once more, as a whole. */
	cumulative: Delivery;
}

/** Up to here residents are made one by one; the rest of a city is made in bulk. */
const largestCore = 0.02;

/** Marks the files of the first night in the names that the generator gives them. */
const nightFile = /_增量01\./;

/** A county or city, all of its files as UTF-8 CSV, which every program of the bench reads, and its first night. */
export async function makeWorkspace(
	dir: string,
	seed: number,
	scale: number,
	say: (text: string) => void,
): Promise<BenchWorkspace> {
	const workspace = join(dir, "workspace");
	const sources = join(workspace, "sources");
	const waiting = join(dir, "night");
	const core = Math.min(scale, largestCore);
	const night = await county(seed, scale, { plain: true, nights: 1, core });
	const first = await county(seed, scale, { plain: true, core });
	const delivered = new Set(first.files.map(({ path }) => path));
	const below = (files: County["files"], wanted: (path: string) => boolean) =>
		files.filter(({ path }) => path.startsWith("sources/") && wanted(path));
	write(
		workspace,
		below(first.files, () => true),
	);
	// The settings of the night take later files by glob.
	write(
		workspace,
		night.files.filter(
			({ path }) => !path.startsWith("sources/") && path !== "truth.json",
		),
	);
	const later = below(
		night.files,
		(path) => !delivered.has(path) && nightFile.test(path),
	);
	write(waiting, later);
	if (scale > core) {
		await writeCity(sources, {
			seed,
			residents: Math.round((scale - core) * 1_000_000),
			known: first.known,
			nights: 1,
			plain: true,
			say,
		});
		for (const path of filesBelow(sources).filter((path) =>
			nightFile.test(path),
		))
			move(join(sources, path), join(waiting, "sources", path));
	}
	const delivery = (what: RegExp): Delivery => {
		const paths = filesBelow(join(waiting, "sources")).filter((path) =>
			what.test(path),
		);
		return {
			paths,
			arrive: () => {
				for (const path of paths)
					move(join(waiting, "sources", path), join(sources, path));
			},
		};
	};
	return {
		dir: workspace,
		sources,
		megabytes: megabytes(sources),
		delta: delivery(/养老待遇/),
		cumulative: delivery(/市场主体/),
	};
}

function write(dir: string, files: County["files"]): void {
	for (const { path, bytes } of files) {
		mkdirSync(dirname(join(dir, path)), { recursive: true });
		writeFileSync(join(dir, path), bytes);
	}
}

function move(from: string, to: string): void {
	mkdirSync(dirname(to), { recursive: true });
	renameSync(from, to);
}

function filesBelow(dir: string): string[] {
	return readdirSync(dir, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".csv"))
		.sort();
}

function megabytes(dir: string): number {
	const bytes = filesBelow(dir).reduce(
		(sum, path) => sum + statSync(join(dir, path)).size,
		0,
	);
	return Math.round(bytes / 1e6);
}
