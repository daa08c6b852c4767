/**
 * The fictitious county. 38 is no province of GB/T 2260, so no code, number or plate made here
 * can be a real one.
 */
export const county = {
	province: "岚川省",
	city: "澄安市",
	name: "临澄县",
	code: "380121",
	/** A neighbour in the same city. */
	neighbour: { name: "望岫县", code: "380122" },
	/** Numbers given before the district was made a county keep the old code. */
	former: { name: "临澄区", code: "380103" },
	platePrefix: "岚A",
} as const;

export interface Village {
	code: string;
	name: string;
	town: Town;
	rural: boolean;
	groups: number;
}
export interface Town {
	code: string;
	name: string;
	short: string;
	villages: Village[];
}

function town(
	number: number,
	name: string,
	urban: readonly string[],
	rural: readonly string[],
): Town {
	const code = `${county.code}${100 + number}`;
	const made: Town = { code, name, short: name.slice(0, 2), villages: [] };
	urban.forEach((village, i) => {
		made.villages.push({
			code: `${code}${String(1 + i).padStart(3, "0")}`,
			name: `${village}社区`,
			town: made,
			rural: false,
			groups: 4,
		});
	});
	rural.forEach((village, i) => {
		made.villages.push({
			code: `${code}${200 + i}`,
			name: `${village}村`,
			town: made,
			rural: true,
			groups: 4 + ((i * 3 + number) % 5),
		});
	});
	return made;
}

export const towns: readonly Town[] = [
	town(0, "城关镇", ["文庙", "东门", "南桥", "新华"], ["十里铺", "石榴湾"]),
	town(1, "柳溪镇", ["柳溪"], ["柳塘", "上河湾", "青石", "白鹭", "双井"]),
	town(2, "望亭镇", ["望亭"], ["望亭", "梨树坪", "大堰", "黄葛", "石门"]),
	town(3, "青岗乡", [], ["青岗", "云雾", "老鹰岩", "茶店", "枫香"]),
	town(4, "石桥镇", ["石桥"], ["石桥", "马鞍", "清水塘", "桂花", "杨柳坝"]),
	town(5, "沙坪乡", [], ["沙坪", "红砂", "芦花", "鹿角"]),
];
export const villages: readonly Village[] = towns.flatMap(
	(place) => place.villages,
);
export const ruralVillages: readonly Village[] = villages.filter(
	(village) => village.rural,
);
export const urbanVillages: readonly Village[] = villages.filter(
	(village) => !village.rural,
);

/** The unit of area in which a town sends its roll. */
export type AreaUnit = "亩" | "公顷" | "平方米";

const otherUnits: Readonly<Record<string, AreaUnit>> = {
	青岗乡: "公顷",
	望亭镇: "平方米",
};

export function areaUnitOf(town: Town): AreaUnit {
	return otherUnits[town.name] ?? "亩";
}
