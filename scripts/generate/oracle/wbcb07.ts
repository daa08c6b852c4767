import type { Day } from "../base/day.ts";
import type { Upload } from "../world/records.ts";
import type { World } from "../world/world.ts";
import {
	bidsAtOpening,
	factsOf,
	pairsOf,
	publicFrom,
	rivalHit,
	usersOf,
} from "./bids.ts";
import type { Hit } from "./hit.ts";

/** When and through which address a bidder was in touch with the platform. */
function contacts(upload: Upload): { ip: string; day: Day; upload: Upload }[] {
	const { machine, day, decrypted, decryptedFrom, fetched, lot } = upload;
	return [
		{ ip: machine.ip, day },
		...(decrypted
			? [{ ip: decryptedFrom ?? machine.ip, day: lot.project.opened }]
			: []),
		...(fetched ? [{ ip: fetched.ip, day: fetched.day }] : []),
	]
		.filter(({ ip }) => !isInside(ip))
		.map((contact) => ({ ...contact, upload }));
}

/** Addresses that every network may use within (RFC 1918, RFC 6598). */
function isInside(ip: string): boolean {
	const [a = 0, b = 0] = ip.split(".").map(Number);
	return (
		a === 10 ||
		(a === 172 && b >= 16 && b <= 31) ||
		(a === 192 && b === 168) ||
		(a === 100 && b >= 64 && b <= 127)
	);
}

/** Two bidders of a lot went out through one address, which is not known to be everybody's. */
export function wbcb07(world: World): Hit[] {
	const uploads = factsOf(world.uploads);
	const users = usersOf(world, uploads, (upload) =>
		contacts(upload).map(({ ip }) => ip),
	);
	const everybodys = (ip: string, day: Day) =>
		users(ip) >= publicFrom ||
		world.publicAddresses.some((one) => one.ip === ip && one.from <= day);
	const hits: Hit[] = [];
	for (const bids of bidsAtOpening(world).values())
		for (const [one, other] of pairsOf(bids)) {
			const common = uploads(one)
				.flatMap(contacts)
				.flatMap((a) =>
					uploads(other)
						.flatMap(contacts)
						.filter((b) => b.ip === a.ip)
						.map((b) => [a, b]),
				);
			if (common.length === 0) continue;
			const excused = common.every((two) =>
				two.some(({ ip, day }) => everybodys(ip, day)),
			);
			hits.push(
				rivalHit(
					"WBCB-07",
					one,
					other,
					common.flat().map(({ upload }) => upload),
					excused ? "F16" : undefined,
				),
			);
		}
	return hits;
}
