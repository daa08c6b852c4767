import { civil, firstDay, inMonth, monthOf } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { claim, contractedArea, farm, transfer } from "../world/land.ts";
import type { Farm } from "../world/records.ts";
import { openAccount, paySubsidy } from "../world/subsidies.ts";
import { file, grant, villageCadre, villagePosts } from "../world/welfare.ts";
import type { World } from "../world/world.ts";
import { type Clan, living } from "./population.ts";

/** Village offices, allowances, land and subsidies of the background: all as they should be. */
export function village(world: World, rng: Rng, clans: readonly Clan[]): void {
	for (const clan of clans) {
		const own = rng.fork(clan.main.number);
		if (clan.role === "village cadre") offices(world, own, clan);
		if (clan.role === "welfare") allowance(world, own, clan);
		if (clan.role === "farm" || clan.role === "village cadre")
			land(world, own, clan);
	}
	letting(world, rng.fork("transfers"));
	claims(world, rng.fork("claims"));
}

function offices(world: World, rng: Rng, clan: Clan): void {
	const from = civil(
		rng.pick([2014, 2017, 2021]),
		rng.int(1, 12),
		rng.int(1, 28),
	);
	const ended = rng.permille(200);
	const post = rng.pick(villagePosts);
	const office = villageCadre(
		world,
		clan.main.head,
		clan.main.home.village,
		post,
		from,
		ended ? from + rng.int(700, 1500) : undefined,
	);
	const parents = clan.households[1];
	if (!parents || ended || !rng.permille(250)) return;
	// A parent lives on an allowance, and the cadre has said so in time.
	const first = monthOf(from) + rng.int(6, 50);
	grant(world, rng, parents.head, [], first);
	file(
		world,
		office,
		parents.head.gender === "男" ? "父亲" : "母亲",
		parents.head,
		firstDay(first) - rng.int(5, 40),
	);
}

function allowance(world: World, rng: Rng, clan: Clan): void {
	const first = inMonth("2016-01") + rng.int(0, 118);
	const stopped = rng.permille(120);
	const head = clan.main.head;
	const others = clan.main.rows
		.filter((row) => row.person !== head)
		.map((row) => [row.relation, row.person] as const);
	grant(
		world,
		rng,
		head,
		others,
		first,
		stopped ? Math.min(first + rng.int(8, 60), inMonth("2026-05")) : undefined,
	);
}

function land(world: World, rng: Rng, clan: Clan): void {
	const count = rng.int(1, 3);
	const areas: number[] = [];
	for (let i = 0; i < count; i++) areas.push(rng.int(8, 42) * 10);
	const head = clan.main.head;
	farm(
		world,
		rng,
		head,
		living(clan.main).filter((person) => person !== head),
		areas,
		!rng.permille(40),
	);
}

/** Neighbours let land to each other; both sides claim what is left. */
function letting(world: World, rng: Rng): void {
	const farms = rng.shuffle(world.farms);
	for (let i = 0; i + 1 < farms.length && i < farms.length / 8; i += 2) {
		const out = farms[i] as Farm;
		const into = farms[i + 1] as Farm;
		transfer(
			world,
			rng,
			{ farm: out },
			{ farm: into },
			Math.floor(contractedArea(out) / 20) * 10,
			civil(2022, rng.int(1, 12), 1),
			civil(2031, 1, 1),
		);
	}
}

interface Flow {
	inflow: number;
	outflow: number;
}

/** What came to each farm and what went away. */
function moved(world: World): (of: Farm) => Flow {
	const flows = new Map<Farm, Flow>();
	const flowOf = (farm: Farm): Flow => {
		let flow = flows.get(farm);
		if (!flow) {
			flow = { inflow: 0, outflow: 0 };
			flows.set(farm, flow);
		}
		return flow;
	};
	for (const { inFarm, outFarm, area } of world.transfers) {
		if (outFarm) flowOf(outFarm).outflow += area;
		if (inFarm) flowOf(inFarm).inflow += area;
	}
	return flowOf;
}

function claims(world: World, rng: Rng): void {
	const flowOf = moved(world);
	for (const of of world.farms) {
		const { inflow, outflow } = flowOf(of);
		const area = contractedArea(of) + inflow - outflow;
		const flows = {
			...(inflow > 0 ? { inflow } : {}),
			...(outflow > 0 ? { outflow } : {}),
		};
		const season = rng.pick(["大春", "小春"] as const);
		claim(
			world,
			of,
			"耕地地力保护",
			2026,
			area - (rng.permille(300) ? rng.int(0, 4) * 10 : 0),
			flows,
		);
		if (rng.permille(400))
			claim(world, of, season, 2025, area - rng.int(0, 5) * 10, flows);
		pay(world, rng, of, area);
	}
}

function pay(world: World, rng: Rng, of: Farm, area: number): void {
	const account = openAccount(world, rng, of.contractor);
	for (const year of [2025, 2026])
		paySubsidy(world, of, year, account, {
			area,
			status: rng.permille(8) ? "退回" : "成功",
		});
}
