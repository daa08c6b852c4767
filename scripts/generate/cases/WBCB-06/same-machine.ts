import { machine } from "../../world/commerce.ts";
import { casesOf } from "../case.ts";
import { close, enter, newLot, pair } from "../kit/bidders.ts";

/** Two bidders of a lot whose files come from one computer, lock, certificate or file. */
export const sameMachine = casesOf("WBCB-06", [
	{
		kind: "true",
		slug: "same-mac",
		why: "同一标段两家投标人上传文件的网卡地址相同。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { mac } = machine(world, rng);
			const one = enter(world, rng, lot, { mac });
			const other = enter(world, rng, lot, { mac });
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	{
		kind: "true",
		slug: "same-lock-other-addresses",
		why: "造价软件加密锁号相同，上传地址、网卡都不同。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { lock } = machine(world, rng);
			const one = enter(world, rng, lot, { lock });
			const other = enter(world, rng, lot, { lock });
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	{
		kind: "true",
		slug: "same-file-id-one-rejected",
		why: "文件创建标识相同，其中一家被否决：被否决的投标也算。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const fileId = world.unique("file", () => rng.hex(32));
			const one = enter(world, rng, lot, {}, { fileId });
			const other = enter(
				world,
				rng,
				lot,
				{},
				{ fileId, status: "否决", reason: "投标文件未按要求加盖电子签章" },
			);
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
	{
		kind: "true",
		slug: "three-bidders-one-disk",
		why: "三家投标人的硬盘序列号相同：三对，三条。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { disk } = machine(world, rng);
			const [a, b, c] = [0, 1, 2].map(() => enter(world, rng, lot, { disk }));
			close(world, rng, lot);
			if (!a || !b || !c) throw new Error("three bidders");
			return [pair(lot, a, b), pair(lot, a, c), pair(lot, b, c)];
		},
	},
	{
		kind: "true",
		slug: "same-ca",
		why: "两家投标人用同一张数字证书签名加密。",
		plant(world, rng) {
			const lot = newLot(world, rng, 2);
			const { ca } = machine(world, rng);
			const one = enter(world, rng, lot, { ca });
			const other = enter(world, rng, lot, { ca });
			close(world, rng, lot);
			const second = lot.project.lots[1];
			if (second) close(world, rng, second);
			return pair(lot, one, other);
		},
	},
	{
		kind: "true",
		slug: "cpu-only",
		why: "只有处理器序列号相同：软，降级。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { cpu } = machine(world, rng);
			const one = enter(world, rng, lot, { cpu });
			const other = enter(world, rng, lot, { cpu });
			close(world, rng, lot);
			return pair(lot, one, other);
		},
	},
]);
