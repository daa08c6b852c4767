import { expect, test } from "vitest";
import { bidui, biduiJson, makeWorkspace } from "./support/bidui.ts";

/** The check character of GB 11643 behind 17 digits. */
function number(digits: string): string {
	const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
	const sum = [...digits].reduce(
		(total, digit, i) => total + Number(digit) * (weights[i] ?? 0),
		0,
	);
	return digits + "10X98765432"[sum % 11];
}
/** What Excel leaves of a number: fifteen digits. */
const broken = (id: string) => `${id.slice(0, 15)}000`;

const clear = number("38012119751002331");
const twin = [number("38012119680303155"), number("38012119680303156")];
const nobody = number("38012119450218513");
const other = number("38012119500606561");

const CONFIG = `contract: bidui/workspace@1
round: 测试
office: 巡察办
as_of: "2026-06-30"
sources:
  - {id: people, path: 户籍.csv, dataset: household}
  - {id: roll, path: 低保.csv, dataset: dibao_person, accept_damaged: [citizen_id]}
  - {id: staff, path: 财政供养.csv, dataset: public_employee}
`;

test("a roll whose numbers Excel has damaged still gives leads where fifteen digits and the name fit one resident", () => {
	const folder = makeWorkspace(CONFIG, {
		"sources/户籍.csv": `户号,公民身份号码,姓名\n1,${clear},李长青\n2,${twin[0]},孙大勇\n3,${twin[1]},孙大勇\n4,${other},赵有田\n`,
		"sources/低保.csv": `姓名,身份证号码,救助类型,最初享受月\n${[
			["李长青", clear],
			["孙大勇", twin[0] ?? ""],
			["陈桂香", nobody],
			["赵有贵", other],
		]
			.map(([name, id]) => `${name},${broken(id ?? "")},农村低保,2022-01\n`)
			.join("")}`,
		"sources/财政供养.csv": `姓名,身份证号,单位,人员类别,进入日期\n李长青,${clear},某中学,事业,2020-01-01\n孙大勇,${twin[0]},某中学,事业,2020-01-01\n孙大勇,${twin[1]},某小学,事业,2020-01-01\n陈桂香,${nobody},某小学,事业,2020-01-01\n赵有田,${other},某小学,事业,2020-01-01\n`,
	});
	const ran = bidui(["run", "--workspace", folder, "--rules", "GXB-04"]);
	expect(ran.err).toContain("证号");
	const { leads } = biduiJson<{
		leads: { id: string; rule: string; tier: string }[];
	}>(["leads", "list", "--workspace", folder]);
	expect(leads.map(({ rule, tier }) => [rule, tier])).toEqual([
		["GXB-04", "M3"],
	]);
	const shown = bidui([
		"leads",
		"show",
		leads[0]?.id ?? "",
		"--workspace",
		folder,
	]).out;
	expect(shown).toContain("证号末几位损坏、姓名和前 15 位一致");
	// The resident who was found is evidence like the row of the roll.
	expect(shown).toContain("户籍.csv");
	expect(shown).toContain("低保.csv");

	const report = bidui(["sources", "show", "roll", "--workspace", folder]).out;
	expect(report).toContain(
		"4 行、4 人；按前 15 位和姓名，户籍里只有一人的 1 人，几人都符合、不能认定的 1 人，没有的 2 人",
	);
});
