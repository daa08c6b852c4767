import { layOut } from "../files/sheet.ts";
import { Spelling } from "../files/spelling.ts";
import { brokenCheck } from "../ids/citizen-id.ts";
import { county } from "../places/county.ts";
import { addressOf } from "../world/families.ts";
import type { Department, Desk, SourceNote } from "./desk.ts";

/** 公安局: the population register, deaths and vehicles, in GB18030 as Excel saves CSV. */
export const police: Department = async (desk) => [
	register(desk),
	deaths(desk),
	vehicles(desk),
];

function register({ world, rng, outbox, bystanders }: Desk): SourceNote {
	const own = rng.fork("register");
	const say = new Spelling(own);
	const path = "公安局/户籍人口登记信息.csv";
	const rows = world.households
		.map((household) => household)
		.sort((a, b) => (a.number < b.number ? -1 : 1))
		.flatMap((household) => household.rows);
	outbox.text(
		path,
		layOut(own, {
			records: rows,
			blanks: 2,
			duplicates: 3,
			unreadable: [
				[
					"380121100001",
					"",
					"",
					"子",
					"男",
					"",
					"",
					"岚川省临澄县城关镇文庙社区",
					county.code,
					"城关镇",
					"文庙社区",
					"正常",
					"",
					"",
				],
			],
			columns: [
				{ heading: "户号", cell: (row) => row.household.number },
				{
					heading: "公民身份号码",
					cell: ({ person }) =>
						bystanders.has(person) && own.permille(2)
							? brokenCheck(person.id)
							: say.id(person.id),
				},
				{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
				{ heading: "与户主关系", cell: (row) => row.relation },
				{ heading: "性别", cell: ({ person }) => person.gender },
				{
					heading: "出生日期",
					cell: ({ person }) => say.date(person.birth, "compact"),
				},
				{ heading: "民族", cell: ({ person }) => person.nation },
				{
					heading: "户籍地址",
					cell: (row) => {
						const address = addressOf(row.household.home);
						return own.permille(15)
							? address.replace(county.name, `${county.name},`)
							: address;
					},
				},
				{ heading: "行政区划", cell: () => county.code },
				{
					heading: "乡镇（街道）",
					cell: (row) => row.household.home.village.town.name,
				},
				{ heading: "村（居）", cell: (row) => row.household.home.village.name },
				{ heading: "人员状态", cell: (row) => row.status },
				{ heading: "状态日期", cell: (row) => say.date(row.statusDate) },
				{ heading: "何时迁入本址", cell: (row) => say.date(row.from) },
			],
		}),
		{ delimiter: ",", encoding: "gb18030" },
	);
	return {
		id: "household",
		path,
		dataset: "household",
		from: "临澄县公安局",
		comment: "迁出的人留在父母户内，状态为“迁出”；GB18030 编码会自动识别",
	};
}

function deaths({ world, rng, outbox }: Desk): SourceNote {
	const own = rng.fork("police deaths");
	const say = new Spelling(own);
	const path = "公安局/死亡注销人员名单.csv";
	outbox.text(
		path,
		layOut(own, {
			records: own.shuffle(
				world.deaths.filter((death) => death.source === "公安注销"),
			),
			blanks: 1,
			duplicates: 1,
			unreadable: [
				[
					"",
					"",
					"男",
					"2025-03-02",
					"2025-03-11",
					"岚川省临澄县沙坪乡芦花村2组",
					"公安注销",
				],
			],
			columns: [
				{
					heading: "公民身份号码",
					cell: (death) =>
						death.wrongId ?? say.id(death.person.id, death.oldId),
				},
				{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
				{
					heading: "性别",
					cell: ({ person }) => (person.gender === "男" ? "1" : "2"),
				},
				{
					heading: "死亡日期",
					cell: (death) => death.spelledDate ?? say.date(death.died, "iso"),
				},
				{
					heading: "户口注销日期",
					cell: (death) => say.date(death.recorded, "slash"),
				},
				{ heading: "户籍地址", cell: ({ person }) => addressOf(person.home) },
				{ heading: "数据来源", cell: () => "公安注销" },
			],
		}),
		{ delimiter: ",", encoding: "gb18030" },
	);
	return { id: "death_police", path, dataset: "death", from: "临澄县公安局" };
}

export function vehicles({
	world,
	rng,
	outbox,
	bystanders,
	withdrawn,
}: Desk): SourceNote {
	const own = rng.fork("vehicles");
	const say = new Spelling(own, "slash");
	const path = "公安局/机动车登记信息.csv";
	const sheet = layOut(own, {
		records: own.shuffle(
			world.vehicles.filter((vehicle) => vehicle.register === "公安"),
		),
		blanks: 1,
		columns: [
			{ heading: "号牌号码", cell: (vehicle) => vehicle.plate },
			{ heading: "号牌种类", cell: (vehicle) => vehicle.plateType },
			{ heading: "车辆类型", cell: (vehicle) => vehicle.type },
			{ heading: "品牌型号", cell: (vehicle) => vehicle.brand },
			{ heading: "使用性质", cell: (vehicle) => vehicle.use },
			{ heading: "机动车所有人", cell: ({ owner }) => say.name(owner.name) },
			{
				heading: "身份证明号码",
				cell: ({ owner, wrongId }) =>
					wrongId ??
					(bystanders.has(owner) && own.permille(4)
						? brokenCheck(owner.id)
						: say.id(owner.id)),
			},
			{
				heading: "初次登记日期",
				cell: (vehicle) => say.date(vehicle.firstRegistered),
			},
			{ heading: "登记日期", cell: (vehicle) => say.date(vehicle.acquired) },
			{
				heading: "转移（注销）日期",
				cell: (vehicle) => say.date(vehicle.ended),
			},
			{
				heading: "检验有效期止",
				cell: (vehicle) => say.date(vehicle.inspectedUntil),
			},
			{ heading: "机动车状态", cell: (vehicle) => vehicle.status },
			{ heading: "车辆识别代号", cell: (vehicle) => vehicle.vin },
			{ heading: "发动机号", cell: (vehicle) => vehicle.engine },
			{ heading: "操纵辅助装置", cell: (vehicle) => vehicle.adapted ?? null },
		],
	});
	sheet.lines = sheet.lines.filter(
		({ records }) => !records?.some((record) => withdrawn?.has(record)),
	);
	outbox.text(path, sheet, { delimiter: ",", encoding: "gb18030" });
	return {
		id: "vehicle_police",
		path,
		dataset: "vehicle",
		from: "临澄县公安局交通管理大队",
		comment: "登记日期至转移（注销）日期为持有期",
	};
}
