import type { Day } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { creditCode } from "../ids/uscc.ts";
import {
	type Industry,
	industries,
	tradeFirst,
	tradeSecond,
} from "../names/company-words.ts";
import { county, urbanVillages } from "../places/county.ts";
import { homeIn } from "./people.ts";
import type {
	Company,
	HeadChange,
	Officer,
	Person,
	Shareholding,
} from "./records.ts";
import type { World } from "./world.ts";

const bodyStarts = { "91": "MA", "92": "MD", "93": "MB", N2: "MC" } as const;
const bodyCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

export interface CompanySpec {
	legalRep: Person;
	established: Day;
	/** Holder and share in percent. */
	shares?: readonly (readonly [Person | Company, number])[];
	/** Besides the legal representative, who is executive director and manager. */
	officers?: readonly (readonly [Person, string])[];
	industry?: Industry;
	type?: string;
	/** In yuan. */
	capital?: number;
	status?: "存续" | "注销" | "吊销";
	statusDate?: Day;
	name?: string;
	/** The first two characters of the credit code. */
	kind?: "91" | "92" | "93" | "N2";
	ownership?: Company["ownership"];
	/** Where it is registered; the county by default. */
	region?: string;
}

/** Founds a company: register entry, shareholders and officers from the first day. */
export function found(world: World, rng: Rng, spec: CompanySpec): Company {
	const industry = spec.industry ?? rng.pick(industries);
	const kind = spec.kind ?? "91";
	const uscc = world.unique("uscc", () => {
		let body = bodyStarts[kind];
		while (body.length < 8) body += rng.pick([...bodyCharacters]);
		return creditCode(kind, spec.region ?? county.code, body);
	});
	const company: Company = {
		uscc,
		name: spec.name ?? companyName(world, rng, industry),
		type: spec.type ?? "有限责任公司（自然人投资或控股）",
		legalRep: spec.legalRep,
		capital:
			spec.capital ?? rng.pick([50, 100, 200, 300, 500, 1000, 2000]) * 10_000,
		established: spec.established,
		status: spec.status ?? "存续",
		home: homeIn(rng, rng.pick(urbanVillages)),
		phone: world.unique("phone", () => `154${rng.digits(8)}`),
		scope: industry.scope,
		industryCode: industry.code,
		works: industry.works,
		insured: rng.int(2, 40),
		account: world.unique("account", () => `9538${rng.digits(15)}`),
	};
	if (spec.ownership) company.ownership = spec.ownership;
	if (spec.region !== undefined) company.region = spec.region;
	if (spec.statusDate !== undefined) company.statusDate = spec.statusDate;
	world.companies.push(company);
	for (const [holder, percent] of spec.shares ?? [[spec.legalRep, 100]])
		hold(world, company, holder, percent, spec.established);
	if (kind === "91") {
		serve(world, company, spec.legalRep, "执行董事兼经理", spec.established);
		for (const [person, position] of spec.officers ?? [])
			serve(world, company, person, position, spec.established);
	}
	return company;
}

export function hold(
	world: World,
	company: Company,
	holder: Person | Company,
	percent: number,
	from: Day,
	to?: Day,
): Shareholding {
	const share: Shareholding = {
		company,
		holder,
		share: Math.round(percent * 100),
		from,
	};
	if (to !== undefined) share.to = to;
	world.shareholdings.push(share);
	return share;
}

export function serve(
	world: World,
	company: Company,
	person: Person,
	position: string,
	from: Day,
	to?: Day,
): Officer {
	const officer: Officer = { company, person, position, from };
	if (to !== undefined) officer.to = to;
	else if (company.status === "注销" && company.statusDate !== undefined)
		officer.to = company.statusDate;
	world.officers.push(officer);
	return officer;
}

/** Enters another head: the old one stays among the officers, with the term that ended. */
export function replaceHead(
	world: World,
	company: Company,
	after: Person,
	day: Day,
): HeadChange {
	const change: HeadChange = {
		company,
		before: company.legalRep,
		after,
		day,
	};
	const earlier = world.headChanges.filter((one) => one.company === company);
	const since = earlier[earlier.length - 1]?.day ?? company.established;
	serve(world, company, company.legalRep, "法定代表人", since, day);
	company.legalRep = after;
	world.headChanges.push(change);
	return change;
}
export function officesOf(
	world: World,
	company: Company,
	person: Person,
): Officer[] {
	return world.officers.filter(
		(officer) => officer.company === company && officer.person === person,
	);
}

function companyName(world: World, rng: Rng, industry: Industry): string {
	return world.unique("company name", () => {
		const trade =
			rng.pick([...tradeFirst]) +
			rng.pick([...tradeSecond]) +
			(rng.permille(300) ? rng.pick([...tradeSecond]) : "");
		return rng.weighted([
			[`岚川${trade}${industry.word}有限公司`, 60],
			[`${county.name}${trade}${industry.word}有限公司`, 30],
			[`${trade}（临澄）${industry.word}有限公司`, 10],
		] as const);
	});
}
