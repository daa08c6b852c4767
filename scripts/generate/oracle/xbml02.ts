import { civil, type Day } from "../base/day.ts";
import { person, type Subject } from "../cases/case.ts";
import type { AreaClaim, Farm, Transfer } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";

/** Claims of a household in a season against what it has left; all areas in 1/100 mu. */
export function xbml02(world: World): Hit[] {
	const sums = new Map<string, { farm: Farm; claims: AreaClaim[] }>();
	for (const claim of world.areaClaims) {
		const whose = claim.farm.code ?? claim.person.id;
		const key = `${whose} ${claim.year} ${claim.season}`;
		const known = sums.get(key);
		if (known) known.claims.push(claim);
		else sums.set(key, { farm: claim.farm, claims: [claim] });
	}
	const leases = new Map<Farm, Transfer[]>();
	for (const lease of world.transfers)
		for (const farm of new Set([lease.inFarm, lease.outFarm])) {
			if (!farm) continue;
			const known = leases.get(farm);
			if (known) known.push(lease);
			else leases.set(farm, [lease]);
		}
	const hits: Hit[] = [];
	for (const { farm, claims } of sums.values()) {
		const [first] = claims;
		if (!first) continue;
		const excluded = claims.reduce(
			(sum, claim) => sum + (claim.excluded ?? 0),
			0,
		);
		const claimed = claims.reduce((sum, claim) => sum + claim.claimed, 0);
		const contracted = farm.plots.reduce(
			(sum, plot) => sum + plot.contracted,
			0,
		);
		const own =
			contracted -
			excluded +
			flow(leases.get(farm) ?? [], farm, civil(first.year, 6, 1));
		if (claimed * 100 <= own * 105 || claimed - own < 50) continue;
		const subject: Subject =
			farm.code === undefined
				? person("申报人", first.person)
				: { role: "承包户", kind: "household", key: farm.code };
		hits.push({
			rule: "XBML-02",
			subjects: [subject],
			rows: [...claims, ...farm.plots],
			period: `${first.year}/${first.season}`,
		});
	}
	return hits;
}

/** What came in less what went out, of the leases that run on a day and take the subsidy with them. */
function flow(leases: readonly Transfer[], farm: Farm, day: Day): number {
	let sum = 0;
	const running = (lease: Transfer) =>
		lease.subsidyTo === "转入方" && lease.from <= day && day < lease.to;
	for (const lease of leases) {
		if (!running(lease)) continue;
		if (lease.inFarm === farm) sum += lease.area;
		if (lease.outFarm === farm) sum -= lease.area;
	}
	return sum;
}
