import { iso } from "./base/day.ts";
import { cityNotes } from "./city/city.ts";
import { sowInWorld } from "./errors/in-world.ts";
import { Sower } from "./errors/sower.ts";
import type { SourceNote } from "./exports/desk.ts";
import { departments } from "./exports/index.ts";
import { Outbox } from "./files/outbox.ts";
import { plainPath } from "./files/plain.ts";
import { anyForm } from "./files/share.ts";
import { pass } from "./nights/night.ts";
import { later, send } from "./nights/send.ts";
import { type Truth, truth } from "./truth/truth.ts";
import { biduiYaml, housingStandard } from "./workspace/bidui-yaml.ts";
import { siteKey } from "./workspace/site-key.ts";
import { copiesFor, makeWorld } from "./world/make.ts";

export interface County {
	/** Below the workspace: sources/…, bidui.yaml, private/site.key, truth.json. */
	files: { path: string; bytes: Uint8Array }[];
	truth: Truth;
	residents: number;
	/** Whoever a cadre's family table names: nobody of the city is called so and born in that month. */
	known: { name: string; month: string }[];
}

export interface CountyOptions {
	/** The multiplier of the errors that are sown. */
	errors?: number;
	/** How many nights after the first delivery. */
	nights?: number;
	/** Every file as UTF-8 CSV without titles, for programs that read nothing else. */
	plain?: boolean;
	/** So many of the files, 0 to 1, are workbooks; without it those that an office would send so. */
	xlsx?: number | undefined;
	/**
	 * Residents are made one by one up to this scale; those beyond are rows of a city of which nothing
	 * is to be found (`city/`), written by whoever asks for them. Cases are in proportion to the whole.
	 */
	core?: number;
}

/**
 * A whole workspace in memory, as it stands so many nights after the first delivery: the same for the
 * same seed, scale, errors and nights, to the byte.
 */
export async function county(
	seed: number,
	scale: number,
	{
		errors = 0,
		nights = 0,
		plain = false,
		xlsx,
		core = scale,
	}: CountyOptions = {},
): Promise<County> {
	const { world, planted, bystanders } = makeWorld(
		seed,
		Math.min(core, scale),
		copiesFor(scale),
	);
	const rng = world.rng.fork("errors");
	const sower = errors > 0 ? new Sower(rng, errors) : undefined;
	if (sower) sowInWorld(world, rng, errors, sower);
	const outbox = new Outbox({ sower, plain, xlsx });
	const sources: SourceNote[] = [];
	const desk = { world, outbox, bystanders, errors };
	for (const [i, department] of departments.entries())
		sources.push(
			...(await department({ ...desk, rng: world.rng.fork(`export ${i}`) })),
		);
	const withdrawn = new Set<object>();
	const firstCompanies = world.companies.length;
	for (let number = 1; number <= nights; number++) {
		const rng = world.rng.fork(`night ${number}`);
		const night = pass(world, rng, number, planted, bystanders);
		planted.push(...night.planted);
		for (const vehicle of night.withdrawn) withdrawn.add(vehicle);
		await send({ ...desk, firstCompanies, withdrawn }, night);
	}
	await outbox.packed();
	const told = truth({
		seed,
		scale,
		errors,
		core,
		world,
		planted,
		outbox,
		sower,
		withdrawn,
	});
	const unloaded = sources.flatMap(({ id: source, becomes, twice }) => [
		...(becomes ? [{ source, becomes }] : []),
		...(twice ? [{ source, becomes: "duplicate" as const }] : []),
	]);
	if (unloaded.length > 0) told.unloaded = unloaded;
	const notes = [...sources, ...(core < scale ? cityNotes : [])]
		.map((note) => (nights > 0 ? { ...note, ...later[note.id] } : note))
		.map((note) => (plain ? plainNote(note) : note))
		.map((note) => (xlsx === undefined ? note : anyNote(note)));
	const text = (content: string) => Buffer.from(content, "utf8");
	return {
		files: [
			...outbox.files.map(({ path, bytes }) => ({
				path: `sources/${path}`,
				bytes,
			})),
			{ path: "bidui.yaml", bytes: text(biduiYaml(notes)) },
			{
				path: "rules/lists/housing_standard.yaml",
				bytes: text(housingStandard),
			},
			{ path: "private/site.key", bytes: text(`${siteKey(seed)}\n`) },
			{
				path: "truth.json",
				bytes: text(`${JSON.stringify(told, null, "\t")}\n`),
			},
		],
		truth: told,
		residents: world.people.length,
		known: world.familyTables.map(({ member }) => ({
			name: member.name,
			month: iso(member.birth).slice(0, 7),
		})),
	};
}

function anyNote({
	delimiter: _,
	encoding: __,
	...note
}: SourceNote): SourceNote {
	return { ...note, path: anyForm(note.path) };
}

function plainNote({
	delimiter: _,
	encoding: __,
	...note
}: SourceNote): SourceNote {
	return { ...note, path: plainPath(note.path) };
}
