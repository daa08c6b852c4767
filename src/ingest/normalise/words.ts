/** Texts that stand for "nothing", compared after folding, without white space, in upper case. */
export const placeholders = [
	"/",
	"//",
	"\\",
	"-",
	"--",
	"---",
	"—",
	"——",
	"_",
	"*",
	".",
	"无",
	"暂无",
	"没有",
	"未知",
	"不详",
	"空",
	"无数据",
	"N/A",
	"NA",
	"NULL",
	"NONE",
	"NIL",
	"NAN",
	"\\N",
	"(NULL)",
	"(空)",
	"#N/A",
	"#REF!",
	"#VALUE!",
	"#NAME?",
	"#DIV/0!",
	"#NULL!",
	"#NUM!",
	"UNDEFINED",
] as const;

/** What means an open end in a date. */
export const openDates = [
	"长期",
	"永久",
	"至今",
	"现在",
	"目前",
	"今",
	"长期有效",
	"无固定期限",
	"无期限",
	"终身",
] as const;

export const trueWords = [
	"是",
	"有",
	"对",
	"1",
	"Y",
	"YES",
	"T",
	"TRUE",
	"√",
	"✓",
	"✔",
	"真",
] as const;
export const falseWords = [
	"否",
	"无",
	"没有",
	"错",
	"0",
	"N",
	"NO",
	"F",
	"FALSE",
	"×",
	"✗",
	"假",
	"不是",
] as const;

/** Device marks that programs write when there is none; compared in upper case without separators. */
export const devicePlaceholders = [
	"000000000000",
	"FFFFFFFFFFFF",
	"00000000",
	"FFFFFFFF",
	"0000000000000000",
	"FFFFFFFFFFFFFFFF",
	"0",
	"DEFAULTSTRING",
	"TOBEFILLEDBYOEM",
	"NOTAVAILABLE",
	"NONE",
] as const;

/** Addresses that say nothing about a machine. */
export const addressPlaceholders = [
	"0.0.0.0",
	"127.0.0.1",
	"255.255.255.255",
	"::1",
	"::",
] as const;

/** Words after a count. */
export const countWords =
	"(人|户|个|次|套|天|日|岁|年|月|台|头|口|名|件|份|笔|条|辆|间|只|株)";

/** A name with one of these cannot be compared as it stands: missing glyphs and private characters. */
export const missingGlyph = "[?？□�\\x{E000}-\\x{F8FF}]";

/** Chinese numerals below ten, as the two texts of SQL translate(). */
export const chineseDigits = {
	from: "〇零○一二三四五六七八九元",
	to: "0001234567891",
} as const;
