import type { Dataset } from "../datasets/index.ts";
import { storedColumns } from "../datasets/index.ts";
import { type Engine, pathLiteral } from "../engine/index.ts";
import { problem } from "../errors/index.ts";
import { rowHash, type Store } from "../store/index.ts";
import { one } from "./table/job.ts";
import type { SourceOutcome } from "./types.ts";

/** A few rows may be the same by chance. */
const LEAST = 5;

/** What the rows of a part say, whatever their address and order. */
async function content(
	engine: Engine,
	dataset: Dataset,
	path: string,
): Promise<string> {
	const columns = storedColumns(dataset)
		.slice(2)
		.map(({ name }) => name);
	const { n, x, s } = await one(
		engine,
		`SELECT count(*) AS n, CAST(bit_xor(h) AS VARCHAR) AS x, CAST(sum(CAST(h AS HUGEINT)) AS VARCHAR) AS s FROM (SELECT ${rowHash(columns)} AS h FROM read_parquet(${pathLiteral(path)}))`,
	);
	return `${n} ${x} ${s}`;
}

/**
 * Finds exports that were sent twice in another form (saved again, under another name or format): their
 * rows are those of an earlier part, and count once. Only parts with as many rows and the same medians
 * are looked at, and never two that stood in the snapshot before: they were told apart then.
 * @param earlier outcomes of this load that stand
 * @param fresh outcomes that were made since; those that repeat another become duplicates
 * @param stood keys of the parts of the snapshot before
 * @param counted what the rows of parts say, as far as this load has looked
 */
export async function dropSameContent(
	engine: Engine,
	store: Store,
	dataset: Dataset,
	earlier: readonly SourceOutcome[],
	fresh: SourceOutcome[],
	stood: ReadonlySet<string>,
	counted: Map<string, string>,
): Promise<void> {
	const contentOf = async (outcome: SourceOutcome) => {
		const { part } = outcome;
		if (part === undefined) return undefined;
		const known = counted.get(part.key);
		if (known !== undefined) return known;
		const text = await content(
			engine,
			dataset,
			store.partPath(dataset.name, part.key),
		);
		counted.set(part.key, text);
		return text;
	};
	const standing = earlier.filter(({ part }) => part?.dataset === dataset.name);
	for (const [i, outcome] of fresh.entries()) {
		const { part } = outcome;
		if (part === undefined) continue;
		const alike = standing.filter(
			(other) =>
				other.part !== undefined &&
				other.part.key !== part.key &&
				!(stood.has(other.part.key) && stood.has(part.key)) &&
				other.part.counts.loaded === part.counts.loaded &&
				JSON.stringify(other.part.medians) === JSON.stringify(part.medians),
		);
		let twin: SourceOutcome | undefined;
		if (part.counts.loaded >= LEAST)
			for (const other of alike)
				if ((await contentOf(other)) === (await contentOf(outcome)))
					twin ??= other;
		if (twin === undefined) {
			standing.push(outcome);
			continue;
		}
		const { part: _, ...rest } = outcome;
		fresh[i] = {
			...rest,
			status: "duplicate",
			read: 0,
			loaded: 0,
			quarantined: 0,
			decoration: 0,
			reasons: {},
			problems: [
				problem(
					"content-duplicate",
					{
						file: outcome.file,
						...(outcome.sheet === undefined ? {} : { sheet: outcome.sheet }),
					},
					{ other: [twin.file, twin.sheet].filter(Boolean).join("：") },
				),
			],
		};
	}
}
