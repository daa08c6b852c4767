import { type Day, parts } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import type { Unit } from "../places/units.ts";
import type {
	Award,
	Bid,
	Company,
	Contract,
	Lot,
	Machine,
	Project,
	Upload,
} from "./records.ts";
import type { World } from "./world.ts";

const departments = [
	"办公室",
	"工程股",
	"财务股",
	"项目股",
	"建设管理股",
	"后勤服务中心",
];

/** A contract of a unit with a company. */
export function sign(
	world: World,
	rng: Rng,
	buyer: Unit,
	supplier: Company,
	signed: Day,
	amount?: number,
): Contract {
	const { year, month } = parts(signed);
	const work = rng.pick(supplier.works);
	const yuan = amount ?? rng.int(30, 4000) * 100;
	const contract: Contract = {
		number: `${buyer.short}合〔${year}〕${String(world.next(`contract ${buyer.code} ${year}`)).padStart(3, "0")}号`,
		name: `${year}年${rng.pick(["机关", "下属单位", `${month}月`, "第一批", "第二批"])}${work}`,
		buyer,
		supplier,
		type: work.endsWith("工程")
			? "工程"
			: work.endsWith("服务")
				? "服务"
				: "货物",
		method:
			yuan > 400_000 ? "竞争性磋商" : rng.pick(["询价", "直接采购", "比选"]),
		amount: yuan * 100,
		signed,
		starts: signed + rng.int(1, 15),
		ends: signed + rng.int(60, 360),
		dept: rng.pick(departments),
	};
	world.contracts.push(contract);
	return contract;
}

/** What is put out to tender in a county: name, type, category. */
const subjects = [
	["城区道路改造工程", "工程", "市政公用工程"],
	["农村公路安全生命防护工程", "工程", "公路工程"],
	["学校运动场改造工程", "工程", "房屋建筑工程"],
	["病险山塘除险加固工程", "工程", "水利水电工程"],
	["办公设备采购", "货物", "办公设备"],
	["医疗设备采购", "货物", "医疗设备"],
	["物业管理服务", "服务", "物业管理服务"],
	["规划编制服务", "服务", "规划设计服务"],
] as const;

export type Subject = readonly [
	name: string,
	type: Project["type"],
	category: string,
];

/** A service that is bought again and again. */
export const greenery = {
	subject: ["绿地管护服务", "服务", "园林绿化服务"] as Subject,
	method: "询价",
};

/** Works of 4,000,000 yuan and more must be put out to tender. */
const obligatoryFrom = 400_000_000;

/** A project put out to tender, with its lots. */
export function tender(
	world: World,
	rng: Rng,
	buyer: Unit,
	opened: Day,
	lots = 1,
	how: { subject?: Subject; method?: string; budget?: number } = {},
): Project {
	const { year } = parts(opened);
	const number = `LC${year}-${String(world.next(`project ${year}`)).padStart(4, "0")}`;
	const [name, type, category] = how.subject ?? rng.pick(subjects);
	const project: Project = {
		number,
		name: `${buyer.short}${year}年${name}`,
		buyer,
		agency: rng.pick([
			"岚川正衡招标代理有限公司",
			"岚川天策工程咨询有限公司",
			"澄安市诚鉴项目管理有限公司",
		]),
		type,
		purchase: type !== "工程",
		method:
			how.method ??
			rng.weighted([
				["公开招标", 70],
				["竞争性磋商", 30],
			] as const),
		budget: how.budget ?? rng.int(60, 900) * 1_000_000,
		published: opened - rng.int(21, 35),
		opened,
		lots: [],
	};
	for (let i = 1; i <= lots; i++)
		project.lots.push({
			project,
			number: lots === 1 ? "1" : String(i),
			category,
			obligatory: type === "工程" && project.budget / lots >= obligatoryFrom,
		});
	world.projects.push(project);
	return project;
}

/** The traits of one computer; no two machines have any in common. */
export function machine(world: World, rng: Rng): Machine {
	return {
		mac: world.unique("mac", () => `A4${rng.hex(10)}`),
		disk: world.unique("disk", () => `WD-${rng.hex(12)}`),
		cpu: world.unique("cpu", () => `BFEBFBFF${rng.hex(8)}`),
		lock: world.unique("lock", () => `GL${rng.digits(9)}`),
		ca: world.unique("ca", () => rng.hex(16)),
		// 198.18.0.0/15 is set aside for benchmarks and belongs to nobody.
		ip: world.unique(
			"ip",
			() => `198.${rng.int(18, 19)}.${rng.int(0, 255)}.${rng.int(1, 254)}`,
		),
		creator: rng.pick(["Administrator", "user", "lenovo", "admin", "HP"]),
	};
}

export function bid(
	world: World,
	rng: Rng,
	lot: Lot,
	company: Company,
	how: Partial<
		Pick<Bid, "status" | "reason" | "withdrawn" | "consortium">
	> = {},
): Bid {
	const made: Bid = {
		lot,
		company,
		price: Math.floor(
			(lot.project.budget / lot.project.lots.length) *
				(rng.int(880, 985) / 1000),
		),
		status: "已递交",
		...how,
	};
	world.bids.push(made);
	const bids = world.bidsOf.get(lot);
	if (bids) bids.push(made);
	else world.bidsOf.set(lot, [made]);
	return made;
}

/** Sends a bid file from a machine. */
export function upload(
	world: World,
	rng: Rng,
	lot: Lot,
	company: Company,
	from: Machine,
	how: { fileId?: string; decrypted?: boolean } = {},
): Upload {
	const sent: Upload = {
		lot,
		company,
		machine: from,
		fileId: how.fileId ?? world.unique("file", () => rng.hex(32)),
		day: lot.project.opened - rng.int(1, 3),
		minute: rng.int(8 * 60, 20 * 60),
		decrypted: how.decrypted ?? true,
	};
	world.uploads.push(sent);
	return sent;
}

/** Ranks the bids of a lot by price and gives it to the cheapest that was neither withdrawn nor rejected. */
export function award(world: World, lot: Lot): Award | undefined {
	const valid = (world.bidsOf.get(lot) ?? [])
		.filter((one) => one.status === "已递交")
		.sort((a, b) => a.price - b.price);
	const heads = new Set<Company>();
	let rank = 0;
	for (const one of valid) {
		if (one.consortium && one.consortium[0] !== one.company) continue;
		if (heads.has(one.company)) continue;
		heads.add(one.company);
		one.rank = ++rank;
	}
	const best = valid.find((one) => one.rank === 1);
	if (!best) return undefined;
	const won: Award = {
		lot,
		company: best.company,
		amount: best.price,
		notice: lot.project.opened + 8,
	};
	world.awards.push(won);
	return won;
}
