import { machine } from "../../world/commerce.ts";
import { casesOf } from "../case.ts";
import {
	close,
	type Entry,
	enter,
	newLot,
	pair,
	purchase,
	rejected,
} from "../kit/bidders.ts";

/** Uploaded so many minutes after another. */
function after({ upload }: Entry, one: Entry, minutes: number): void {
	upload.day = one.upload.day;
	upload.minute = one.upload.minute + minutes;
}

/** Two bidders of a lot went out through one address. */
export const oneAddress = casesOf("WBCB-07", [
	{
		kind: "true",
		slug: "uploads-ten-minutes-apart",
		why: "同一标段两家从同一公网地址上传，前后相隔十分钟。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { ip } = machine(world, rng);
			const one = enter(world, rng, lot, { ip });
			const other = enter(world, rng, lot, { ip });
			after(other, one, 10);
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	{
		kind: "true",
		slug: "uploads-a-day-apart-one-rejected",
		why: "两家从同一公网地址上传，前后相隔一天以上，其中一家被否决：降级，仍作佐证。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { ip } = machine(world, rng);
			const one = enter(world, rng, lot, { ip });
			const other = enter(world, rng, lot, { ip }, rejected);
			other.upload.day = one.upload.day - 2;
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	{
		kind: "true",
		slug: "uploaded-here-decrypted-there",
		why: "甲上传、乙解密用的是同一公网地址。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const one = enter(world, rng, lot);
			const other = enter(world, rng, lot);
			other.upload.decryptedFrom = one.upload.machine.ip;
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	{
		kind: "true",
		slug: "documents-fetched-through-one-address",
		why: "政府采购项目，两家下载采购文件用的是同一公网地址，相隔五分钟。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, purchase);
			const { ip } = machine(world, rng);
			const day = lot.project.opened - 15;
			const one = enter(world, rng, lot);
			const other = enter(world, rng, lot);
			one.upload.fetched = { ip, day, minute: 600 };
			other.upload.fetched = { ip, day, minute: 605 };
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	{
		kind: "true",
		slug: "three-bidders-one-address",
		why: "三家从同一公网地址上传：三对，三条。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { ip } = machine(world, rng);
			const [a, b, c] = [0, 1, 2].map(() => enter(world, rng, lot, { ip }));
			if (!a || !b || !c) throw new Error("three bidders");
			after(b, a, 5);
			after(c, a, 9);
			close(world, rng, lot);
			return [pair(lot, a, b), pair(lot, a, c), pair(lot, b, c)];
		},
	},
]);
