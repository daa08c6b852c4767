import { civil, plusYears } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { tradeFirst, tradeSecond } from "../names/company-words.ts";
import { county } from "../places/county.ts";
import { inspectedUnits } from "../places/units.ts";
import { deposit, type Named, nameTeam, team } from "../world/bidding.ts";
import {
	award,
	bid,
	machine,
	sign,
	tender,
	upload,
} from "../world/commerce.ts";
import { found, hold, serve } from "../world/companies.ts";
import type { Company, Machine, Person } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { payments } from "./payments.ts";
import { adults, type Clan } from "./population.ts";

/** Companies of the business clans, their tenders and their contracts with the inspected units. */
export function commerce(world: World, rng: Rng, clans: readonly Clan[]): void {
	const companies = clans
		.filter((clan) => clan.role === "business")
		.flatMap((clan) => companiesOf(world, rng.fork(clan.main.number), clan));
	const trading = companies.filter(
		(company) => company.status === "存续" && company.uscc.startsWith("91"),
	);
	if (trading.length < 8) return;
	circles(world, rng.fork("circles"), trading);
	contracts(world, rng.fork("contracts"), trading);
	payments(world, rng.fork("payments"), trading);
	tenders(world, rng.fork("tenders"), trading);
	publicAddresses(world, rng.fork("public addresses"));
	const posts = new Map<Person, string[]>();
	for (const { person, unit } of world.resumes) {
		const known = posts.get(person);
		if (known) known.push(unit.name);
		else posts.set(person, [unit.name]);
	}
	for (const clan of clans)
		if (clan.role === "cadre")
			elsewhere(world, rng.fork(clan.main.number), clan, posts);
}

/** Two companies that hold a part of each other, and three in a ring; too little for anybody to have a say. */
function circles(world: World, rng: Rng, companies: readonly Company[]): void {
	const free = rng.shuffle(companies);
	const rings = Math.max(1, Math.round(companies.length / 150));
	for (const size of [2, 3].flatMap((of) => Array<number>(rings).fill(of))) {
		const ring = free.splice(0, size);
		if (ring.length < size) return;
		ring.forEach((company, i) => {
			const above = ring[(i + 1) % size] as Company;
			const own = world.shareholdings.find((one) => one.company === company);
			if (!own) return;
			own.share -= 500;
			hold(
				world,
				company,
				above,
				5,
				Math.max(company.established, above.established),
			);
		});
	}
}

/** Now and then a cadre's relative is in business, with units where the cadre has never served. */
function elsewhere(
	world: World,
	rng: Rng,
	clan: Clan,
	posts: ReadonlyMap<Person, readonly string[]>,
): void {
	const owner = clan.households[rng.int(1, 2)]?.head;
	if (!owner || !rng.permille(150)) return;
	const served = new Set(
		clan.main.rows.flatMap((row) => posts.get(row.person) ?? []),
	);
	const others = inspectedUnits.filter((unit) => !served.has(unit.name));
	const company = found(world, rng, {
		legalRep: owner,
		established: civil(rng.int(2008, 2018), rng.int(1, 12), rng.int(1, 28)),
	});
	for (let i = rng.int(1, 2); i > 0; i--)
		sign(
			world,
			rng,
			rng.pick(others),
			company,
			civil(rng.int(2021, 2025), rng.int(1, 12), rng.int(1, 28)),
		);
}

function companiesOf(world: World, rng: Rng, clan: Clan): Company[] {
	const people = adults(world, clan.main);
	const owner = clan.main.head;
	const companies: Company[] = [];
	const count = rng.weighted([
		[1, 75],
		[2, 20],
		[3, 5],
	] as const);
	for (let i = 0; i < count; i++) {
		const established = Math.max(
			civil(rng.int(2006, 2024), rng.int(1, 12), rng.int(1, 28)),
			plusYears(owner.birth, 20),
		);
		const partner = people.find((person) => person !== owner);
		const shared = partner !== undefined && rng.permille(450);
		const closed = rng.permille(90);
		const cooperative = rng.permille(60);
		const firstShare = world.shareholdings.length;
		const company = found(world, rng, {
			legalRep: owner,
			established,
			...(cooperative
				? {
						kind: "93" as const,
						type: "农民专业合作社",
						name: cooperativeName(world, rng, clan.main.home.village.name),
					}
				: {}),
			...(closed
				? {
						status: rng.pick(["注销", "吊销"] as const),
						statusDate: Math.min(
							established + rng.int(600, 3000),
							world.asOf - 40,
						),
					}
				: {}),
			shares:
				shared && partner
					? [
							[owner, 60],
							[partner, 40],
						]
					: [[owner, 100]],
			officers: shared && partner ? [[partner, "监事"]] : [],
		});
		if (i > 0 && !closed && companies[0] && !cooperative && rng.permille(500)) {
			// A company of the family that holds a part of another of its companies.
			const share = world.shareholdings[firstShare];
			if (share) share.share -= 1000;
			hold(world, company, companies[0], 10, company.established);
		}
		if (rng.permille(80))
			serve(
				world,
				company,
				owner,
				"财务负责人",
				established,
				established + 500,
			);
		companies.push(company);
	}
	return companies;
}

