import { award, machine, upload } from "../../world/commerce.ts";
import type { Machine } from "../../world/records.ts";
import { casesOf } from "../case.ts";
import { close, enter, firm, newLot, pair } from "../kit/bidders.ts";
import { comer } from "../kit/meetings.ts";

/** What is written where a machine has no such trait. */
const placeholders: readonly Partial<Machine>[] = [
	{ mac: "000000000000", disk: "无", lock: "" },
	{ mac: "FFFFFFFFFFFF", disk: "FFFFFFFF", cpu: "-" },
	{ mac: "", disk: "00000000", cpu: "无", lock: "-", ca: "" },
];

export const innocent = casesOf("WBCB-06", [
	{
		kind: "near_miss",
		slug: "consortium-partners",
		suppressed: "F16",
		why: "两家是同一联合体的成员，用同一台电脑编制投标文件：联合体成员之间不算（F16）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { mac, disk } = machine(world, rng);
			const lead = firm(world, rng);
			const partner = firm(world, rng);
			const consortium = [lead, partner];
			const one = enter(
				world,
				rng,
				lot,
				{ mac, disk },
				{ firm: lead, consortium },
			);
			const other = enter(
				world,
				rng,
				lot,
				{ mac, disk },
				{ firm: partner, consortium },
			);
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	{
		kind: "near_miss",
		slug: "same-machine-in-different-lots",
		why: "网卡地址相同的两家在不同标段投标，从未同投一个标段。",
		plant(world, rng) {
			const lot = newLot(world, rng, 2);
			const second = lot.project.lots[1];
			if (!second) throw new Error("two lots");
			const { mac } = machine(world, rng);
			const one = enter(world, rng, lot, { mac });
			const other = enter(world, rng, second, { mac });
			close(world, rng, lot);
			close(world, rng, second);
			return pair(lot, one, other);
		},
	},
	{
		kind: "near_miss",
		slug: "withdrawn-before-opening",
		why: "硬盘序列号相同，但其中一家在开标前已书面撤回投标：撤回的不算。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { disk } = machine(world, rng);
			const one = enter(world, rng, lot, { disk });
			const other = enter(
				world,
				rng,
				lot,
				{ disk },
				{
					status: "撤回",
					reason: "开标前书面撤回投标文件",
					withdrawn: lot.project.opened - 1,
					decrypted: false,
				},
			);
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	...placeholders.map((traits, i) => ({
		kind: "near_miss" as const,
		slug: `placeholder-${i + 1}`,
		why: "特征码是占位值（全0、全F、无、-、空白），不是同一台机器（F02）。",
		plant(
			world: Parameters<typeof newLot>[0],
			rng: Parameters<typeof newLot>[1],
		) {
			const lot = newLot(world, rng);
			const one = enter(world, rng, lot, traits);
			const other = enter(world, rng, lot, traits);
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	})),
	{
		kind: "near_miss",
		slug: "same-bidder-uploads-twice",
		why: "同一家投标人两次上传（补正后重传），特征码当然相同（F25）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const one = enter(world, rng, lot);
			const again = upload(world, rng, lot, one.firm, one.upload.machine, {
				fileId: one.upload.fileId,
			});
			again.day = one.upload.day + 1;
			again.minute = one.upload.minute === 700 ? 701 : 700;
			close(world, rng, lot);
			return { ...pair(lot, one, one), rows: [one.upload, again, one.bid] };
		},
	},
	{
		kind: "near_miss",
		slug: "same-address-other-machines",
		why: "只有上传地址相同，机器特征码都不同：归WBCB-07，不是同机（F16）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { ip } = machine(world, rng);
			const one = enter(world, rng, lot, { ip });
			const other = enter(world, rng, lot, { ip });
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	{
		kind: "near_miss",
		slug: "same-user-name-of-document",
		why: "文档创建者都是Administrator：系统默认名，不是特征码（F16）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const one = enter(world, rng, lot, { creator: "Administrator" });
			const other = enter(world, rng, lot, { creator: "Administrator" });
			award(world, lot);
			return pair(lot, one, other);
		},
	},
	{
		kind: "near_miss",
		slug: "self-service-machine-of-the-centre",
		suppressed: "F16",
		why: "交易中心的自助机：二十四家投标人都在这台机器上上传过，公用机器，扣下并计数（F16）。",
		plant(world, rng) {
			const { mac, disk, cpu, ip } = machine(world, rng);
			const lots = [0, 1, 2, 3, 4, 5, 6, 7].map(() => newLot(world, rng));
			const entries = lots.flatMap((lot) => {
				const three = [0, 1, 2].map(() =>
					enter(
						world,
						rng,
						lot,
						{ mac, disk, cpu, ip },
						{ firm: comer(world, rng) },
					),
				);
				award(world, lot);
				return three;
			});
			// The others of its users are told of by the world's records.
			const [lot] = lots;
			const [one, other] = entries;
			if (!lot || !one || !other) throw new Error("a lot of three");
			return pair(lot, one, other);
		},
	},
]);
