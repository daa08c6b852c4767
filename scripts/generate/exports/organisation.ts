import { parts, two } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { layOut } from "../files/sheet.ts";
import { Spelling } from "../files/spelling.ts";
import { addressOf } from "../world/families.ts";
import type { Person, ResumePost } from "../world/records.ts";
import { approvals, duties } from "./assignments.ts";
import type { Department, Desk, SourceNote } from "./desk.ts";

/** 组织部: cadres, their careers, and the family tables of their appointment forms. */
export const organisation: Department = async (desk) => [
	await cadres(desk),
	careers(desk),
	await families(desk),
	approvals(desk),
	...(await duties(desk)),
];

async function cadres({ world, rng, outbox }: Desk): Promise<SourceNote> {
	const say = new Spelling(rng.fork("cadres"));
	const posts = new Map<Person, ResumePost[]>();
	for (const post of world.resumes) {
		const known = posts.get(post.person);
		if (known) known.push(post);
		else posts.set(post.person, [post]);
	}
	const career = (person: Person) =>
		careerCell(rng.fork(`career ${person.id}`), posts.get(person) ?? []);
	const path = "组织部/干部基本情况一览表.xlsx";
	await outbox.workbook(path, [
		layOut(rng.fork("cadres layout"), {
			name: "干部基本情况",
			titles: [
				"临澄县科级干部基本情况一览表",
				"单位：中共临澄县委组织部　　　　截止日期：2026年6月30日",
			],
			records: rng.fork("cadres order").shuffle(world.cadres),
			blanks: 1,
			notes: [
				"注：1.“任现职时间”指任现职务的批准时间。2.本表由干部一股汇总，未经核对不得外传。",
			],
			columns: [
				{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
				{ heading: "性别", cell: ({ person }) => person.gender },
				{
					heading: "出生年月",
					cell: ({ person }) => say.birthMonth(person.birth),
				},
				{ heading: "民族", cell: ({ person }) => person.nation },
				{ heading: "公民身份号码", cell: ({ person }) => say.id(person.id) },
				{
					heading: "入党时间",
					cell: ({ partyJoin }) => say.birthMonth(partyJoin),
				},
				{ heading: "工作单位", cell: ({ unit }) => say.org(unit.name) },
				{ heading: "现任职务", cell: ({ post }) => post },
				{ heading: "任现职时间", cell: ({ since }) => say.date(since, "dot") },
				{ heading: "职务层次", cell: ({ rank }) => rank },
				{ heading: "分管工作", cell: ({ duty }) => duty },
				{ heading: "手机号码", cell: ({ person }) => person.phone },
				{ heading: "家庭住址", cell: ({ person }) => addressOf(person.home) },
				{ heading: "简历", cell: ({ person }) => career(person) },
			],
		}),
	]);
	return { id: "cadre", path, dataset: "cadre", from: "中共临澄县委组织部" };
}

const dashes = ["—", "–", "--", "-", "～", "－"];

/** A career as appointment forms have it, all in one cell: 1998.07—2001.03　××局办事员, a line a post. */
function careerCell(rng: Rng, posts: readonly ResumePost[]): string | null {
	const month = (day: number) => {
		const { year, month: number } = parts(day);
		return `${year}.${two(number)}`;
	};
	const lines = [...posts]
		.sort((a, b) => a.from - b.from)
		.map(({ from, to, unit, post }) => {
			const until = to === undefined ? rng.pick(["至今", "", "今"]) : month(to);
			return `${month(from)}${rng.pick(dashes)}${until}　${unit.name}${post}`;
		});
	return lines.length === 0 ? null : lines.join("\n");
}

function careers({ world, rng, outbox }: Desk): SourceNote {
	const own = rng.fork("careers");
	const say = new Spelling(own, "mixed");
	const path = "组织部/干部任职经历.csv";
	const day = (value: number): string | number | null => {
		const { year, date } = parts(value);
		// Old forms know the month only.
		return date === 1 && year < 2012 ? say.birthMonth(value) : say.date(value);
	};
	outbox.text(
		path,
		layOut(own, {
			records: world.resumes,
			columns: [
				{ heading: "身份证号", cell: ({ person }) => say.id(person.id) },
				{ heading: "姓名", cell: ({ person }) => say.name(person.name) },
				{ heading: "起始时间", cell: ({ from }) => day(from) },
				{
					heading: "截止时间",
					cell: ({ to }) =>
						to === undefined ? (own.permille(300) ? "至今" : null) : day(to),
				},
				{ heading: "任职单位", cell: ({ unit }) => say.org(unit.name) },
				{ heading: "单位代码", cell: ({ unit }) => unit.code ?? null },
				{ heading: "职务", cell: ({ post }) => post },
			],
		}),
		{ delimiter: ",", encoding: "utf-8 with BOM" },
	);
	return {
		id: "cadre_resume",
		path,
		dataset: "cadre_resume",
		from: "中共临澄县委组织部",
		comment: "起止为半开区间：任职当日算在任，离任当日不算",
	};
}

async function families({ world, rng, outbox }: Desk): Promise<SourceNote> {
	const own = rng.fork("families");
	const say = new Spelling(own);
	const path = "组织部/家庭主要成员及重要社会关系.xlsx";
	const byCadre = new Map(
		world.familyTables.map((line) => [
			line.cadre,
			[] as typeof world.familyTables,
		]),
	);
	for (const line of world.familyTables) byCadre.get(line.cadre)?.push(line);
	await outbox.workbook(path, [
		layOut(own, {
			name: "家庭成员",
			titles: ["干部任免审批表——家庭主要成员及重要社会关系（摘录）"],
			records: own.shuffle([...byCadre.values()]).flat(),
			groupBy: (line) => line.cadre,
			columns: [
				{
					heading: "干部姓名",
					cell: (line) => say.name(line.cadre.name),
					merged: true,
				},
				{
					heading: "干部身份证号",
					cell: (line) => say.id(line.cadre.id),
					merged: true,
				},
				{ heading: "称谓", cell: (line) => line.relation },
				{ heading: "姓名", cell: (line) => say.name(line.member.name) },
				{
					heading: "出生年月",
					cell: (line) => say.birthMonth(line.member.birth),
				},
				{
					heading: "政治面貌",
					cell: () =>
						own.weighted([
							["群众", 75],
							["中共党员", 25],
						] as const),
				},
				{ heading: "工作单位及职务", cell: (line) => line.work },
				{
					heading: "身份证号",
					cell: (line) => (line.idGiven ? say.id(line.member.id) : null),
				},
			],
		}),
	]);
	return {
		id: "kinship",
		path,
		dataset: "kinship",
		from: "中共临澄县委组织部",
		comment: "亲属证号大多缺失，出生只到月，要靠户籍、婚姻补全",
	};
}
