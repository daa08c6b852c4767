import type { PathView } from "../model.ts";

/**
 * A path on one line, as people draw it: 张*（局长）—配偶→ 李* —持股60%→ 甲公司 —签订合同 2 份→ 县建设局.
 * @param path nodes and edges from left to right, masked
 * @returns "" when there is no path
 */
export function pathText(path: readonly PathView[]): string {
	let text = "";
	for (const step of path) {
		if (step.type === "edge") text += ` —${step.text}→`;
		else
			text += `${text === "" ? "" : " "}${step.name}${step.label === null ? "" : `（${step.label}）`}`;
	}
	return text;
}
