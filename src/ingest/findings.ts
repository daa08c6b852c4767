/**
 * What may be said about a value. `empty` findings leave the column NULL; in a required column that
 * sends the row to quarantine, unless the emptiness is the meaning (`meant`).
 */
export const findings = {
	"required-empty": { title: "必填的内容是空的" },
	"no-identity": { title: "没有能认定对象的内容" },
	"ragged-row": { title: "该行的列数与表头不一致" },
	"row-unreadable": { title: "该行读不通" },
	"split-mismatch": { title: "一格多人，姓名和证号的个数不一致" },
	"citizen-id-damaged": { title: "身份证号的末几位已被 Excel 损坏，作废" },
	"account-damaged": { title: "账号的末几位已被 Excel 损坏，作废" },
	"uscc-damaged": { title: "信用代码已被 Excel 损坏，作废" },
	placeholder: { title: "填的是“无”“/”一类的占位符" },
	"citizen-id-length": { title: "身份证号位数不对" },
	"citizen-id-date": { title: "身份证号里的出生日期不存在" },
	"citizen-id-check": { title: "身份证号校验位不对" },
	"citizen-id-masked": { title: "身份证号被打了星号" },
	"citizen-id-lookalike": { title: "身份证号里的形近字母已改为数字" },
	"citizen-id-century": { title: "15 位身份证号属百岁老人号段，未升位" },
	"region-unknown": { title: "前六位不是已知的行政区划代码" },
	"uscc-check": { title: "统一社会信用代码校验位不对" },
	"uscc-shape": { title: "不是统一社会信用代码的样子" },
	"organisation-check": { title: "组织机构代码校验位不对" },
	"registration-check": { title: "15 位注册号校验位不对" },
	"document-hong-kong": { title: "港澳居民来往内地通行证" },
	"document-taiwan": { title: "台湾居民证件" },
	"document-passport": { title: "护照" },
	"document-foreigner": { title: "外国人永久居留证件" },
	"document-military": { title: "军人、警察证件" },
	normalised: { title: "写法已归一，原文另存" },
	"date-lunar": { title: "农历日期，只取年份" },
	"account-luhn": {
		title: "银行卡号校验位不对（存折、对公账号不适用，只作提示）",
	},
	"uscc-lookalike": { title: "信用代码里的形近字母已改正" },
	"missing-glyph": { title: "有显示不出的字" },
	"zeros-lost": { title: "位数比同列多数的少，可能丢了开头的 0" },
	"date-short-year": {
		title: "年份只有两位，40 及以上补 19，以下补 20",
	},
	"date-century": { title: "年份只有两位，看不出是 19 还是 20 开头" },
	"date-unreadable": { title: "日期读不懂" },
	"date-open": { title: "日期是“长期”“至今”一类", meant: true },
	"date-zero": { title: "日期是 1900-01-00 一类的空值", meant: true },
	"month-range": { title: "月份是一段时间，取第一个月" },
	"month-year-only": { title: "只有年份，取一月" },
	"time-unreadable": { title: "时间读不懂" },
	"money-unreadable": { title: "金额读不懂" },
	"area-unreadable": { title: "面积读不懂" },
	"ratio-unreadable": { title: "比例读不懂" },
	"integer-unreadable": { title: "整数读不懂" },
	"number-unreadable": { title: "数字读不懂" },
	"boolean-unreadable": { title: "是否读不懂" },
	"code-unknown": { title: "没有对应代码的写法" },
	"phone-shape": { title: "不是电话号码的样子" },
	"phone-several": { title: "一格有几个电话，取第一个" },
	"account-shape": { title: "不是银行账号的样子" },
	"account-masked": { title: "银行账号被打了星号" },
	"plate-shape": { title: "不是号牌的样子" },
	"ip-unreadable": { title: "网络地址读不懂" },
	"device-placeholder": { title: "机器特征码是占位值" },
	"region-unreadable": { title: "行政区划代码读不懂" },
} satisfies Record<string, { title: string; meant?: boolean }>;

export type FindingCode = keyof typeof findings;

/** Findings whose NULL is what the file meant to say. */
export const meantEmpty: readonly string[] = Object.entries(findings)
	.filter(([, entry]) => "meant" in entry && entry.meant)
	.map(([code]) => code);
