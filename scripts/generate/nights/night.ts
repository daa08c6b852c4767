import { monthOf, plusYears } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { sameMachine } from "../cases/WBCB-06/same-machine.ts";
import type { PlantedCase } from "../world/make.ts";
import type {
	Award,
	Bid,
	Deposit,
	PensionPayment,
	Person,
	Project,
	TeamMember,
	Upload,
	Vehicle,
} from "../world/records.ts";
import type { World } from "../world/world.ts";

/** What happened in the offices since the night before. */
export interface Night {
	number: number;
	/** One in a hundred of the pension payments, for the month after. */
	payments: PensionPayment[];
	/** A tender, of which two bidders used one computer. */
	tender: {
		projects: Project[];
		bids: Bid[];
		uploads: Upload[];
		awards: Award[];
		deposits: Deposit[];
		teams: TeamMember[];
	};
	/** Vehicles that the corrected register no longer has: they were never there. */
	withdrawn: Vehicle[];
	planted: PlantedCase[];
}

/** Changes the world by one night; of the company register one row in a thousand. */
export function pass(
	world: World,
	rng: Rng,
	number: number,
	planted: readonly PlantedCase[],
	bystanders: ReadonlySet<Person>,
): Night {
	const payments = pay(world, rng.fork("payments"), bystanders);
	amendCompanies(world, rng.fork("companies"), bystanders);
	const withdrawn = withdraw(world, rng.fork("vehicles"), planted, bystanders);
	const before = {
		projects: world.projects.length,
		bids: world.bids.length,
		uploads: world.uploads.length,
		awards: world.awards.length,
		deposits: world.deposits.length,
		teams: world.teams.length,
	};
	const told = tender(world, rng.fork("tender"), number);
	return {
		number,
		payments,
		tender: {
			projects: world.projects.slice(before.projects),
			bids: world.bids.slice(before.bids),
			uploads: world.uploads.slice(before.uploads),
			awards: world.awards.slice(before.awards),
			deposits: world.deposits.slice(before.deposits),
			teams: world.teams.slice(before.teams),
		},
		withdrawn,
		planted: told,
	};
}

/** The month after the last, for people who are alive and of no case. */
function pay(
	world: World,
	rng: Rng,
	bystanders: ReadonlySet<Person>,
): PensionPayment[] {
	const dead = new Set(world.deaths.map(({ person }) => person));
	const latest = new Map<Person, PensionPayment>();
	for (const payment of world.pensionPayments)
		if (bystanders.has(payment.person) && !dead.has(payment.person))
			latest.set(payment.person, payment);
	const count = Math.ceil(world.pensionPayments.length / 100);
	const made = rng
		.shuffle([...latest.values()])
		.slice(0, count)
		.map((last) => ({
			...last,
			period: last.period + 1,
			paid: plusMonth(last.paid),
			status: "成功" as const,
		}));
	world.pensionPayments.push(...made);
	return made;
}

function plusMonth(day: number): number {
	return monthOf(day) % 12 === 11 ? plusYears(day - 334, 1) : day + 30;
}

function amendCompanies(
	world: World,
	rng: Rng,
	bystanders: ReadonlySet<Person>,
): void {
	const open = world.companies.filter(
		({ legalRep, status }) => status === "存续" && bystanders.has(legalRep),
	);
	const count = Math.max(1, Math.round(world.companies.length / 1000));
	for (const company of rng.shuffle(open).slice(0, count)) company.capital *= 2;
}

/** One vehicle of a case and two of bystanders: the office had entered them under the wrong owner. */
function withdraw(
	world: World,
	rng: Rng,
	planted: readonly PlantedCase[],
	bystanders: ReadonlySet<Person>,
): Vehicle[] {
	const there = new Set(
		world.vehicles.filter(({ register }) => register === "公安"),
	);
	const proofs = planted
		.filter(({ case: one }) => one.rule === "GXB-02" && one.kind === "true")
		.flatMap(({ planted: lead }) =>
			lead.rows.filter((row): row is Vehicle => there.has(row as Vehicle)),
		);
	const others = [...there].filter(({ owner }) => bystanders.has(owner));
	const gone = [
		...rng.shuffle(proofs).slice(0, 1),
		...rng.shuffle(others).slice(0, 2),
	];
	return gone;
}

function tender(world: World, rng: Rng, number: number): PlantedCase[] {
	const story = sameMachine.find(({ slug }) => slug === "same-mac");
	if (!story) throw new Error("no case same-mac");
	const lead = story.plant(world, rng);
	return [lead].flat().map((one) => ({
		case: { ...story, slug: `${story.slug}-night-${number}` },
		planted: one,
	}));
}
