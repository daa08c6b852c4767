import { type Dataset, storedColumns } from "../../datasets/index.ts";
import { RULE_CONTRACT, type SubjectKind, UNFILLED } from "../schema/index.ts";

type Column = Dataset["columns"][number];

/** The kind of column that names each kind of subject, the surest first. */
const subjectColumns: [
	kind: Column["kind"],
	subject: SubjectKind,
	role: string,
][] = [
	["citizen_id", "person", "当事人"],
	["uscc", "company", "企业"],
	["plate", "vehicle", "车辆"],
	["code", "unit", "对象"],
];

/** A value of each kind that a test row can hold; others are text. */
const samples: Partial<Record<Column["kind"], string>> = {
	citizen_id: '"380121197001010011"',
	uscc: '"91380121MA01LC101B"',
	date: '"2026-01-01"',
	month: '"2026-01-01"',
	timestamp: '"2026-01-01 08:00:00"',
	money: '"100.00"',
	area: '"1.00"',
	ratio: '"0.5"',
	integer: "1",
	number: "1",
	boolean: "true",
};

function subjectOf(dataset: Dataset): {
	column: string;
	kind: SubjectKind;
	role: string;
} {
	for (const [columnKind, kind, role] of subjectColumns) {
		const column = dataset.columns.find((entry) => entry.kind === columnKind);
		if (column !== undefined) return { column: column.name, kind, role };
	}
	return {
		column: dataset.columns[0]?.name ?? "_src",
		kind: "unit",
		role: "对象",
	};
}

export interface ScaffoldOptions {
	id: string;
	dataset: Dataset;
	/** The day of writing. */
	today: string;
	/** Path or address of the rule schema, for editors. */
	schema: string;
}

/**
 * A rule file to be filled in: it loads and lints, finds nothing, and each of its tests fails
 * until its author has said what should come out.
 */
export function scaffoldRule(options: ScaffoldOptions): string {
	const { id, dataset, today, schema } = options;
	const subject = subjectOf(dataset);
	const stored = new Set(storedColumns(dataset).map((column) => column.name));
	const keys = [
		...new Set([
			...dataset.natural_key,
			subject.column,
			...dataset.columns
				.filter((column) => column.required)
				.map((column) => column.name),
		]),
	];
	const check = `${subject.column}_check`;
	const columns = [
		"_src",
		"_row",
		...keys.flatMap((name) =>
			name === subject.column && stored.has(check) ? [name, check] : [name],
		),
	];
	const leadKey = [
		...new Set([
			...(dataset.natural_key.length > 0
				? dataset.natural_key
				: keys.slice(0, 1)),
			subject.column,
		]),
	];
	const row = keys
		.map((name) => {
			const kind = dataset.columns.find((column) => column.name === name)?.kind;
			return `${name}: ${(kind === undefined ? undefined : samples[kind]) ?? "甲"}`;
		})
		.join(", ");
	const tier = stored.has(check)
		? `CASE ${check} WHEN 'upgraded' THEN 'M2' ELSE 'M1' END`
		: "'M1'";
	return `# yaml-language-server: $schema=${schema}
# 凡写“${UNFILLED}”处都要填。填好后：bidui rules lint ${id}、bidui rules test ${id}、bidui rules mutate ${id}
contract: ${RULE_CONTRACT}
id: ${id}
version: 1
# experimental 的规则只在按编号点名时运行，试过以后改成 test
status: experimental
name: ${UNFILLED}：内部名称
display_name: ${UNFILLED}：对外名称，中性的说法
author: ${UNFILLED}
updated: "${today}"

question: ${UNFILLED}：这条规则问什么？

basis:
  # state: checked 为已核对原文；pending 为待核
  - { law: ${UNFILLED}, article: "${UNFILLED}", state: pending }

severity: medium
evidence: soft

misses: [${UNFILLED}：哪些真实情形查不到]
# F01 至 F25，见 docs/contracts/rule.md
false_positives: [F25]
ask_first: [${UNFILLED}：核实时先问什么]
innocent: ${UNFILLED}：若……则不成立
papers:
  - { what: ${UNFILLED}：要调取的材料, from: ${dataset.held_by[0] ?? UNFILLED} }
method: 调阅

inputs:
  - dataset: ${dataset.name}
    columns: [${columns.join(", ")}]

sql: |
  SELECT
${keys.map((name) => `    ${name},`).join("\n")}
    ${tier} AS tier,
    _src || '#' || CAST(_row AS varchar) AS evidence
  FROM ${dataset.name}
  -- ${UNFILLED}：写明条件；false 使它什么也查不出，测试因此不通过。
  WHERE false

output:
  lead_key: [${leadKey.join(", ")}]
  subjects:
    - { role: ${subject.role}, kind: ${subject.kind}, key: ${subject.column} }
  tier: tier
  evidence:
    - { column: evidence, title: ${dataset.title} }

narrative: 疑似{${subject.role}}${UNFILLED}，需核实${UNFILLED}。

tests:
  - name: ${UNFILLED}：应当查出的情形
    kind: hit
    as_of: "2026-06-30"
    rows:
      ${dataset.name}:
        - { ${row} }
    # 按 output.lead_key 的次序写出应得的线索键
    expect:
      - { lead_key: [${leadKey.map(() => UNFILLED).join(", ")}] }
  - name: ${UNFILLED}：很像但不应查出的情形
    kind: near_miss
    as_of: "2026-06-30"
    rows:
      ${dataset.name}:
        - { ${row} }
    # 填好上面的行以后改成 expect: []
    expect:
      - { lead_key: [${leadKey.map(() => UNFILLED).join(", ")}] }
`;
}