/** A village has few names of the usual kind; where they are all taken, one gets a trade word as well. */
function cooperativeName(world: World, rng: Rng, village: string): string {
	let tries = 0;
	return world.unique("company name", () => {
		const extra =
			tries++ < 200
				? ""
				: rng.pick([...tradeFirst]) + rng.pick([...tradeSecond]);
		return `${county.name}${village}${extra}${rng.pick(["惠农", "绿源", "丰收", "兴农", "田园"])}${rng.pick(["种植", "养殖", "果蔬", "茶叶"])}专业合作社`;
	});
}

function contracts(
	world: World,
	rng: Rng,
	companies: readonly Company[],
): void {
	const count = Math.floor(companies.length * 1.6);
	for (let i = 0; i < count; i++) {
		const company = rng.pick(companies);
		const signed = civil(rng.int(2021, 2025), rng.int(1, 12), rng.int(1, 28));
		if (signed > company.established)
			sign(world, rng, rng.pick(inspectedUnits), company, signed);
	}
}

/** What a bidder has of its own, so that no two share anything in any lot. */
interface Own {
	machine: Machine;
	team: Named[];
}

/** Of the companies of one head only one takes part: two could meet in a lot. */
function tenders(world: World, rng: Rng, companies: readonly Company[]): void {
	const bidders = companies
		.filter(
			({ legalRep }, i) =>
				companies.findIndex((one) => one.legalRep === legalRep) === i,
		)
		.slice(0, Math.max(8, Math.floor(companies.length / 3)));
	const owned = new Map<Company, Own>();
	const count = Math.max(6, Math.floor(companies.length / 4));
	for (let i = 0; i < count; i++) {
		const opened = civil(rng.int(2024, 2025), rng.int(1, 12), rng.int(1, 28));
		const project = tender(
			world,
			rng,
			rng.pick(inspectedUnits),
			opened,
			rng.weighted([
				[1, 75],
				[2, 25],
			] as const),
		);
		for (const lot of project.lots) {
			for (const company of rng.shuffle(bidders).slice(0, rng.int(3, 6))) {
				let own = owned.get(company);
				if (!own) {
					own = { machine: machine(world, rng), team: team(world, rng) };
					owned.set(company, own);
				}
				const rejected = rng.permille(70);
				bid(
					world,
					rng,
					lot,
					company,
					rejected
						? {
								status: "否决",
								reason: rng.pick([
									"未按招标文件要求签章",
									"投标报价超过最高投标限价",
									"资格证明文件不齐",
								]),
							}
						: {},
				);
				upload(world, rng, lot, company, own.machine);
				deposit(world, rng, lot, company, {
					method: rng.weighted([
						["转账", 80],
						["支票", 5],
						["保函", 15],
					] as const),
				});
				if (project.type === "工程") nameTeam(world, lot, company, own.team);
			}
			award(world, lot);
		}
	}
}

function publicAddresses(world: World, rng: Rng): void {
	for (const [place, org] of [
		["公共资源交易中心一楼自助机", "澄安市公共资源交易中心临澄分中心"],
		["公共资源交易中心三楼投标人休息区", "澄安市公共资源交易中心临澄分中心"],
		["创业孵化园办公楼", "临澄县创业服务中心"],
	] as const)
		world.publicAddresses.push({
			ip: world.unique(
				"ip",
				() => `198.${rng.int(18, 19)}.${rng.int(0, 255)}.${rng.int(1, 254)}`,
			),
			place,
			org,
			from: civil(2021, rng.int(1, 12), 1),
		});
}
