import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
	foldEvents,
	type Lead,
	type LeadHit,
	leadEvents,
	type RuleFinding,
} from "../src/leads/index.ts";
import { bidui, biduiJson, writeFiles } from "./support/bidui.ts";
import { boatConfig, boatWorkspace } from "./support/boats.ts";

interface Run {
	leads: Record<"new" | "continuing" | "gone" | "superseded", number>;
	reports: string[];
}
interface Listed {
	superseded: number;
	leads: {
		id: string;
		rule: string;
		status: string;
		superseded_by?: string[];
	}[];
}

const counts = ({ leads }: Run) => [
	leads.new,
	leads.continuing,
	leads.gone,
	leads.superseded,
];

test("of two rules about one fact the nearer speaks, the other is counted and named, and speaks when the nearer does not run", () => {
	const csv = `船名号,船主身份证号,船主姓名,登记日期,燃油补贴,状态
B1,380121197001010011,甲某,2020-01-02,900,报废
B2,380121197208034221,乙某,2020-01-02,100,报废
`;
	const folder = boatWorkspace({ "sources/渔船 名册.csv": csv });
	const path = join(folder, "rules/XBML/XBML-90.yaml");
	const wide = readFileSync(path, "utf8").replace(
		"  tier: tier\n",
		"  tier: tier\n  fact: [boat_no]\n",
	);
	const near = wide
		.replace("id: XBML-90", "id: XBML-91")
		.replace(
			"display_name: 报废渔船发放燃油补贴",
			"display_name: 报废渔船发放大额燃油补贴",
		)
		.replace("\nseverity:", "\nsupersedes: [XBML-90]\nseverity:")
		.replace('default: "0"', 'default: "500"')
		.replace("kind: near_miss", "kind: near_miss\n    parameters: {floor: 0}");
	writeFiles(folder, {
		"rules/XBML/XBML-90.yaml": wide,
		"rules/XBML/XBML-91.yaml": near,
	});
	const config = (disable: string) =>
		writeFiles(folder, {
			"bidui.yaml": boatConfig.replace("XBML-09]", `XBML-09${disable}]`),
		});
	const run = () => biduiJson<Run>(["run", "-w", folder]);
	const both = run();
	expect(both.code).toBe(0);
	expect(counts(both)).toEqual([2, 0, 0, 1]);
	const listed = biduiJson<Listed>([
		"leads",
		"list",
		"--superseded",
		"-w",
		folder,
	]);
	const speaking = biduiJson<Listed>(["leads", "list", "-w", folder]).leads;
	expect(speaking.map(({ rule }) => rule).sort()).toEqual([
		"XBML-90",
		"XBML-91",
	]);
	const nearer = speaking.find(({ rule }) => rule === "XBML-91")?.id ?? "";
	expect(listed.leads).toMatchObject([
		{ rule: "XBML-90", status: "superseded", superseded_by: [nearer] },
	]);
	const page = both.reports.find((file) => file.endsWith(".html")) ?? "";
	expect(readFileSync(page, "utf8")).toContain(
		`报废渔船发放燃油补贴（${listed.leads[0]?.id}）`,
	);
	const told = bidui(["explain", listed.leads[0]?.id ?? "", "-w", folder]).out;
	expect(told).toContain(`状态：不单独列出`);
	expect(told).toContain(`同一事实由 ${nearer} 列出`);

	config(", XBML-91");
	expect(counts(run())).toEqual([1, 1, 0, 0]);
	config("");
	const diff = biduiJson<{ leads: { effect: string; rule: string }[] }>([
		"rules",
		"diff",
		"-w",
		folder,
	]);
	expect(diff.leads.map(({ effect, rule }) => `${effect} ${rule}`)).toEqual([
		"merge XBML-90",
	]);
	const said = bidui(["run", "-w", folder]);
	expect(said.out).toContain("同一事实并入其他线索 1");
	// Asked for alone, the further rule still leaves the word to the nearer one's lead.
	const alone = biduiJson<Run>(["run", "--rules", "XBML-90", "-w", folder]);
	expect(counts(alone)).toEqual([0, 1, 0, 1]);
});

test("both sides must name their facts alike, and nobody supersedes himself through others", () => {
	const folder = boatWorkspace();
	const path = join(folder, "rules/XBML/XBML-90.yaml");
	const text = readFileSync(path, "utf8");
	writeFiles(folder, {
		"rules/XBML/XBML-90.yaml": text.replace(
			"\nseverity:",
			"\nsupersedes: [XBML-91, XBML-99]\nseverity:",
		),
		"rules/XBML/XBML-91.yaml": text
			.replace("id: XBML-90", "id: XBML-91")
			.replace("\nseverity:", "\nsupersedes: [XBML-90]\nseverity:")
			.replace("  tier: tier\n", "  tier: tier\n  fact: [boat_no]\n"),
	});
	const { code, out } = bidui(["rules", "lint", "XBML-90", "-w", folder]);
	expect(code).toBe(3);
	for (const finding of [
		"rule-fact",
		"rule-supersedes-cycle",
		"rule-supersedes-unknown",
	])
		expect(out).toContain(finding);
});

