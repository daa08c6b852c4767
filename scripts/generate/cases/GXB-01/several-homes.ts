import { inMonth, on } from "../../base/day.ts";
import { estate } from "../../world/property.ts";
import { grant } from "../../world/welfare.ts";
import { casesOf } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { poorFamily } from "../kit/poor-family.ts";
import { lead } from "./estates.ts";

/** More homes than the limit and more room a head than the standard, or a building for business. */
export const severalHomes = casesOf("GXB-01", [
	{
		kind: "true",
		slug: "wife-buys-a-second-flat",
		why: "户主有一套住房，享受期内妻子又买一套，三口之家人均超过 40 平方米。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				estate(world, {
					owners: [poor.head],
					use: "成套住宅",
					area: rng.int(85, 110) * 100,
					registered: on("2012-05-08") + rng.int(0, 900),
				}),
				estate(world, {
					owners: [poor.wife],
					use: "住宅",
					area: rng.int(90, 125) * 100,
					registered: on("2024-03-18") + rng.int(0, 300),
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "couples-flat-and-sons-flat",
		why: "夫妻共同共有一套，儿子（低保家庭成员）单独一套，合起来两套且人均超线。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				estate(world, {
					owners: [poor.head, poor.wife],
					use: "住宅",
					area: rng.int(95, 130) * 100,
					registered: on("2010-09-01") + rng.int(0, 1500),
				}),
				estate(world, {
					owners: [poor.son],
					use: "公寓",
					area: rng.int(60, 90) * 100,
					registered: on("2021-06-10") + rng.int(0, 700),
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "shop",
		why: "户主名下有一间商铺，享受期前就有，一直没有转让。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				estate(world, {
					owners: [poor.head],
					use: "商业服务",
					area: rng.int(18, 45) * 100 + 50,
					registered: on("2015-11-20") + rng.int(0, 900),
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "half-of-an-office",
		why: "儿子与家庭以外的人按份共有一处办公用房，各占一半；一半不算小份额。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const partner = stranger(world, rng);
			return lead(
				poor,
				estate(world, {
					owners: [poor.son, partner],
					use: "办公",
					area: rng.int(60, 90) * 100,
					registered: on("2023-08-02") + rng.int(0, 300),
					shares: ["50%", "50%"],
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "second-hand-flat",
		why: "享受期内购入的二手房，登记里还留着以前两名权利人的历史记录；房屋单独归户主，与原有住房合计两套且人均超线。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const sold = on("2023-10-11") + rng.int(0, 300);
			const [before] = estate(world, {
				owners: [stranger(world, rng), stranger(world, rng)],
				use: "成套住宅",
				area: 10_250,
				registered: on("2009-04-15"),
				ended: sold,
			});
			return lead(
				poor,
				estate(world, {
					owners: [poor.head],
					use: "成套住宅",
					area: 10_250,
					registered: sold,
					...(before?.unit === undefined ? {} : { unit: before.unit }),
					...(before ? { address: before.address } : {}),
				}),
				estate(world, {
					owners: [poor.wife],
					use: "住宅",
					area: rng.int(50, 60) * 100,
					registered: on("2011-03-30"),
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "two-homesteads",
		why: "户主和儿子各有一处宅基地住房，不是唯一宅基地，人均超线。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				...[poor.head, poor.son].map((owner) =>
					estate(world, {
						owners: [owner],
						use: "农村宅基地/住宅",
						area: rng.int(90, 160) * 100,
						registered: on("2019-12-05") + rng.int(0, 500),
						acquired: "首次登记",
					}),
				),
			);
		},
	},
	{
		kind: "true",
		slug: "resettled-years-ago",
		why: "拆迁安置房登记已满十二个月（三年多），与原有住房合计两套且人均超线。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				estate(world, {
					owners: [poor.head],
					use: "住宅",
					area: rng.int(80, 100) * 100,
					registered: on("2011-03-09"),
				}),
				estate(world, {
					owners: [poor.wife],
					use: "成套住宅",
					area: rng.int(90, 120) * 100,
					registered: on("2022-06-20") + rng.int(0, 200),
					acquired: "拆迁安置",
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "family-stopped-since",
		why: "家庭2026年2月已停保，停保前一年多名下有门面房：持有期与享受期重叠，照报。",
		plant(world, rng) {
			const poor = poorFamily(
				world,
				rng,
				inMonth("2021-05"),
				inMonth("2026-02"),
			);
			return lead(
				poor,
				estate(world, {
					owners: [poor.wife],
					use: "商铺门面",
					area: rng.int(20, 40) * 100,
					registered: on("2024-07-16") + rng.int(0, 60),
					ended: on("2026-04-21"),
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "on-the-edge-with-three-flats",
		why: "低保边缘家庭名下住房三套（上限两套），人均超线。",
		plant(world, rng) {
			const poor = poorFamily(
				world,
				rng,
				inMonth("2023-04"),
				undefined,
				true,
				"低保边缘家庭",
			);
			return lead(
				poor,
				...[poor.head, poor.wife, poor.son].map((owner) =>
					estate(world, {
						owners: [owner],
						use: "成套住宅",
						area: rng.int(70, 95) * 100,
						registered: on("2013-02-14") + rng.int(0, 3000),
					}),
				),
			);
		},
	},
	{
		kind: "true",
		slug: "lone-recipient-with-a-workshop",
		why: "特困人员名下有一处厂房（工业用途）。",
		plant(world, rng) {
			const head = stranger(world, rng, rng.int(1952, 1958));
			const aid = grant(
				world,
				rng,
				head,
				[],
				inMonth("2020-08"),
				undefined,
				"特困",
			);
			const lines = estate(world, {
				owners: [head],
				use: "工业厂房",
				area: rng.int(150, 260) * 100,
				registered: on("2014-10-22") + rng.int(0, 600),
			});
			return {
				subjects: [
					{ role: "救助家庭", kind: "household", key: aid.certificate },
				],
				rows: [aid, ...aid.members, ...lines],
			};
		},
	},
]);
