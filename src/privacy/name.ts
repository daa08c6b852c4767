import { commonSurnames, compoundSurnames } from "./surnames.ts";

const separators = /([、,，;；/|\n]+)/;

/** How the names of bodies end that are never called after a person as stalls and workshops are. */
const bodies =
	/^[\p{Script=Han}A-Za-z0-9（）()·]{3,}(公司|合作社|合伙企业|集团|银行|委员会|管理局|财政局|事务所|协会|学校|医院|人民政府)([（(][^（）()]*[)）])?$/u;

/** Whether a text in a column of names is a body's: shareholders are persons and companies alike. */
export function isBodyName(text: string): boolean {
	return bodies.test(text.normalize("NFKC").replace(/\s+/g, ""));
}

function maskOne(raw: string): string {
	if (isBodyName(raw)) return raw.trim();
	// What stands in brackets is often a former name.
	const name = raw
		.normalize("NFKC")
		.replace(/[(（【[].*?([)）】\]]|$)/g, "")
		.replace(/\s+/g, "")
		.replace(/[.•・‧]/g, "·");
	const parts = name.split("·");
	if (parts.length > 1)
		return parts
			.map((part, i) => (i === 0 ? `${firstLetter(part)}*` : "*"))
			.join("·");
	const letters = [...name];
	if (letters.length === 0) return "";
	if (letters.length === 1) return "*";
	const two = letters.slice(0, 2).join("");
	const surname =
		letters.length > 2 && compoundSurnames.has(two) ? two : letters[0];
	return `${surname}*`;
}

function firstLetter(text: string): string {
	return [...text][0] ?? "";
}

/**
 * 张* for a name, 欧阳* for a compound surname, 阿*·* for a name with a dot.
 * One star whatever the length; a cell with several names keeps its separators. Companies keep their names.
 */
export function maskName(value: string): string {
	return value
		.split(separators)
		.map((part, i) => (i % 2 === 1 ? part : maskOne(part)))
		.join("");
}

/**
 * Masks names that are known from elsewhere wherever they stand in a text.
 * @param names full names; those of one character are left out, they would hit by chance
 */
export function maskKnownNames(text: string, names: Iterable<string>): string {
	let masked = text;
	// Longer names first, so that 张伟 does not cut 张伟国 in two.
	const ordered = [...new Set(names)]
		.filter(
			(name) =>
				[...name].length >= 2 && !name.includes("*") && !isBodyName(name),
		)
		.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	for (const name of ordered)
		if (masked.includes(name)) masked = masked.replaceAll(name, maskName(name));
	return masked;
}

function looksLikeName(token: string): boolean {
	return (
		/^\p{Script=Han}{2,4}$/u.test(token) &&
		(commonSurnames.has(token.slice(0, 1)) ||
			compoundSurnames.has(token.slice(0, 2)))
	);
}

/** Whether a text is a list of at least two names and nothing else: 马文、李丽华. */
export function isNameList(text: string): boolean {
	const tokens = text
		.normalize("NFKC")
		.trim()
		.split(/[、,;/|\s]+/)
		.filter((token) => token !== "");
	return tokens.length >= 2 && tokens.every(looksLikeName);
}

const kinWords =
	"儿子|女儿|妻子|丈夫|配偶|父亲|母亲|爱人|儿媳|女婿|岳父|岳母|公公|婆婆|哥哥|弟弟|姐姐|妹妹|孙子|孙女|户主|村民|本人|经办人|联系人|监护人|代领人|领取人|负责人|法定代表人|法人|书记|主任|局长|会计";
const named = new RegExp(
	`(?<=(?:${kinWords})(?:为|是|系|叫)?[:：]?\\s?)(\\p{Script=Han}{2,3}?)(?=代|领|签|处|名|账|家|之|的|与|和|及|转|系|同|[^\\p{Script=Han}]|$)`,
	"gu",
);

/** Masks a name that follows a word for kin or for an office: 由其儿子张伟代领. */
export function maskNamesInContext(text: string): string {
	return text.replace(named, (found) =>
		looksLikeName(found) ? maskName(found) : found,
	);
}
