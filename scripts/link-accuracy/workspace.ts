import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sourceEntries } from "./population.ts";

const settings = `contract: bidui/workspace@1
round: 亲属解析测量
office: 测量
as_of: "2026-06-30"
sources:
${sourceEntries
	.map(
		({ id, path, dataset }) =>
			`  - { id: ${id}, path: "${path}", dataset: ${dataset}, cut_off: "2026-06-30" }`,
	)
	.join("\n")}
`;

/** A rule that asks for the resolved relatives and says one thing of them, so that a run makes the model. */
const rule = `contract: bidui/rule@1
id: LYCT-90
version: 1
status: experimental
name: 亲属解析测量
display_name: 亲属解析测量
author: 数据组
updated: "2026-06-30"
question: 测量用
basis:
  - {law: 测量用, article: 无, state: pending, applies: 测量}
severity: low
evidence: soft
misses: [无]
false_positives: [F01]
ask_first: [无, 无, 无]
innocent: 无
papers:
  - {what: 无, from: 无}
method: 无
inputs:
  - model: relative_resolved
    columns: [claim, person_id]
sql: |
  SELECT min(person_id) AS person_id, '测量' AS name, 'M3R' AS tier, min(claim) AS evidence
  FROM relative_resolved
  HAVING count(*) > 0
output:
  lead_key: [person_id]
  subjects:
    - {role: 干部, kind: person, key: person_id, name: name}
  tier: tier
  evidence:
    - {column: evidence, title: 家庭成员表}
narrative: 疑似{干部}，需核实。
tests:
  - name: 有家庭成员
    kind: hit
    as_of: "2026-06-30"
    rows:
      kinship:
        - {cadre_citizen_id: "380101197001010011", rel_code: "12", member_name: 甲乙, member_citizen_id_check: null}
    expect:
      - {lead_key: ["380101197001010011"], tier: M3R}
  - name: 没有家庭成员
    kind: near_miss
    as_of: "2026-06-30"
    rows:
      kinship: []
    expect: []
`;

export const ruleId = "LYCT-90";

/** Everything of the workspace but its sources. */
export function writeWorkspace(dir: string): void {
	mkdirSync(join(dir, "rules", "LYCT"), { recursive: true });
	mkdirSync(join(dir, "private"), { recursive: true, mode: 0o700 });
	writeFileSync(join(dir, "bidui.yaml"), settings);
	writeFileSync(join(dir, "rules", "LYCT", `${ruleId}.yaml`), rule);
	writeFileSync(join(dir, "private", "site.key"), `${"0f".repeat(32)}\n`, {
		mode: 0o600,
	});
}
