import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDatasets } from "../src/datasets/index.ts";
import { loadLists } from "../src/lists/index.ts";
import { hitsOfTest, loadRules, type RuleTest } from "../src/rules/index.ts";
import { root, temporaryFolder, writeFiles } from "./support/bidui.ts";

/** A rule that lists every relative of those who are asked about, with class and time. */
const rule = `contract: bidui/rule@1
id: LYCT-91
version: 1
status: experimental
name: 亲属
display_name: 亲属
author: 数据组
updated: "2026-06-30"
question: 有哪些亲属
basis:
  - {law: 试验, article: 无, state: pending, applies: 试验}
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
  - model: kin_path
    columns: [person_id, kin_id, class, relation, valid_from, valid_to, tier, evidence]
sql: |
  SELECT person_id, kin_id, class || ' ' || relation AS told,
    CAST(valid_from AS varchar) || ' ' || CAST(valid_to AS varchar) AS held, tier, evidence
  FROM kin_path
output:
  lead_key: [person_id, kin_id, told, held]
  subjects:
    - {role: 干部, kind: person, key: person_id, name: person_id}
    - {role: 亲属, kind: person, key: kin_id, name: kin_id}
  tier: tier
  evidence:
    - {column: evidence, title: 亲属关系}
narrative: 疑似{干部}，需核实。
tests:
  - name: 没有
    kind: near_miss
    as_of: "2026-06-30"
    rows: {kinship: []}
    expect: []
  - name: 配偶
    kind: hit
    as_of: "2026-06-30"
    rows:
      cadre: [{citizen_id: "380121197005120010"}]
      kinship: [{cadre_citizen_id: "380121197005120010", rel_code: "12", member_citizen_id: "380121197101010020"}]
    expect: [{lead_key: ["380121197005120010"], tier: M1}]
`;

/** Who is who: number by born and sex (an odd seventeenth digit is a man's). */
const born: Record<string, [day: string, sex: 1 | 2]> = {
	本人: ["19700512", 1],
	父: ["19450101", 1],
	母: ["19460101", 2],
	祖父: ["19200101", 1],
	祖母: ["19210101", 2],
	姑: ["19480101", 2],
	姑父: ["19470101", 1],
	表弟: ["19750101", 1],
	弟: ["19730101", 1],
	弟媳: ["19740101", 2],
	侄: ["19990101", 1],
	妻: ["19710101", 2],
	岳父: ["19440101", 1],
	岳母: ["19450202", 2],
	妻弟: ["19760101", 1],
	妻弟媳: ["19770101", 2],
	女: ["19960101", 2],
	女婿: ["19950101", 1],
	亲家公: ["19680101", 1],
	亲家母: ["19690101", 2],
	外孙: ["20200101", 1],
	前妻: ["19720101", 2],
	前岳母: ["19450303", 2],
	妻的祖母: ["19200303", 2],
	弟媳之父: ["19480303", 1],
};
const id = (who: string) => {
	const [day, sex] = born[who] ?? ["19000101", 1];
	return `380121${day}00${sex}0`;
};
const household = (hh_no: string, ...members: [who: string, code: string][]) =>
	members.map(([who, rel_to_head]) => ({
		hh_no,
		citizen_id: id(who),
		name: who,
		rel_to_head,
	}));
const married = (
	husband: string,
	wife: string,
	reg_date: string,
	divorce_date: string | null = null,
) => ({
	husband_citizen_id: id(husband),
	wife_citizen_id: id(wife),
	husband_name: husband,
	wife_name: wife,
	reg_date,
	divorce_date,
});

// GB/T 4761: 02 head, 10 spouse, 20 son, 30 daughter, 52 mother.
const rows: RuleTest["rows"] = {
	cadre: [{ citizen_id: id("本人"), name: "本人" }],
	village_cadre: [
		{ citizen_id: id("岳母"), name: "岳母" },
		{ citizen_id: id("表弟"), name: "表弟" },
	],
	household: [
		...household(
			"1",
			["祖父", "02"],
			["祖母", "10"],
			["父", "20"],
			["姑", "30"],
		),
		...household("2", ["父", "02"], ["母", "10"], ["本人", "20"], ["弟", "20"]),
		...household("3", ["姑父", "02"], ["姑", "10"], ["表弟", "20"]),
		...household("4", ["弟", "02"], ["弟媳", "10"], ["侄", "20"]),
		...household(
			"5",
			["岳父", "02"],
			["岳母", "10"],
			["妻", "30"],
			["妻弟", "20"],
			["妻的祖母", "52"],
		),
		...household("6", ["本人", "02"], ["妻", "10"], ["女", "30"]),
		...household("7", ["亲家公", "02"], ["亲家母", "10"], ["女婿", "20"]),
		...household("8", ["女婿", "02"], ["女", "10"], ["外孙", "20"]),
		...household("9", ["前岳母", "02"], ["前妻", "30"]),
		...household("10", ["弟媳之父", "02"], ["弟媳", "30"]),
	],
	marriage: [
		married("祖父", "祖母", "1940-01-01"),
		married("父", "母", "1968-01-01"),
		married("姑父", "姑", "1970-01-01"),
		married("弟", "弟媳", "1998-01-01"),
		married("本人", "前妻", "1992-01-01", "1994-01-01"),
		married("本人", "妻", "1995-01-01"),
		married("岳父", "岳母", "1969-01-01"),
		married("妻弟", "妻弟媳", "2000-01-01"),
		married("女婿", "女", "2018-01-01"),
		married("亲家公", "亲家母", "1993-01-01"),
	],
};

