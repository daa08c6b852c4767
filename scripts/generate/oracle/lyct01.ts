import type { Day } from "../base/day.ts";
import { company, person } from "../cases/case.ts";
import type { Company, Employee, Person } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";
import { endOf } from "./stakes.ts";

/** One role in a company, and how it counts. */
interface Role {
	company: Company;
	from: Day;
	to: Day;
	fact: object;
	control: boolean;
	shares: boolean;
}

const monthOfDays = 30;
const inService = new Set(["公务员", "参公", "事业", "工勤"]);
/** Sole proprietors, partnerships and co-operatives are another rule's. */
const elsewhere = /个体|个人独资|合伙|合作社/;

/**
 * A public servant had a role in a company for a month or more while in service (rulings, 企业与职务: by the
 * spans of the role and of the service, whatever has become of the company).
 */
export function lyct01(world: World): Hit[] {
	const servants = new Map<Person, Employee[]>();
	for (const employee of world.employees)
		if (inService.has(employee.staff))
			push(servants, employee.person, employee);
	const roles = new Map<Person, Role[]>();
	const open = world.asOf + 1;
	const add = (who: Person, role: Role) => {
		if (servants.has(who) && role.from < role.to) push(roles, who, role);
	};
	const until = (which: Company, to: Day | undefined) =>
		Math.min(to ?? open, endOf(which) ?? open);
	for (const which of world.companies)
		add(which.legalRep, {
			company: which,
			from: which.established,
			to: until(which, undefined),
			fact: which,
			control: true,
			shares: false,
		});
	for (const officer of world.officers)
		add(officer.person, {
			company: officer.company,
			from: officer.from,
			to: until(officer.company, officer.to),
			fact: officer,
			control: /执行董事|(^|兼|、)总?经理/.test(officer.position),
			shares: false,
		});
	for (const share of world.shareholdings)
		if (!("uscc" in share.holder))
			add(share.holder, {
				company: share.company,
				from: share.from,
				to: until(share.company, share.to),
				fact: share,
				control: share.share >= 5000,
				shares: true,
			});
	const hits: Hit[] = [];
	for (const [who, all] of roles)
		for (const which of new Set(all.map((role) => role.company))) {
			const kind = which.uscc.slice(0, 2);
			if (kind === "92" || kind === "93") continue;
			if (which.uscc.startsWith("91") && elsewhere.test(which.type)) continue;
			const own = all.filter((role) => role.company === which);
			const met = meetings(servants.get(who) ?? [], own);
			if (met.length === 0) continue;
			const code = excuse(world, who, which, met);
			hits.push({
				rule: "LYCT-01",
				subjects: [person("人员", who), company("企业", which)],
				rows: [
					...new Set(
						met.flatMap(({ employee, role }) => [employee, role.fact]),
					),
				],
				...(code ? { suppressed: code } : {}),
			});
		}
	return hits;
}

interface Met {
	employee: Employee;
	role: Role;
	from: Day;
	to: Day;
}

/** Where service and roles meet; spans that touch are one, and one must last a month. */
function meetings(spells: readonly Employee[], roles: readonly Role[]): Met[] {
	const all = spells
		.flatMap((employee) =>
			roles.map((role) => ({
				employee,
				role,
				from: Math.max(employee.from, role.from),
				to: Math.min(employee.to ?? Number.MAX_SAFE_INTEGER, role.to),
			})),
		)
		.filter(({ from, to }) => from < to)
		.sort((a, b) => a.from - b.from || a.to - b.to);
	const spans: { to: Day; met: Met[] }[] = [];
	for (const met of all) {
		const last = spans[spans.length - 1];
		if (last && met.from <= last.to) {
			last.met.push(met);
			last.to = Math.max(last.to, met.to);
		} else spans.push({ to: met.to, met: [met] });
	}
	return spans
		.filter(({ to, met }) => to - (met[0] as Met).from >= monthOfDays)
		.flatMap(({ met }) => met);
}

function excuse(
	world: World,
	who: Person,
	which: Company,
	met: readonly Met[],
): string | undefined {
	const from = Math.min(...met.map((one) => one.from));
	const to = Math.max(...met.map((one) => one.to));
	if (
		which.status === "吊销" &&
		which.statusDate !== undefined &&
		which.statusDate <= from
	)
		return "F06";
	const control = met.some(({ role }) => role.control);
	const shares = met.some(({ role }) => role.shares);
	if (which.ownership === "listed" && !control) return "F07";
	if (which.ownership === "state" && shares && !control) return "F07";
	if (
		!shares &&
		(which.ownership === "state" ||
			world.approvedPositions.some(
				(approved) =>
					approved.person === who &&
					approved.company === which &&
					approved.from <= from &&
					(approved.to === undefined || approved.to >= to),
			))
	)
		return "F08";
	return which.uscc.startsWith("N2") ? "F09" : undefined;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const known = map.get(key);
	if (known) known.push(value);
	else map.set(key, [value]);
}
