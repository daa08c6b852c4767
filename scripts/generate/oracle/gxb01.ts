import { type Day, firstDay, plusYears } from "../base/day.ts";
import { family } from "../cases/case.ts";
import type { Estate, WelfareFamily } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";

/** Square metres a head in hundredths, and days: what both must exceed and last. */
const [roomEach, lasting] = [4000, 30];

type Kind = "home" | "homestead" | "business";

/** What a use counts as; parking, cellars and what nobody can tell count as nothing. */
function kindOf(use: string): Kind | undefined {
	if (/车位|车库|储藏|杂物|柴房/.test(use)) return undefined;
	if (/宅基地|农村住房/.test(use)) return "homestead";
	if (/住宅|住房|公寓|别墅/.test(use)) return "home";
	return /商|办公|厂房|工业|仓储|门面|营业|写字楼/.test(use)
		? "business"
		: undefined;
}

/**
 * A family that holds, for thirty days and together, more homes than it may and more room a head than the
 * standard, or any building for business. A building is a building however many certificates it has.
 */
export function gxb01(world: World): Hit[] {
	const buildings = new Map<string, Estate[]>();
	const unitAt = new Map<string, string>();
	for (const { unit, address } of world.estates)
		if (unit !== undefined) unitAt.set(address, unit);
	for (const line of world.estates) {
		const key = line.unit ?? unitAt.get(line.address) ?? line.address;
		const known = buildings.get(key);
		if (known) known.push(line);
		else buildings.set(key, [line]);
	}
	const byNumber = new Map<string, Set<Estate[]>>();
	for (const lines of buildings.values())
		for (const line of lines) {
			const number = line.wrongId ?? line.owner.id;
			const known = byNumber.get(number);
			if (known) known.add(lines);
			else byNumber.set(number, new Set([lines]));
		}
	return world.welfareFamilies.flatMap((of) => {
		const concerned = new Set(
			of.members.flatMap(({ person }) => [...(byNumber.get(person.id) ?? [])]),
		);
		if (concerned.size === 0) return [];
		const hit = (sure: boolean) => judge(world, of, [...concerned], sure);
		const rows = hit(true) ?? hit(false);
		if (!rows) return [];
		return {
			rule: "GXB-01",
			subjects: [family(of)],
			rows: [
				of,
				...of.members.filter(({ person }) =>
					rows.some((line) => (line.wrongId ?? line.owner.id) === person.id),
				),
				...rows,
			],
			...(hit(true) ? {} : { suppressed: "F02" }),
		};
	});
}

/** The lines that make too much of it; undefined when it is not. Sure: only under the members' own names. */
function judge(
	world: World,
	of: WelfareFamily,
	buildings: readonly Estate[][],
	sure: boolean,
): Estate[] | undefined {
	const from = firstDay(of.first);
	const to = of.stop === undefined ? world.asOf + 1 : firstDay(of.stop);
	const theirs = (line: Estate) =>
		of.members.some(
			({ person }) =>
				person.id === (line.wrongId ?? line.owner.id) &&
				(!sure || line.owner === person),
		);
	const days = new Set(
		buildings
			.flat()
			.filter(theirs)
			.map((line) => Math.max(from, counts(line))),
	);
	for (const day of days) {
		const held = buildings
			.map((lines) => ({
				kind: kindOf(lines[0]?.use ?? ""),
				lines: lines.filter(
					(line) =>
						theirs(line) &&
						counts(line) <= day &&
						day + lasting <= Math.min(to, until(world, line)),
				),
				all: lines,
			}))
			.map((one) => ({ ...one, part: partOf(world, one.lines, one.all) }))
			.filter(({ lines, part }) => lines.length > 0 && part >= 0.5);
		const business = held.filter(({ kind }) => kind === "business");
		const homesteads = held.filter(({ kind }) => kind === "homestead");
		const homes = [
			...held.filter(({ kind }) => kind === "home"),
			...(homesteads.length > 1 ? homesteads : []),
		];
		const room = homes.reduce(
			(sum, { part, all }) => sum + part * (all[0]?.area ?? 0),
			0,
		);
		const limit = of.category === "低保边缘家庭" ? 2 : 1;
		if (
			business.length > 0 ||
			(homes.length > limit && room / of.members.length > roomEach)
		)
			return [...homes, ...business].flatMap(({ lines }) => lines);
	}
	return undefined;
}

/** Of a building, what these lines give: as written, whole when held alone, equal parts when held together. */
function partOf(
	world: World,
	lines: readonly Estate[],
	all: readonly Estate[],
): number {
	const parts = new Map<object, number>();
	for (const line of lines) {
		const together = new Set(
			all
				.filter(
					(other) =>
						other.registered < until(world, line) &&
						until(world, other) > line.registered,
				)
				.map(({ owner }) => owner),
		);
		const part =
			line.share !== undefined
				? Number.parseFloat(line.share) / 100
				: line.tenure === "单独所有"
					? 1
					: 1 / together.size;
		parts.set(line.owner, Math.max(parts.get(line.owner) ?? 0, part));
	}
	return Math.min(
		1,
		[...parts.values()].reduce((sum, part) => sum + part, 0),
	);
}

/** From when a line counts: what was given for a home pulled down, a year later. */
function counts(line: Estate): Day {
	return line.acquired === "拆迁安置"
		? plusYears(line.registered, 1)
		: line.registered;
}

/** Until when; of what is gone nobody knows since when, nothing is said. */
function until(world: World, line: Estate): Day {
	if (line.ended !== undefined) return line.ended;
	return line.status === "历史" ? line.registered : world.asOf + 1;
}
