import { background } from "../background/index.ts";
import { Rng } from "../base/rng.ts";
import type { Case, Planted } from "../cases/case.ts";
import { cases } from "../cases/index.ts";
import type { Person } from "./records.ts";
import { World } from "./world.ts";

export interface PlantedCase {
	case: Case;
	planted: Planted;
}

export interface Made {
	world: World;
	planted: PlantedCase[];
	bystanders: ReadonlySet<Person>;
}

/**
 * At scale 0.005, with 5,000 residents, every case stands once; larger worlds have them in proportion,
 * up to a hundred times.
 */
export function copiesFor(scale: number): number {
	return Math.min(100, Math.max(1, Math.round(scale / 0.005)));
}

/** A world of a scale (1 is a million residents), and what was hidden in it. */
export function makeWorld(
	seed: number,
	scale: number,
	copies = copiesFor(scale),
): Made {
	const rng = new Rng(`bidui/${seed}`);
	const world = new World(rng);
	background(world, rng.fork("background"), Math.round(scale * 1_000_000));
	const bystanders = new Set(world.people);
	const planted: PlantedCase[] = [];
	for (let copy = 0; copy < copies; copy++)
		for (const one of cases) {
			const made = one.plant(
				world,
				rng.fork(`case/${one.rule}/${one.slug}/${copy}`),
			);
			for (const lead of Array.isArray(made) ? made : [made])
				planted.push({ case: one, planted: lead });
		}
	return { world, planted, bystanders };
}
