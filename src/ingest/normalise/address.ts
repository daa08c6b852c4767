import { dropPlaceholder, foldAlphanumeric, squeeze } from "./fold.ts";
import type { Normaliser } from "./types.ts";
import { chineseDigits } from "./words.ts";

const NUMERAL = "[0-9〇零一二三四五六七八九十百]";

/** Numerals of up to three digits as digits, without zeros in front; any other text as it is. */
function inDigits(text: string): string {
	const digits = `translate(${text}, '${chineseDigits.from}', '${chineseDigits.to}')`;
	const tens = [
		["^百?十([1-9])$", "1\\1"],
		["^([1-9])十([1-9])$", "\\1\\2"],
		["^([1-9])十$", "\\10"],
		["^十$", "10"],
		["^([1-9])百$", "\\100"],
		["^([1-9])百0?([1-9])$", "\\10\\2"],
		["^([1-9])百([1-9])十$", "\\1\\20"],
		["^([1-9])百([1-9])十([1-9])$", "\\1\\2\\3"],
	].reduce(
		(sql, [from, to]) => `regexp_replace(${sql}, '${from}', '${to}')`,
		digits,
	);
	return `CASE WHEN regexp_matches(${text}, '[〇零一二三四五六七八九十百]') THEN ${tens} WHEN starts_with(${text}, '0') THEN ltrim(${text}, '0') ELSE ${text} END`;
}

/**
 * How an address begins that names a county, up to the county; and one that names only a city, or a
 * city in the place of a county. Which of these is one the list of regions decides.
 */
export const placePatterns = [
	"^((?:[^省市县区旗]{2,6}自治区)?[^0-9]{1,20}?[县区旗]{1,2})",
	"^([^0-9]{1,12}?市[^0-9]{1,6}?市)",
	"^([^0-9]{2,14}?(?:市|自治州|地区|盟))",
] as const;

/** What of an address is left when no region is known: without what looks like the names of one. */
const UNKNOWN_REGION =
	"^(?:[^0-9省市县区镇乡村]{2,3}省|[^0-9省市县区镇乡村]{2,6}自治区)?(?:[^0-9市县区镇乡村路街]{2,9}(?:市|自治州|地区|盟))?(?:[^0-9市县区旗镇乡村路街]{1,9}[县旗]|[^0-9市县区旗镇乡村路街社小园]{1,6}区|[^0-9市县区旗镇乡村路街]{2,5}市)?";

/*
 * Kept small, without counted repetitions, which RE2 writes out: beyond a size of the whole pattern it
 * takes a way that is five times slower.
 */
const NAME = "[^0-9路街巷号栋幢]";
const TOWN =
	"(?:([^0-9路巷号栋幢]+?(?:街道|镇|乡|苏木|办事处))(?:办事处|人民政府)?)?";
const VILLAGE = `(?:(${NAME}+?(?:村|社区|居民委员会|居委会|嘎查))(?:村?民?委员?会|居民?委员?会)?)?`;
const GROUP = `(?:第?(${NUMERAL}+)(?:村民|村|居民)?(?:小?组|社|队|生产队)|(${NAME}+?)(?:村民|居民)?(?:小?组|屯))?`;
const PLACE = `^${TOWN}${VILLAGE}${GROUP}(.*)$`;

/** A street and a number in it, or the number of a house that is in no street. */
const STREET = `${NAME}*?(?:大道|大街|胡同|[路街巷弄])(?:[东西南北中${NUMERAL.slice(1, -1)}]+段)?(?:[0-9]+弄)?`;
const ROAD = `^(${STREET})?(?:(${NUMERAL}+(?:-[0-9]+)?)(号|$))?(?:附${NUMERAL}+号|之${NUMERAL}+|院)?(.*)$`;

/** The name of an estate, then building, unit and room, in the spellings 3栋2单元501室, 3-2-501, 3号楼501. */
const ROOM = `^(.*?)(?:第?([0-9A-Z]+|${NUMERAL}+)(?:号楼|#楼?|[栋幢座]))?-?(?:([0-9A-Z]+|${NUMERAL}+)单元)?-?(?:${NUMERAL}+[层楼])?-?([0-9A-Z]*(?:-[0-9A-Z]+)*)(?:室|号|户|房)?$`;

const struct = (text: string, pattern: string, names: readonly string[]) =>
	`regexp_extract(${text}, '${pattern}', [${names.map((name) => `'${name}'`).join(", ")}])`;

/** An address without white space, full-width letters and digits folded. */
export function addressText(raw: string, plain: boolean): string {
	return plain ? raw : squeeze(foldAlphanumeric(raw));
}

