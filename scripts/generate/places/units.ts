import { creditCode } from "../ids/uscc.ts";
import { county, towns } from "./county.ts";

/** A public unit, under the one official name that all departments of this slice use. */
export interface Unit {
	name: string;
	short: string;
	code: string;
	inspected: boolean;
	/** The unit that it is subordinate to. */
	parent?: Unit;
}

const bureaus: readonly (readonly [string, string, boolean])[] = [
	["住房和城乡建设局", "住建局", true],
	["交通运输局", "交通局", true],
	["教育局", "教育局", true],
	["水利局", "水利局", true],
	["卫生健康局", "卫健局", true],
	["综合行政执法局", "综合执法局", true],
	["农业农村局", "农业农村局", false],
	["民政局", "民政局", false],
	["自然资源局", "自然资源局", false],
	["人力资源和社会保障局", "人社局", false],
	["文化旅游和体育局", "文旅体局", false],
	["财政局", "财政局", false],
	["医疗保障局", "医保局", false],
	["市场监督管理局", "市场监管局", false],
];

export const units: readonly Unit[] = [
	...bureaus.map(([name, short, inspected], i) => ({
		name: `${county.name}${name}`,
		short,
		inspected,
		code: creditCode("11", county.code, `0072${1000 + i * 37}`),
	})),
	...towns.map((town, i) => ({
		name: `${county.name}${town.name}人民政府`,
		short: `${town.name}政府`,
		inspected: i === 1 || i === 2,
		code: creditCode("11", county.code, `0073${2000 + i * 41}`),
	})),
];

/** The units of this round: they handed over their ledgers of contracts. */
export const inspectedUnits: readonly Unit[] = units.filter(
	(unit) => unit.inspected,
);

/** Service units below the inspected bureaus: their contracts stand in the ledger of the bureau. */
export const subordinates: readonly Unit[] = (
	[
		["住建局", "市政设施维护中心"],
		["交通局", "公路养护中心"],
		["教育局", "教育技术装备站"],
		["水利局", "河道管理站"],
		["卫健局", "妇幼保健计划生育服务中心"],
		["综合执法局", "环境卫生所"],
		["柳溪镇政府", "柳溪镇农业综合服务中心"],
		["望亭镇政府", "望亭镇农业综合服务中心"],
	] as const
).map(([parent, name], i) => ({
	name: `${county.name}${name}`,
	short: name,
	inspected: false,
	code: creditCode("12", county.code, `0074${3000 + i * 43}`),
	parent: unit(parent),
}));

export function unit(short: string): Unit {
	const found = units.find((candidate) => candidate.short === short);
	if (!found) throw new Error(`no unit ${short}`);
	return found;
}
