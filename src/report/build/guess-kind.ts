import type { ColumnKind } from "../../datasets/index.ts";

/** What the heading of a column that maps to nothing says about its values; the first that fits counts. */
const byHeading: readonly (readonly [RegExp, ColumnKind])[] = [
	[/证号|证件号|身份证|公民身份|SFZ/i, "citizen_id"],
	[/电话|手机|联系方式|传真/, "phone"],
	[/账号|帐号|卡号|账户|帐户|存折/, "account"],
	[/住址|地址|住所|坐落|门牌/, "address"],
	[/车牌|号牌/, "plate"],
	[
		/姓名|户主|配偶|联系人|经办人|负责人|法人|法定代表人|审批人|申请人|监护人|开户名|曾用名|领取人/,
		"name",
	],
];

/**
 * The kind by which a cell of an unmapped column is masked.
 * @returns null where the heading says nothing: the cell is masked as free text
 */
export function guessKind(heading: string): ColumnKind | null {
	return byHeading.find(([pattern]) => pattern.test(heading))?.[1] ?? null;
}
