import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareCodePoints, makePrivateDir, sha256 } from "../base/index.ts";
import { fail, type Problem } from "../errors/index.ts";
import { fetchEvidence, type LeadHit, leadId } from "../leads/index.ts";
import { type LoadedRule, severityWords } from "../rules/index.ts";
import type { RuleOutcome } from "../run/index.ts";
import { evidenceSources } from "./batch.ts";
import { type AsideOptions, runRuleAside } from "./rule-aside.ts";

/** A sample of a rule's hits to be checked at a desk before the rule goes live. */
export interface Pilot {
	/** The workbook, below private/: it holds plain values. Undefined when there is nothing to check. */
	file: string | undefined;
	/** Hits that stand, and how many of them were drawn. */
	hits: number;
	drawn: number;
	outcome: RuleOutcome;
	problems: Problem[];
}

const TEXT = "@";
const columns: readonly [title: string, width: number][] = [
	["序号", 6],
	["线索编号", 18],
	["级别", 6],
	["对象", 36],
	["金额（元）", 14],
	["起止", 22],
	["比较值", 36],
	["证据（来源、行、内容）", 90],
	["结论（属实／误报／说不清）", 14],
	["误报原因码 F01–F25", 12],
	["备注", 30],
];

function rowOf(hit: LeadHit, lead: string, at: number): (string | number)[] {
	const { facts } = hit;
	return [
		at + 1,
		lead,
		severityWords[facts.severity],
		facts.subjects
			.map(({ role, name, key }) => `${role}：${name ?? ""}（${key}）`)
			.join("\n"),
		facts.amount ?? "",
		[facts.from ?? "", facts.to ?? ""].filter((day) => day !== "").join(" 至 "),
		facts.measures
			.map(
				({ title, name, value, unit, limit }) =>
					`${title ?? name} ${String(value ?? "")}${unit ?? ""}${limit === undefined ? "" : `（${limit.title} ${String(limit.value ?? "")}）`}`,
			)
			.join("\n"),
		hit.rows
			.map(
				(row) =>
					`${row.title}｜${row.file}${row.sheet === undefined ? "" : ` ${row.sheet}`} 第 ${row.row} 行｜${row.cells
						.filter(({ text }) => text !== null && text !== "")
						.map(({ heading, text }) => `${heading}：${text}`)
						.join("，")}`,
			)
			.join("\n"),
		"",
		"",
		"",
	];
}

async function workbook(
	{ rule }: LoadedRule,
	rows: (string | number)[][],
	notes: string,
): Promise<Uint8Array> {
	const { writeXlsx } = await import("hucre/xlsx");
	return writeXlsx({
		sheets: [
			{
				name: "试查",
				columns: columns.map(([, width]) => ({ width, numFmt: TEXT })),
				rows: [columns.map(([title]) => title), ...rows],
				freezePane: { rows: 1 },
			},
			{
				name: "说明",
				columns: [{ width: 100, numFmt: TEXT }],
				rows: [
					[`${rule.id} 第 ${rule.version} 版　${rule.display_name}`],
					[rule.question],
					[notes],
					[`先问：${rule.ask_first.join("；")}`],
					[rule.innocent],
					[`看不到的：${rule.misses.join("；")}`],
					["本表有未脱敏的个人信息，只在 private 文件夹内使用，不得外传。"],
				],
			},
		],
	});
}

/**
 * Draws hits of a rule by lot and writes them, with their source rows as they came, as a workbook to be
 * filled in. The lot is decided by the rule, the as-of date and the numbers of the leads: the same data
 * give the same sample.
 * Fails with template-exists when the workbook is there already.
 */
export async function pilotRule(
	options: AsideOptions & { count: number },
): Promise<Pilot> {
	const { workspace, id, count } = options;
	return runRuleAside(options, async (aside) => {
		const { asOf, definitions, selection, snapshot, store, engine, result } =
			aside;
		const { set } = definitions;
		const outcome = result.outcomes[0];
		const rule = set.rules.get(id);
		if (outcome === undefined || rule === undefined)
			return fail("rule-unknown", {}, { id });
		const standing = (result.hits.get(id) ?? []).filter(
			({ suppressed }) => suppressed === undefined,
		);
		const drawn = standing
			.map((hit) => {
				const lead = leadId(aside.siteKey, id, hit.key);
				return { hit, lead, lot: sha256(`${id} ${asOf} ${lead}`) };
			})
			.sort((a, b) => compareCodePoints(a.lot, b.lot))
			.slice(0, count);
		const common = {
			hits: standing.length,
			drawn: drawn.length,
			outcome,
			problems: [
				...definitions.problems,
				...selection.problems,
				...result.problems,
			],
		};
		if (drawn.length === 0) return { ...common, file: undefined };
		const withRows = await fetchEvidence(
			drawn.map(({ hit }) => hit),
			evidenceSources(snapshot, store),
			store,
			engine,
			set.datasets,
		);
		const folder = join(workspace.private, "pilot");
		makePrivateDir(workspace.private);
		makePrivateDir(folder);
		const file = join(folder, `${id}_v${rule.rule.version}_${asOf}.xlsx`);
		const bytes = await workbook(
			rule,
			withRows.map((hit, i) => rowOf(hit, drawn[i]?.lead ?? "", i)),
			`截止日 ${asOf}，数据快照第 ${snapshot.n} 号；共 ${standing.length} 条，按规则编号、截止日和线索编号定出的次序抽 ${drawn.length} 条。`,
		);
		try {
			writeFileSync(file, bytes, { flag: "wx", mode: 0o600 });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === "EEXIST")
				fail("template-exists", { file });
			throw error;
		}
		if (process.platform !== "win32") chmodSync(file, 0o600);
		return { ...common, file };
	});
}