const shipped = join(root, "rules");
const { lists } = loadLists([join(shipped, "lists")]);
const { datasets } = loadDatasets([join(shipped, "datasets")], lists);

/** Every relative as "who whom class title", and for how long. */
async function told(distance = 3): Promise<Map<string, string>> {
	const folder = temporaryFolder();
	for (const name of ["packs.yaml", "models/kin", "models/relative"])
		cpSync(join(shipped, name), join(folder, name), { recursive: true });
	const path = "models/kin/kin_path.sql";
	writeFiles(folder, {
		"LYCT/LYCT-91.yaml": rule,
		[path]: readFileSync(join(folder, path), "utf8").replace(
			/(max_distance:\n.*\n\s+default:) 3/,
			`$1 ${distance}`,
		),
	});
	const { set, problems } = loadRules([folder], datasets, lists);
	expect(problems).toEqual([]);
	const node = set.rules.get("LYCT-91");
	if (node === undefined) throw new Error("no rule LYCT-91");
	const hits = await hitsOfTest(
		node,
		{
			name: "全部",
			kind: "hit",
			as_of: "2026-06-30",
			parameters: {},
			rows,
			expect: [],
		},
		set,
	);
	const names = new Map(Object.keys(born).map((who) => [id(who), who]));
	return new Map(
		hits.map(({ key: [person, kin, what, held] }) => [
			`${names.get(String(person))} ${names.get(String(kin))} ${what}`,
			String(held),
		]),
	);
}

test("relatives are derived up to three steps, both ways, in the classes of the rulings; a marriage ends what hangs on it", async () => {
	const found = await told();
	const of = (person: string) =>
		[...found.keys()]
			.filter((line) => line.startsWith(`${person} `))
			.map((line) => line.slice(person.length + 1))
			.sort();
	// 口径裁定 亲属: N spouse, parents, children, siblings, grandparents, grandchildren; S children's spouses;
	// I spouse's parents, spouse's siblings and their spouses, parents of children's spouses, siblings' spouses;
	// W aunts and uncles with their spouses, cousins, nephews. Nobody else: not a wife's grandmother, not a
	// sister-in-law's father.
	expect(of("本人")).toEqual(
		[
			"父 N 父亲",
			"母 N 母亲",
			"祖父 N 祖父（外祖父）",
			"祖母 N 祖母（外祖母）",
			"弟 N 兄弟",
			"妻 N 妻子",
			"前妻 N 妻子",
			"女 N 女儿",
			"外孙 N 孙子（外孙）",
			"女婿 S 女婿",
			"岳父 I 岳父",
			"岳母 I 岳母",
			"前岳母 I 岳母",
			"妻弟 I 妻兄弟",
			"妻弟媳 I 配偶的兄弟媳",
			"亲家公 I 亲家公",
			"亲家母 I 亲家母",
			"弟媳 I 兄弟媳",
			"姑 W 姑姨",
			"姑父 W 姑父（姨父）",
			"表弟 W 堂（表）兄弟",
			"侄 W 侄子（外甥）",
		].sort(),
	);
	// The same the other way round: to his mother-in-law he is a daughter's husband, to his cousin a cousin.
	expect(of("岳母")).toContain("本人 S 女婿");
	expect(of("表弟")).toContain("本人 W 堂（表）兄弟");
	expect(of("表弟")).not.toContain("妻 W 堂（表）兄弟");
	// Remarried: each mother-in-law for as long as her daughter was the wife; the parents' house is undated.
	expect(found.get("本人 前岳母 I 岳母")).toBe("1992-01-01 1994-01-01");
	expect(found.get("本人 岳母 I 岳母")).toBe("1995-01-01 2026-07-01");
	expect(found.get("本人 外孙 N 孙子（外孙）")).toMatch(/ 2026-07-01$/);
	// Nobody is a relative of himself, however the circle closes.
	for (const line of found.keys())
		expect(line.split(" ")[0]).not.toBe(line.split(" ")[1]);
	// The distance is a parameter: at two steps his wife's brother is a relative, and that one's wife is not.
	const nearer = [...(await told(2)).keys()];
	expect(nearer).toContain("本人 妻弟 I 妻兄弟");
	expect(nearer).not.toContain("本人 妻弟媳 I 配偶的兄弟媳");
	expect(nearer).not.toContain("本人 表弟 W 堂（表）兄弟");
});
