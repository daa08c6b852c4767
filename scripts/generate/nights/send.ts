import { deposits, lots, teams } from "../exports/bidding.ts";
import type { Desk, SourceNote } from "../exports/desk.ts";
import { departments } from "../exports/index.ts";
import { companies, market } from "../exports/market.ts";
import { police, vehicles } from "../exports/police.ts";
import { pensions } from "../exports/social-security.ts";
import {
	bidders,
	projects,
	results,
	tradingCentre,
	uploads,
} from "../exports/trading-centre.ts";
import { World } from "../world/world.ts";
import type { Night } from "./night.ts";

/** How the workspace takes in what comes later: more files of a kind, or the last of them. */
export const later: Readonly<
	Record<string, Pick<SourceNote, "path" | "mode">>
> = {
	pension_pay: { path: "人社局/养老待遇发放_*.ndjson", mode: "append" },
	company: { path: "市场监管局/市场主体登记信息*.csv", mode: "cumulative" },
	bid_project: {
		path: "公共资源交易中心/招标项目登记表*.xlsx",
		mode: "append",
	},
	bid_lot: { path: "公共资源交易中心/标段（包）信息表*.csv", mode: "append" },
	bidder: { path: "公共资源交易中心/投标人一览表*.csv", mode: "append" },
	bid_deposit: {
		path: "公共资源交易中心/投标保证金缴纳明细*.csv",
		mode: "append",
	},
	bid_staff: {
		path: "公共资源交易中心/投标项目班子人员*.csv",
		mode: "append",
	},
	bid_result: { path: "公共资源交易中心/中标结果汇总*.xlsx", mode: "append" },
	bid_upload_meta: {
		path: "公共资源交易中心/投标文件上传日志*.txt",
		mode: "append",
	},
};

/** Writes what the offices send of a night beside what they have sent before. */
export async function send(
	desk: Omit<Desk, "rng">,
	night: Night,
): Promise<void> {
	const { world, outbox } = desk;
	const suffix = `_增量${String(night.number).padStart(2, "0")}`;
	// The same stream as the first time: what did not change is spelled as before.
	const as = (department: (typeof departments)[number]): Desk => ({
		...desk,
		rng: world.rng.fork(`export ${departments.indexOf(department)}`),
	});
	const only = (
		department: (typeof departments)[number],
		part: Partial<World>,
	): Desk => ({
		...as(department),
		world: Object.assign(new World(world.rng), part),
		rng: world.rng.fork(`night ${night.number} export`),
		suffix,
	});
	await pensions(only(pensions, { pensionPayments: night.payments }));
	const tender = only(tradingCentre, night.tender);
	await projects(tender);
	lots(tender);
	bidders(tender);
	await results(tender);
	uploads(tender);
	deposits(tender);
	teams(tender);
	const register = "市场监管局/市场主体登记信息";
	outbox.supersede(`${register}.csv`);
	outbox.supersede(
		`${register}_增量${String(night.number - 1).padStart(2, "0")}.csv`,
	);
	companies({ ...as(market), suffix });
	outbox.supersede("公安局/机动车登记信息.csv");
	vehicles(as(police));
}
