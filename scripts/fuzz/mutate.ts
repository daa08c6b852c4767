import type { Random } from "./random.ts";

/** Changes some bytes behind the first ones, by which a format is known. */
export function flipBytes(
	bytes: Buffer,
	random: Random,
	from: number,
	until = bytes.length,
): Buffer {
	const changed = Buffer.from(bytes);
	for (let n = 1 + random.below(8); n > 0 && until > from; n--)
		changed[from + random.below(until - from)] = random.below(256);
	return changed;
}

export function cut(bytes: Buffer, random: Random): Buffer {
	return bytes.subarray(0, 16 + random.below(Math.max(1, bytes.length - 16)));
}

/** Ways to break a text of XML below its first line: tags, attributes, entities, order. */
const xmlWays: ((text: string, random: Random) => string)[] = [
	(text, random) => text.slice(0, 60 + random.below(text.length)),
	(text, random) => dropOne(text, /<\/[\w:]+>/g, random),
	(text, random) => dropOne(text, /<[\w:]+[^>]*>/g, random),
	(text, random) => doubleOne(text, /<[\w:]+[^>]*>/g, random),
	(text, random) => dropOne(text, /"/g, random),
	(text, random) =>
		replaceOne(text, /r="[A-Z]+\d+"/g, 'r="ZZZZ99999999"', random),
	(text, random) => replaceOne(text, /r="\d+"/g, 'r="-1"', random),
	(text, random) =>
		replaceOne(text, /<v>[^<]*<\/v>/g, "<v>99999999</v>", random),
	(text, random) => replaceOne(text, /t="s"/g, 't="b"', random),
	(text, random) => replaceOne(text, />[^<]+</g, ">&nosuch;<", random),
	(text, random) => replaceOne(text, />[^<]+</g, ">&#x110000;&#0;<", random),
	(text) => text.replace(/\?>\s*</, '?><!DOCTYPE x [<!ENTITY a "b">]><'),
	(text, random) =>
		replaceOne(
			text,
			/table:number-(rows|columns)-repeated="\d+"/g,
			'table:number-rows-repeated="1000000000"',
			random,
		),
	(text, random) => replaceOne(text, /<row /g, "<!-- <row ", random),
	(text) => text.toUpperCase(),
];

function positions(text: string, pattern: RegExp): RegExpExecArray[] {
	return [...text.matchAll(pattern)] as RegExpExecArray[];
}

function replaceOne(
	text: string,
	pattern: RegExp,
	by: string,
	random: Random,
): string {
	const found = positions(text, pattern);
	if (found.length === 0) return text;
	const one = random.pick(found);
	return text.slice(0, one.index) + by + text.slice(one.index + one[0].length);
}

const dropOne = (text: string, pattern: RegExp, random: Random) =>
	replaceOne(text, pattern, "", random);

function doubleOne(text: string, pattern: RegExp, random: Random): string {
	const found = positions(text, pattern);
	if (found.length === 0) return text;
	const one = random.pick(found);
	return text.slice(0, one.index) + one[0] + text.slice(one.index);
}

export function breakXml(text: string, random: Random): string {
	return random.pick(xmlWays)(text, random);
}

const jsonWays: ((text: string, random: Random) => string)[] = [
	(text, random) => text.slice(0, 1 + random.below(text.length - 1)),
	(text, random) => replaceOne(text, /[\]}]/g, "", random),
	(text, random) => replaceOne(text, /[[{]/g, "", random),
	(text, random) => replaceOne(text, /"/g, "", random),
	(text, random) => replaceOne(text, /,/g, ",,", random),
	(text, random) => replaceOne(text, /:/g, "", random),
	(text, random) =>
		replaceOne(text, /"[^"]*"/g, "[".repeat(100 + random.below(5000)), random),
	(text, random) => replaceOne(text, /"[^"]*"/g, "\u0000", random),
	(text) => text.replaceAll("{", "["),
	() => '"一段文字"',
	() => "",
];

export function breakJson(text: string, random: Random): string {
	return random.pick(jsonWays)(text, random);
}