/** A hit of a rule about some facts. */
function hit(rule: string, fact: string[]): LeadHit {
	return {
		rule,
		key: [fact.join()],
		facts: {
			rule,
			version: 1,
			severity: "high",
			tier: "M1",
			subjects: [{ role: "船", kind: "vehicle", key: "x", name: null }],
			unit: null,
			region: null,
			amount: null,
			from: null,
			to: null,
			measures: [],
			arguments: [],
			path: [],
			downgrades: [],
		},
		fact,
		evidence: [],
		suppressed: undefined,
		rows: [
			{
				title: "船",
				address: "s#1",
				dataset: "boat",
				source: "boats",
				file: "b.csv",
				row: 1,
				cells: [],
			},
		],
	};
}

const ran = (rule: string, hits: Record<string, string[]>): RuleFinding => ({
	rule,
	ran: true,
	hits: new Map(
		Object.entries(hits).map(([id, fact]) => [id, hit(rule, fact)]),
	),
});
/** A stands nearer than B, B nearer than C. */
const nearer = new Map([
	["B", new Set(["A"])],
	["C", new Set(["A", "B"])],
]);

function night(
	leads: Map<string, Lead>,
	n: number,
	findings: RuleFinding[],
	exempted: string[] = [],
): Record<string, string> {
	const events = leadEvents(
		leads,
		findings,
		new Set(["boats"]),
		"2026-06-30",
		({ id }) =>
			exempted.includes(id)
				? { id: "e", reason: "F25", note: "", by: "", until: "2026-12-31" }
				: undefined,
		nearer,
	);
	foldEvents(leads, events, n);
	return Object.fromEntries(
		[...leads.values()].map(({ id, standing, reason, by, raised }) => [
			id,
			[standing, ...(by ?? []), reason, `@${raised}`]
				.filter((part) => part !== undefined)
				.join(" "),
		]),
	);
}

test("only a lead all of whose facts are told is set aside, through others as well, and only by leads that stand", () => {
	const leads = new Map<string, Lead>();
	const a = ran("A", { a1: ["f1"] });
	const b = ran("B", { b1: ["f1"], b2: ["f1", "f2"], b3: ["f3"] });
	const c = ran("C", { c1: ["f1"], c2: ["f2", "f3"], c3: ["f9"], c4: [] });
	expect(night(leads, 1, [c, b, a])).toEqual({
		a1: "open @1",
		b1: "superseded a1 @1",
		b2: "open @1",
		b3: "open @1",
		c1: "superseded a1 b2 @1",
		c2: "superseded b2 b3 @1",
		c3: "open @1",
		c4: "open @1",
	});
	// The same again says nothing new.
	expect(
		leadEvents(
			leads,
			[a, b, c],
			new Set(["boats"]),
			"2026-06-30",
			undefined,
			nearer,
		),
	).toEqual([]);
	// The nearer one is exempted: the others speak, as new.
	expect(night(leads, 2, [a, b, c], ["a1"])).toMatchObject({
		a1: "exempted @1",
		b1: "open @2",
		c1: "superseded b1 b2 @1",
	});
	// It failed: what it told is told by others, its own lead is not rechecked.
	const failed: RuleFinding = {
		rule: "A",
		ran: false,
		reason: "sandbox-timeout",
	};
	expect(night(leads, 3, [failed, b, c])).toMatchObject({
		a1: "not_rechecked sandbox-timeout @1",
		b1: "open @2",
	});
	expect(night(leads, 4, [a, b, c])).toMatchObject({ b1: "superseded a1 @2" });
	// The further rule did not run: its lead stays set aside while the nearer one speaks, and no longer.
	const silent: RuleFinding = { rule: "B", ran: false, reason: "skip-dataset" };
	expect(night(leads, 5, [a, silent])).toMatchObject({
		b1: "superseded a1 @2",
		b2: "not_rechecked skip-dataset @1",
	});
	expect(night(leads, 6, [ran("A", {}), silent])).toMatchObject({
		a1: "gone @1",
		b1: "not_rechecked skip-dataset @2",
	});
	// Gone while it was set aside: nobody had seen it, nobody is told.
	night(leads, 7, [a, b, c]);
	expect(night(leads, 8, [a, ran("B", {}), c])).toMatchObject({
		b1: "gone was-superseded @2",
		b2: "gone @1",
	});
});
