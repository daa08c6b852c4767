import type { ColumnKind } from "../../datasets/index.ts";
import { isNameList } from "../../privacy/index.ts";

/** What the heading of a column that maps to nothing says about its values; the first that fits counts. */
const byHeading: readonly (readonly [RegExp, ColumnKind])[] = [
	[/证号|证件号|身份证|公民身份|SFZ/i, "citizen_id"],
	[/电话|手机|联系方式|传真/, "phone"],
	[/账号|帐号|卡号|账户|帐户|存折/, "account"],
	[/住址|地址|住所|坐落|门牌/, "address"],
	[/车牌|号牌/, "plate"],
	[
		/姓名|户名|户主|配偶|成员|家属|亲属|曾用名|签字|签名|法定代表|代表$|人(?:名单)?$/,
		"name",
	],
];

const organisation =
	/公司|集团|合作社|工厂|厂$|店$|局$|院$|站$|所$|中心|政府|委员会|村委会|学校|银行|协会/;

/** 是否残疾人 has an answer, 家庭成员数 a number. */
const noName = /是否|有无|数$|人数|类别|类型|关系/;

/**
 * The kind by which a cell of an unmapped column is masked, told by its heading and its text.
 * @returns null where neither says anything: the cell is masked as free text
 */
export function guessKind(heading: string, text: string): ColumnKind | null {
	const kind = byHeading.find(([pattern]) => pattern.test(heading))?.[1];
	if (kind !== undefined && kind !== "name") return kind;
	if (kind === "name" && !noName.test(heading))
		return organisation.test(text) || !/\p{Script=Han}{2}/u.test(text)
			? null
			: "name";
	return isNameList(text) ? "name" : null;
}
