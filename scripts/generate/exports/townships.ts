import { layOut, type Table } from "../files/sheet.ts";
import { decimal, Spelling } from "../files/spelling.ts";
import { areaUnitOf, type Town, towns } from "../places/county.ts";
import type { AreaClaim, VillageCadre } from "../world/records.ts";
import type { Department, Desk, SourceNote } from "./desk.ts";

/** 乡镇: village cadres, and each town's roll of claimed areas in its own unit. */
export const townships: Department = async (desk) => [
	await villageCadres(desk),
	...(await rolls(desk)),
];

async function villageCadres({
	world,
	rng,
	outbox,
}: Desk): Promise<SourceNote> {
	const own = rng.fork("village cadres");
	const say = new Spelling(own, "dot");
	const path = "乡镇/村（社区）干部及民政经办人员名册.xlsx";
	const table = (town: Town): Table<VillageCadre> => ({
		name: town.name,
		titles: [`${town.name}村（社区）“两委”干部及民政经办人员名册`],
		records: own.shuffle(
			world.villageCadres.filter(({ village }) => village.town === town),
		),
		columns: [
			{ heading: "乡镇", cell: ({ village }) => village.town.name },
			{ heading: "村（社区）", cell: ({ village }) => village.name },
			{ heading: "行政村代码", cell: ({ village }) => village.code },
			{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
			{ heading: "身份证号码", cell: ({ person }) => say.id(person.id) },
			{ heading: "职务", cell: ({ post }) => post },
			{ heading: "任职时间", cell: ({ from }) => say.date(from) },
			{ heading: "离任时间", cell: ({ to }) => say.date(to) },
			{ heading: "联系电话", cell: ({ person }) => person.phone },
		],
	});
	await outbox.workbook(
		path,
		towns.map((town) => layOut(own, table(town))),
	);
	return {
		id: "village_cadre",
		path,
		dataset: "village_cadre",
		from: "各乡镇人民政府",
		comment: "每个乡镇一张工作表；含民政经办人员",
	};
}

/** Areas of a unit in one mu, as a divisor of 1/100 mu: 15 mu are a hectare. */
const perUnit = {
	亩: { places: 2, from: (area: number) => area },
	公顷: { places: 4, from: (area: number) => Math.round((area * 20) / 3) },
	平方米: { places: 2, from: (area: number) => Math.round((area * 2000) / 3) },
} as const;

async function rolls(desk: Desk): Promise<SourceNote[]> {
	const notes: SourceNote[] = [
		{
			id: "subsidy_area",
			path: "乡镇/*补贴面积申报花名册.xlsx",
			dataset: "subsidy_area",
			from: "各乡镇人民政府",
			mode: "append",
			comment: "单位是亩",
		},
	];
	for (const town of towns) {
		const note = await roll(desk, town);
		if (note) notes.push(note);
	}
	return notes;
}

async function roll(
	{ world, rng, outbox }: Desk,
	town: Town,
): Promise<SourceNote | undefined> {
	const unit = areaUnitOf(town);
	const own = rng.fork(`roll ${town.name}`);
	const say = new Spelling(own);
	const { places, from } = perUnit[unit];
	// The square metres of one town are known from its letter, not from its headings.
	const heading = unit === "平方米" ? "" : `（${unit}）`;
	const written = (area: number | undefined) =>
		area === undefined ? null : decimal(from(area), places);
	const number = (area: number) => from(area) / 10 ** places;
	const table: Table<AreaClaim> = {
		name: "花名册",
		titles: [`${town.name}补贴面积申报花名册`, `（面积单位：${unit}）`],
		records: [
			...world.areaClaims.filter(({ farm }) => farm.home.village.town === town),
		].sort((a, b) =>
			a.farm.home.village.code === b.farm.home.village.code
				? a.year - b.year
				: a.farm.home.village.code < b.farm.home.village.code
					? -1
					: 1,
		),
		...(unit === "亩"
			? {
					total: town.name === "石桥镇" ? ("wrong" as const) : ("end" as const),
				}
			: {}),
		columns: [
			{ heading: "村别", cell: ({ farm }) => farm.home.village.name },
			{ heading: "村民小组", cell: ({ farm }) => `${farm.home.group}组` },
			{ heading: "农户编码", cell: ({ farm }) => farm.code ?? null },
			{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
			{ heading: "身份证号", cell: ({ person }) => say.id(person.id) },
			{ heading: "年度", cell: ({ year }) => year },
			{ heading: "季别", cell: ({ season }) => season },
			{ heading: "补贴项目", cell: ({ item }) => item },
			{ heading: "地块编码", cell: ({ plot }) => plot?.code ?? null },
			{
				heading: `承包面积${heading}`,
				cell: ({ contracted }) => written(contracted),
				total: ({ contracted }) => number(contracted),
			},
			{
				heading: `代耕代种进${heading}`,
				cell: ({ inflow }) => written(inflow),
			},
			{ heading: `流转出${heading}`, cell: ({ outflow }) => written(outflow) },
			{
				heading: `不予补贴面积${heading}`,
				cell: ({ excluded }) => written(excluded),
			},
			{
				heading: `申报面积${heading}`,
				cell: ({ claimed }) => written(claimed),
				total: ({ claimed }) => number(claimed),
			},
		],
	};
	if (unit === "亩") {
		await outbox.workbook(`乡镇/${town.name}补贴面积申报花名册.xlsx`, [
			layOut(own, table),
		]);
		return undefined;
	}
	const path = `乡镇/${town.name}补贴面积申报_${unit}.csv`;
	const { titles: _, ...untitled } = table;
	outbox.text(path, layOut(own, unit === "公顷" ? untitled : table), {
		delimiter: ",",
		encoding: unit === "公顷" ? "utf-8 with BOM" : "gb18030",
	});
	return unit === "公顷"
		? {
				id: "subsidy_area_hectare",
				path,
				dataset: "subsidy_area",
				from: `${town.name}人民政府`,
				comment: "单位是公顷，写在表头里",
			}
		: {
				id: "subsidy_area_sqm",
				path,
				dataset: "subsidy_area",
				from: `${town.name}人民政府`,
				comment: "单位是平方米，表头没有写，在这里声明",
				units: {
					contract_area: "平方米",
					trust_in: "平方米",
					trust_out: "平方米",
					no_subsidy_area: "平方米",
					apply_area: "平方米",
				},
			};
}
