import * as z from "zod";

/** Match tiers of domain rules 2.0; the order is from the strongest to the weakest. */
export const tiers = ["M1", "M2", "M3", "M3R", "M4", "M5"] as const;
export type Tier = (typeof tiers)[number];

/** From the strongest to the mildest: a downgrade moves one to the right. */
export const severities = ["high", "medium", "low"] as const;
export type Severity = (typeof severities)[number];
/** What readers are told of them. */
export const severityWords: Record<Severity, string> = {
	high: "高",
	medium: "中",
	low: "低",
};

/** What a hit is worth alone: it meets the words of an article by itself, or others must join it. */
export const evidenceWords = {
	hard: "硬：单条即对照明文条款",
	soft: "软：须与其他情况叠加",
} as const;

/** Whether a rule speaks for itself, or only strengthens others. */
export const roleWords = { lead: "线索", supporting: "旁证" } as const;

export const subjectKinds = [
	"person",
	"company",
	"household",
	"lot",
	"unit",
	"parcel",
	"vehicle",
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Types of narrative arguments: masking and wording go by type (design decision 12). */
export const argumentTypes = [
	"text",
	"person",
	"citizen_id",
	"org",
	"unit",
	"phone",
	"account",
	"address",
	"plate",
	"device",
	"money",
	"area",
	"ratio",
	"integer",
	"date",
	"month",
] as const;
export type ArgumentType = (typeof argumentTypes)[number];

/** Known reasons of false hits (domain rules 2.0, F01–F25). */
export const falsePositiveCode = z
	.string()
	.regex(/^F(0[1-9]|1\d|2[0-5])$/, "误报原因码写 F01 至 F25。");

export const dateText = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}$/, "日期写成 “2026-06-30”（加引号）。");

/** What a new rule file says where its author has to write; refused in a rule that is in use. */
export const UNFILLED = "待填";
