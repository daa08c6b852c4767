import { type Day, firstDay, inMonth, type Month } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { ruralVillages, type Village } from "../places/county.ts";
import type {
	Filing,
	Person,
	VillageCadre,
	WelfareFamily,
	WelfareMember,
} from "./records.ts";
import type { World } from "./world.ts";

/** Payments are sent for these months only; the entitlement may be older. */
export const paymentsFrom: Month = inMonth("2025-04");
export const paymentsUntil: Month = inMonth("2026-06");

/**
 * Grants a family the minimum living allowance, from a month up to the first month without,
 * and pays it out in the months of the export. A family on the edge (低保边缘) gets no allowance.
 */
export function grant(
	world: World,
	rng: Rng,
	head: Person,
	others: readonly (readonly [string, Person])[],
	first: Month,
	stop?: Month,
	category: WelfareFamily["category"] = head.home.village.rural
		? "农村低保"
		: "城市低保",
): WelfareFamily {
	const { home } = head;
	const rural = home.village.rural;
	const size = others.length + 1;
	const family: WelfareFamily = {
		certificate: `${home.village.code}${rural ? "N" : "C"}${String(world.next(`welfare ${home.village.code}`)).padStart(4, "0")}`,
		head,
		category,
		home,
		members: [],
		first,
		monthly: size * rng.int(28, 62) * 1000,
		reason: rng.pick(["因病", "因残", "缺劳动力", "因学", "年老体弱"]),
		account: world.unique("account", () => `6217${rng.digits(15)}`),
	};
	if (stop !== undefined) family.stop = stop;
	for (const [relation, person] of [["本人", head] as const, ...others]) {
		const member: WelfareMember = { family, person, relation };
		if (rng.permille(180))
			member.disability = rng.pick(["二级", "三级", "四级"]);
		family.members.push(member);
		world.welfareMembers.push(member);
	}
	world.welfareFamilies.push(family);
	if (category === "低保边缘家庭") {
		family.monthly = 0;
		return family;
	}
	const until =
		stop === undefined ? paymentsUntil : Math.min(stop - 1, paymentsUntil);
	for (let period = Math.max(first, paymentsFrom); period <= until; period++)
		world.welfarePayments.push({
			family,
			period,
			paid: firstDay(period) + 9 + (period % 3),
			amount: family.monthly,
			status: "成功",
		});
	return family;
}

export function memberOf(family: WelfareFamily, person: Person): WelfareMember {
	const member = family.members.find((one) => one.person === person);
	if (!member) throw new Error(`${person.name} is not in the family`);
	return member;
}

export const villagePosts = [
	"党支部书记、村委会主任",
	"党支部副书记",
	"村委会副主任",
	"村文书",
	"妇联主席",
];

export function villageCadre(
	world: World,
	person: Person,
	village: Village,
	post: string,
	from: Day,
	to?: Day,
): VillageCadre {
	const served: VillageCadre = { person, village, post, from };
	if (to !== undefined) served.to = to;
	world.villageCadres.push(served);
	return served;
}

export function file(
	world: World,
	filer: VillageCadre,
	relation: string,
	member: Person,
	filed: Day,
	assistance: Filing["assistance"] = "低保",
): Filing {
	const { village } = filer;
	const filing: Filing = {
		filer: filer.person,
		filerUnit: `${village.town.name}${village.name}`,
		filerPost: filer.post,
		relation,
		member,
		assistance,
		filed,
		accepted: `${village.town.name}人民政府`,
	};
	world.filings.push(filing);
	return filing;
}

export function aVillage(rng: Rng): Village {
	return rng.pick(ruralVillages);
}