/**
 * Addresses: full-width folded, all white space dropped. Companions: the parts that could be told, each
 * NULL where it could not. Two spellings of one address agree in the region, the village, the group and
 * the numbers, not as whole texts.
 *
 * Steps: t the address, a to c the beginnings that may name a region, g the region's code, o what is
 * behind it, p town, village, group and the rest; q the same where a word of a street was taken for a
 * village (中关村大街), e the street and number, f estate, building, unit and room.
 */
export const address: Normaliser = ({ index: i, plain, placeOf }) => {
	const [county, city, lone] = placePatterns;
	const place = (text: string) => placeOf?.(text) ?? "CAST(NULL AS VARCHAR)";
	const begin = (pattern: string) => `regexp_extract(t${i}, '${pattern}', 1)`;
	const later = (before: string, pattern: string) =>
		`CASE WHEN ${before} IS NULL THEN ${begin(pattern)} END`;
	const known = placeOf !== undefined;
	/** A street that begins with the last word before it. */
	const glued = `regexp_matches(p${i}.rest, '^(大街|大道|街|路|巷|弄|胡同)') AND p${i}.digits = '' AND p${i}.called = ''`;
	const town = `CASE WHEN ${glued} AND p${i}.village = '' THEN '' ELSE p${i}.town END`;
	/** 古镇村: the town is part of the village's name. */
	const within = `regexp_matches(p${i}.rest, '^(村|社区|居委会)') AND p${i}.village = '' AND p${i}.town <> ''`;
	/** 3号楼 is a building, and a number at the end without a street is a room. */
	const house = `CASE WHEN starts_with(e${i}.rest, '楼') OR e${i}.sign = '' AND e${i}.street = '' THEN '' ELSE e${i}.house END`;
	return {
		steps: [
			[`s${i}`, addressText(`r${i}`, plain)],
			[`t${i}`, dropPlaceholder(`s${i}`)],
			[`a${i}`, known ? begin(county) : "''"],
			[`ga${i}`, place(`a${i}`)],
			[`b${i}`, known ? later(`ga${i}`, city) : "''"],
			[`gb${i}`, place(`b${i}`)],
			[`c${i}`, known ? later(`coalesce(ga${i}, gb${i})`, lone) : "''"],
			[`gc${i}`, place(`c${i}`)],
			[
				`o${i}`,
				`upper(CASE WHEN ga${i} IS NOT NULL THEN substr(t${i}, length(a${i}) + 1) WHEN gb${i} IS NOT NULL THEN substr(t${i}, length(b${i}) + 1) WHEN gc${i} IS NOT NULL THEN substr(t${i}, length(c${i}) + 1) ELSE regexp_replace(t${i}, '${UNKNOWN_REGION}', '') END)`,
			],
			[
				`p${i}`,
				struct(`o${i}`, PLACE, ["town", "village", "digits", "called", "rest"]),
			],
			[
				`q${i}`,
				`CASE WHEN ${within} THEN ${struct(`o${i}`, `^()${VILLAGE}${GROUP}(.*)$`, ["town", "village", "digits", "called", "rest"])} WHEN ${glued} THEN {'town': ${town}, 'village': '', 'digits': '', 'called': '', 'rest': CASE WHEN p${i}.village = '' THEN p${i}.town ELSE p${i}.village END || p${i}.rest} ELSE p${i} END`,
			],
			[
				`e${i}`,
				`CASE WHEN q${i}.rest <> '' THEN ${struct(`q${i}.rest`, ROAD, ["street", "house", "sign", "rest"])} END`,
			],
			[`h${i}`, house],
			[
				`f${i}`,
				`CASE WHEN e${i}.rest <> '' OR h${i} <> e${i}.house THEN ${struct(`CASE WHEN h${i} = '' THEN e${i}.house || e${i}.sign ELSE '' END || e${i}.rest`, ROOM, ["estate", "building", "unit", "room"])} END`,
			],
		],
		value: `t${i}`,
		companions: {
			_region: `coalesce(ga${i}, gb${i}, gc${i})`,
			_town: `nullif(q${i}.town, '')`,
			_village: `nullif(regexp_replace(regexp_replace(q${i}.village, '行政村$', '村'), '居民?委员?会$', '社区'), '')`,
			_group: `nullif(CASE WHEN q${i}.digits <> '' THEN ${inDigits(`q${i}.digits`)} ELSE q${i}.called END, '')`,
			_road: `nullif(coalesce(e${i}.street, '') || CASE WHEN h${i} = '' THEN '' ELSE ${inDigits(`h${i}`)} || '号' END, '')`,
			_estate: `nullif(f${i}.estate, '')`,
			_room: `nullif(concat_ws('-', nullif(${inDigits(`f${i}.building`)}, ''), nullif(${inDigits(`f${i}.unit`)}, ''), nullif(f${i}.room, '')), '')`,
		},
	};
};
