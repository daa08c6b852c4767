import type { Rng } from "../../base/rng.ts";
import { machine, upload } from "../../world/commerce.ts";
import type { World } from "../../world/world.ts";
import { casesOf } from "../case.ts";
import { close, enter, firm, newLot, pair, withdrawn } from "../kit/bidders.ts";

/** An address of the centre's list that is in use all the time. */
function publicAddress(world: World, rng: Rng): string {
	const { ip } = machine(world, rng);
	world.publicAddresses.push({
		ip,
		place: "商务楼共享办公区",
		org: "临澄县创业服务中心",
		from: 0,
	});
	return ip;
}

/** Addresses inside of networks, which say nothing of where a machine is. */
const inside = ["192.168.1.5", "10.12.0.7", "100.64.8.21"] as const;

/** One address that says nothing. */
export const everybodysAddress = casesOf("WBCB-07", [
	{
		kind: "near_miss",
		slug: "public-exit",
		suppressed: "F16",
		why: "地址在公共出口清单里：共享办公区的出口，扣下并计数（F16）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const ip = publicAddress(world, rng);
			const one = enter(world, rng, lot, { ip });
			const other = enter(world, rng, lot, { ip });
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	...inside.map((ip, i) => ({
		kind: "near_miss" as const,
		slug: `address-inside-a-network-${i + 1}`,
		why: "登记的是私有网段、运营商共享网段的地址：不同网络里都有，不算（F16）。",
		plant(world: World, rng: Rng) {
			const lot = newLot(world, rng);
			const one = enter(world, rng, lot, { ip });
			const other = enter(world, rng, lot, { ip });
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	})),
	{
		kind: "near_miss",
		slug: "same-bidder-uploads-twice",
		why: "同一家投标人从同一地址上传两次（F25）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const one = enter(world, rng, lot);
			const again = upload(world, rng, lot, one.firm, one.upload.machine);
			again.day = one.upload.day;
			again.minute = one.upload.minute + 3;
			close(world, rng, lot);
			return { ...pair(lot, one, one), rows: [one.upload, again, one.bid] };
		},
	},
	{
		kind: "near_miss",
		slug: "one-address-in-different-lots",
		why: "两家用同一地址，但投的不是同一标段。",
		plant(world, rng) {
			const lot = newLot(world, rng, 2);
			const second = lot.project.lots[1];
			if (!second) throw new Error("two lots");
			const { ip } = machine(world, rng);
			const one = enter(world, rng, lot, { ip });
			const other = enter(world, rng, second, { ip });
			close(world, rng, lot);
			close(world, rng, second);
			return pair(lot, one, other);
		},
	},
	{
		kind: "near_miss",
		slug: "consortium-partners",
		suppressed: "F16",
		why: "同一联合体的成员从同一地址上传：联合体成员之间不算（F16）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { ip } = machine(world, rng);
			const consortium = [firm(world, rng), firm(world, rng)];
			const [one, other] = consortium.map((partner) =>
				enter(world, rng, lot, { ip }, { firm: partner, consortium }),
			);
			if (!one || !other) throw new Error("two partners");
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	{
		kind: "near_miss",
		slug: "withdrawn-before-opening",
		why: "地址相同，但其中一家开标前已书面撤回投标：撤回的不算。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { ip } = machine(world, rng);
			const one = enter(world, rng, lot, { ip });
			const other = enter(world, rng, lot, { ip }, withdrawn(lot));
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
]);
