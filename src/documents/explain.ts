import type * as z from "zod";
import { allowedKeys, nearest } from "./keys.ts";

interface Explained {
	path: PropertyKey[];
	reason: string;
	remedy: string;
}

const typeNames: Record<string, string> = {
	string: "文字",
	number: "数字",
	int: "整数",
	boolean: "true 或 false",
	array: "列表",
	object: "键值对",
	record: "键值对",
	null: "空值",
};

function typeName(name: string): string {
	return typeNames[name] ?? name;
}

function listed(values: readonly unknown[]): string {
	return values.map(String).join("、");
}

/**
 * Words a schema finding in Chinese: what is wrong at which path and what to write instead.
 * One zod issue may give several findings (unknown keys are one each).
 * @param schema the document's schema, by which keys that would do are named
 */
export function explainIssue(
	issue: z.core.$ZodIssue,
	schema: z.core.$ZodType,
): Explained[] {
	const path = [...issue.path];
	switch (issue.code) {
		case "unrecognized_keys":
			return issue.keys.map((key) => {
				const known = allowedKeys(schema, path);
				const meant = nearest(key, known);
				return {
					path: [...path, key],
					reason: "没有这个项目",
					remedy:
						(meant === undefined ? "删除该项。" : `是否要写 ${meant}？`) +
						(known.length === 0 ? "" : `可用的项目：${listed(known)}。`),
				};
			});
		case "invalid_type":
			return [
				{
					path,
					reason:
						issue.input === undefined
							? "缺少这一项"
							: `应当是${typeName(issue.expected)}`,
					remedy:
						issue.input === undefined
							? `补上该项，内容是${typeName(issue.expected)}。`
							: `改写为${typeName(issue.expected)}；编号、日期等文字请加引号。`,
				},
			];
		case "invalid_value":
			return [
				{
					path,
					reason: "不是可用的值",
					remedy: `可用的值：${listed(issue.values)}。`,
				},
			];
		case "invalid_union":
			return [
				{
					path,
					reason: "写法不对",
					remedy:
						issue.errors
							.flat()
							.map((inner) => explainIssue(inner, schema)[0]?.remedy ?? "")
							.filter((text) => text !== "")
							.slice(0, 3)
							.join(" 或 ") || "参照 docs/contracts 的示例改写。",
				},
			];
		case "too_small":
			return [
				{
					path,
					reason: `太短或太小（至少 ${String(issue.minimum)}）`,
					remedy: `至少写 ${String(issue.minimum)}${issue.origin === "array" ? " 项" : ""}。`,
				},
			];
		case "too_big":
			return [
				{
					path,
					reason: `太长或太大（最多 ${String(issue.maximum)}）`,
					remedy: `最多 ${String(issue.maximum)}。`,
				},
			];
		case "invalid_format":
			return [
				{
					path,
					reason: "格式不对",
					remedy:
						issue.message.startsWith("Invalid") || issue.message === ""
							? "参照 docs/contracts 的示例改写。"
							: issue.message,
				},
			];
		default:
			return [{ path, reason: "写法不对", remedy: issue.message }];
	}
}
