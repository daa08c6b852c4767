import type { Rng } from "../base/rng.ts";
import { outsider } from "./people.ts";
import type { Company, Deposit, Lot, TeamMember } from "./records.ts";
import type { World } from "./world.ts";

/** Guarantees many bidders, from an account of its own. */
export const guarantor = "岚川融资担保有限公司";

/** Security for a bid: a transfer from the bidder's basic account, unless it is said otherwise. */
export function deposit(
	world: World,
	rng: Rng,
	lot: Lot,
	company: Company,
	how: Partial<
		Pick<Deposit, "payer" | "payerIs" | "method" | "amount" | "day">
	> & { account?: string | undefined } = {},
): Deposit {
	const guaranteed = how.method === "保函";
	const own = guaranteed ? undefined : company.account;
	const account = "account" in how ? how.account : own;
	const { budget, lots, opened } = lot.project;
	const made: Deposit = {
		lot,
		company,
		payer: how.payer ?? (guaranteed ? guarantor : company.name),
		payerIs: how.payerIs ?? (guaranteed ? "guarantor" : "bidder"),
		method: how.method ?? "转账",
		// At most two in a hundred of the estimate, in whole thousands of yuan.
		amount:
			how.amount ??
			Math.max(1, Math.floor(budget / lots.length / 50 / 100_000)) * 100_000,
		day: how.day ?? opened - rng.int(2, 6),
		minute: rng.int(9 * 60, 17 * 60),
	};
	if (account !== undefined) made.account = account;
	world.deposits.push(made);
	return made;
}

/** An account of no bidder. */
export function strangeAccount(world: World, rng: Rng): string {
	return world.unique("account", () => `9558${rng.digits(15)}`);
}

const posts = ["项目经理", "技术负责人", "安全员"] as const;

/** Names somebody in a bid. */
export function appoint(
	world: World,
	lot: Lot,
	company: Company,
	post: string,
	who: Named,
): TeamMember {
	const member: TeamMember = { lot, company, post, ...who };
	world.teams.push(member);
	return member;
}

/** How a list of a project's team names somebody. */
export type Named = Pick<TeamMember, "name" | "id" | "certificate">;

/** Somebody with a certificate, from elsewhere. */
export function professional(world: World, rng: Rng): Required<Named> {
	const { name, id } = outsider(world, rng);
	return {
		name,
		id,
		certificate: world.unique(
			"certificate",
			() => `岚1${rng.int(2015, 2022)}${rng.digits(8)}`,
		),
	};
}

/** The people whom a company names in its bids for works. */
export function team(world: World, rng: Rng): Named[] {
	return [professional(world, rng), professional(world, rng)];
}

/** Names the first of a team, as many as there are posts. */
export function nameTeam(
	world: World,
	lot: Lot,
	company: Company,
	team: readonly Named[],
): TeamMember[] {
	return team
		.slice(0, posts.length)
		.map((who, i) => appoint(world, lot, company, posts[i] as string, who));
}
