import { firstDay, inMonth, on } from "../../base/day.ts";
import { brokenCheck } from "../../ids/citizen-id.ts";
import { estate } from "../../world/property.ts";
import { casesOf } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { poorFamily } from "../kit/poor-family.ts";
import { lead } from "./estates.ts";

/** What does not count: small parts, what belongs to a home, resettlement, other times and other people. */
export const oneHome = casesOf("GXB-01", [
	{
		kind: "near_miss",
		slug: "two-small-flats",
		why: "两套住房，但三口人均不到 40 平方米（双条件，F11）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				...[poor.head, poor.son].map((owner) =>
					estate(world, {
						owners: [owner],
						use: "成套住宅",
						area: rng.int(40, 58) * 100,
						registered: on("2014-06-11") + rng.int(0, 2500),
					}),
				),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "parking-and-storage",
		why: "一套住房，另有地下车位和储藏室，附属用房不计（F11）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const registered = on("2016-08-19") + rng.int(0, 600);
			return lead(
				poor,
				...(
					[
						["成套住宅", 13_860],
						["住宅小区地下车位", 1290],
						["储藏室", 870],
					] as const
				).map(([use, area]) =>
					estate(world, { owners: [poor.head], use, area, registered }),
				),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "third-of-an-inheritance",
		why: "第二套是与兄弟姐妹共同继承的，户主占三分之一，份额不到一半（F11）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				estate(world, {
					owners: [poor.head],
					use: "住宅",
					area: 12_340,
					registered: on("2008-03-12"),
				}),
				estate(world, {
					owners: [poor.head, stranger(world, rng), stranger(world, rng)],
					use: "住宅",
					area: 15_600,
					registered: on("2021-01-26") + rng.int(0, 300),
					shares: ["33.33%", "33.33%", "33.34%"],
					acquired: "继承",
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "small-share-registered-twice",
		why: "继承的三成份额换过一次证，两条记录是同一份额，不能相加（F11 同一房屋多证）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const others = [stranger(world, rng), stranger(world, rng)];
			const first = estate(world, {
				owners: [poor.wife, ...others],
				use: "商业服务",
				area: 6480,
				registered: on("2017-09-07"),
				shares: ["30%", "35%", "35%"],
				acquired: "继承",
			});
			const { unit = "", address = "" } = first[0] ?? {};
			return lead(
				poor,
				first,
				estate(world, {
					owners: [poor.wife, ...others],
					use: "商业服务",
					area: 6480,
					registered: on("2022-11-15") + rng.int(0, 200),
					shares: ["30%", "35%", "35%"],
					acquired: "换证",
					unit,
					address,
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "just-resettled",
		why: "第二套是拆迁安置房，登记还不满十二个月（F11）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				estate(world, {
					owners: [poor.head],
					use: "住宅",
					area: 11_200,
					registered: on("2005-07-04"),
				}),
				estate(world, {
					owners: [poor.wife],
					use: "成套住宅",
					area: 12_000,
					registered: on("2025-10-09") + rng.int(0, 150),
					acquired: "拆迁安置",
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "only-homestead-and-a-flat",
		why: "一套住房，另一处是家里唯一的宅基地，唯一宅基地不计（F11）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				estate(world, {
					owners: [poor.head],
					use: "农村宅基地/住宅",
					area: rng.int(120, 180) * 100,
					registered: on("2020-05-21"),
					acquired: "首次登记",
				}),
				estate(world, {
					owners: [poor.son],
					use: "成套住宅",
					area: 12_800,
					registered: on("2022-02-24") + rng.int(0, 600),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "new-certificate-of-the-same-unit",
		why: "同一不动产单元换证，旧证没有注销，按单元去重只有一套（F11）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const old = estate(world, {
				owners: [poor.head],
				use: "住宅",
				area: 13_500,
				registered: on("2006-10-17"),
			});
			const { unit = "", address = "" } = old[0] ?? {};
			return lead(
				poor,
				old,
				estate(world, {
					owners: [poor.head],
					use: "住宅",
					area: 13_500,
					registered: on("2021-09-28") + rng.int(0, 100),
					acquired: "换证",
					unit,
					address,
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "old-certificate-without-a-unit-number",
		why: "旧房产证没有不动产单元号，换的新证有，坐落相同，是同一套（F11）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const old = estate(world, {
				owners: [poor.head],
				use: "住宅",
				area: 14_100,
				registered: on("2003-04-22"),
				withoutUnit: true,
			});
			return lead(
				poor,
				old,
				estate(world, {
					owners: [poor.head],
					use: "成套住宅",
					area: 14_100,
					registered: on("2020-12-03") + rng.int(0, 100),
					acquired: "换证",
					address: old[0]?.address ?? "",
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "sold-before-entitlement",
		why: "商铺在最初享受月之前已转让（F11）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				estate(world, {
					owners: [poor.head],
					use: "商业服务",
					area: 3600,
					registered: on("2013-05-30"),
					ended: firstDay(poor.family.first) - rng.int(20, 300),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "bought-after-the-end",
		why: "停保之后才登记商铺，两个区间不相交。",
		plant(world, rng) {
			const stop = inMonth("2025-10");
			const poor = poorFamily(world, rng, inMonth("2020-06"), stop);
			return lead(
				poor,
				estate(world, {
					owners: [poor.son],
					use: "门面",
					area: 2900,
					registered: firstDay(stop) + rng.int(0, 120),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "moved-house",
		why: "先买新房，二十天后才把旧房过户出去，同时持有不到一个月，是换房（F03）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const moved = on("2024-05-13") + rng.int(0, 300);
			return lead(
				poor,
				estate(world, {
					owners: [poor.head],
					use: "住宅",
					area: 10_900,
					registered: on("2009-08-08"),
					ended: moved + 20,
				}),
				estate(world, {
					owners: [poor.head],
					use: "成套住宅",
					area: 11_800,
					registered: moved,
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "gone-at-an-unknown-time",
		why: "第二套的权属状态是历史，没有转移日期，不知道享受期内还在不在（F11 已售未过户、证变更）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				estate(world, {
					owners: [poor.head],
					use: "住宅",
					area: 12_600,
					registered: on("2012-01-05"),
				}),
				estate(world, {
					owners: [poor.head],
					use: "住宅",
					area: 9800,
					registered: on("2004-01-05") + rng.int(0, 400),
					gone: true,
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "on-the-edge-with-two-flats",
		why: "低保边缘家庭两套住房，在上限以内（F23）。",
		plant(world, rng) {
			const poor = poorFamily(
				world,
				rng,
				inMonth("2023-09"),
				undefined,
				true,
				"低保边缘家庭",
			);
			return lead(
				poor,
				...[poor.head, poor.son].map((owner) =>
					estate(world, {
						owners: [owner],
						use: "成套住宅",
						area: rng.int(85, 120) * 100,
						registered: on("2015-04-02") + rng.int(0, 2000),
					}),
				),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "son-on-the-register-but-not-in-the-family",
		why: "成年儿子户口在家里、不共同生活，不在低保家庭名单，第二套在他名下（F21）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng, undefined, undefined, false);
			return lead(
				poor,
				estate(world, {
					owners: [poor.head],
					use: "住宅",
					area: 11_500,
					registered: on("2010-10-10"),
				}),
				estate(world, {
					owners: [poor.son],
					use: "成套住宅",
					area: 12_700,
					registered: on("2023-06-06") + rng.int(0, 300),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "namesakes-shop",
		why: "商铺的权利人与低保家庭成员同名同姓，证号不同（F01）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const other = stranger(world, rng, Number(poor.son.id.slice(6, 10)) - 6, {
				name: poor.son.name,
				gender: "男",
				namesake: true,
			});
			return lead(
				poor,
				estate(world, {
					owners: [other],
					use: "商业服务",
					area: 5400,
					registered: on("2019-07-23"),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "damaged-number-of-a-namesake",
		why: "权利人与低保成员同名，登记的证号校验位错误、出生日期也对不上（F02）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const other = stranger(
				world,
				rng,
				Number(poor.wife.id.slice(6, 10)) + 7,
				{ name: poor.wife.name, gender: "女", namesake: true },
			);
			return lead(
				poor,
				estate(world, {
					owners: [other],
					use: "办公",
					area: 7700,
					registered: on("2018-03-27"),
					wrongId: brokenCheck(other.id),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "anothers-shop-under-a-members-number",
		why: "别人的商铺登记时误录成低保户主的证号，姓名完全不同（一号两名）：由F02扣下并计数。",
		suppressed: "F02",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				estate(world, {
					owners: [
						stranger(world, rng, rng.int(1972, 1980), {
							name: `欧阳${rng.pick([..."澄岚溪屿汀"])}${rng.pick([..."之若以予"])}`,
							namesake: true,
						}),
					],
					use: "商业服务",
					area: 4200,
					registered: on("2016-12-01") + rng.int(0, 900),
					wrongId: poor.head.id,
				}),
			);
		},
	},
]);
