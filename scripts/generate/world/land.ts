import { type Day, on } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import type { AreaClaim, Farm, Person, Plot, Transfer } from "./records.ts";
import type { World } from "./world.ts";

const plotNames = [
	"门前田",
	"大湾土",
	"河坝田",
	"屋后土",
	"长田",
	"新开田",
	"石坎土",
	"井边田",
	"半坡土",
	"秧田",
];

/** A contracting household with plots of these areas, in 1/100 mu. */
export function farm(
	world: World,
	rng: Rng,
	contractor: Person,
	members: readonly Person[],
	areas: readonly number[],
	coded = true,
): Farm {
	const { home } = contractor;
	const number = String(world.next(`farm ${home.village.code}`)).padStart(
		4,
		"0",
	);
	const made: Farm = {
		home,
		contractor,
		members: [contractor, ...members],
		plots: [],
		certificate: `${home.village.code}${number}J`,
	};
	if (coded)
		made.code = `${home.village.code}${String(home.group).padStart(2, "0")}${number}`;
	for (const area of areas) {
		const plot: Plot = {
			code: `${home.village.code}${String(home.group).padStart(2, "0")}${String(world.next(`plot ${home.village.code}`)).padStart(5, "0")}`,
			farm: made,
			contractor,
			name: rng.pick(plotNames),
			measured: area,
			contracted: area,
			confirmed: area,
		};
		made.plots.push(plot);
		world.plots.push(plot);
	}
	world.farms.push(made);
	return made;
}

export function contractedArea(of: Farm): number {
	return of.plots.reduce((sum, plot) => sum + plot.contracted, 0);
}

export const seasons = {
	大春: "大春粮食作物种植补贴",
	小春: "小春油菜小麦种植补贴",
	耕地地力保护: "耕地地力保护补贴",
} as const;

/** A claim of a season; the roll repeats the contracted area unless told otherwise. */
export function claim(
	world: World,
	by: Farm,
	season: keyof typeof seasons,
	year: number,
	area: number,
	how: Partial<
		Pick<
			AreaClaim,
			"person" | "plot" | "contracted" | "excluded" | "inflow" | "outflow"
		>
	> = {},
): AreaClaim {
	const claimed: AreaClaim = {
		person: by.contractor,
		farm: by,
		year,
		season,
		item: seasons[season],
		contracted: how.plot?.contracted ?? contractedArea(by),
		claimed: area,
		...how,
	};
	world.areaClaims.push(claimed);
	return claimed;
}

/** Lets land from one farm to another; the subsidy goes with the land unless told otherwise. */
export function transfer(
	world: World,
	rng: Rng,
	out: { farm: Farm; person?: Person },
	into: { farm: Farm; person?: Person },
	area: number,
	from: Day = on("2022-01-01"),
	to: Day = on("2030-01-01"),
	subsidyTo: Transfer["subsidyTo"] = "转入方",
): Transfer {
	const made: Transfer = {
		number: `${out.farm.home.village.town.short}流〔${world.next("transfer")}〕号`,
		out: out.person ?? out.farm.contractor,
		outFarm: out.farm,
		in: into.person ?? into.farm.contractor,
		inFarm: into.farm,
		area,
		from,
		to,
		price: rng.int(25, 60) * 1000,
		subsidyTo,
	};
	world.transfers.push(made);
	return made;
}
