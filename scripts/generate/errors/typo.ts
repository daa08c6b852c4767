import type { Rng } from "../base/rng.ts";

/** Characters that clerks take for each other, group by group. */
export const lookAlikes = [
	"伟玮炜",
	"丽莉利",
	"军君",
	"平萍",
	"华桦",
	"明铭",
	"林琳霖",
	"英瑛",
	"芳方",
	"玉裕",
	"建健",
	"国帼",
	"志智",
	"晓小",
	"红宏洪",
	"秀绣",
	"春椿",
	"海诲",
	"永勇泳",
	"文雯",
	"杰洁",
	"梅玫",
	"清青卿",
	"兰岚",
	"东冬",
	"福富",
	"生升",
	"德得",
	"成诚城",
	"俊峻",
];

/** The name with one character of the given name mistaken; undefined when none can be. */
export function mistake(rng: Rng, name: string): string | undefined {
	const characters = [...name];
	const open = characters.flatMap((character, i) => {
		const group =
			i === 0 ? undefined : lookAlikes.find((g) => g.includes(character));
		return group
			? [{ i, others: [...group].filter((c) => c !== character) }]
			: [];
	});
	// A rare character that no font had: a question mark, a box, a character of somebody's own.
	if (characters.length > 2 && rng.permille(400))
		return name.slice(0, -1) + rng.pick(["?", "□", "\ue123"]);
	if (open.length === 0) return undefined;
	const { i, others } = rng.pick(open);
	characters[i] = rng.pick(others);
	return characters.join("");
}
