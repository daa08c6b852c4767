import { plusYears } from "../../base/day.ts";
import { declareMember } from "../../world/cadres.ts";
import { found } from "../../world/companies.ts";
import { childAtHome, grownChild, marry } from "../../world/families.ts";
import { homeIn, resident } from "../../world/people.ts";
import type { Company, Person } from "../../world/records.ts";
import { casesOf } from "../case.ts";
import { official, parentsOf, siblingIn, stranger } from "../kit/official.ts";
import { lead, ownCompany, trades } from "../kit/trade.ts";

/** Whose company it is: near relatives (N) and the spouses of children (S). */
export const relatives = casesOf("LYCT-04", [
	{
		kind: "true",
		slug: "wife-legal-representative",
		why: "妻子任法定代表人的公司在干部任职期内与本单位签两份合同；婚姻登记可证（N类）。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = ownCompany(world, rng, he.spouse, he.from - 1500);
			return lead(
				world,
				he,
				he.spouse,
				firm,
				trades(world, rng, he, firm, [200, 650]),
				he.marriageRows,
			);
		},
	},
	{
		kind: "true",
		slug: "sons-wife-30-percent",
		why: "儿媳持股30%的公司在任职期内与本单位签约：子女的配偶（S类），受益份额超过10%。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1964 });
			const born = Number(he.home.wife.id.slice(6, 10)) + 24;
			const son = grownChild(
				world,
				rng,
				he.home.household,
				"男",
				born,
				homeIn(rng),
			);
			const wife = resident(world, rng, {
				gender: "女",
				born: born + 1,
				home: son.person.home,
			});
			const marriage = marry(
				world,
				son.person,
				wife,
				plusYears(son.person.birth, 24),
			);
			const boss = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: boss,
				established: he.from - 500,
				shares: [
					[boss, 70],
					[wife, 30],
				],
			});
			const signed = plusYears(son.person.birth, 24) + 100 - he.from;
			return lead(
				world,
				he,
				wife,
				firm,
				trades(world, rng, he, firm, [Math.max(260, signed)]),
				[he.home.husbandRow, son.row, marriage],
			);
		},
	},
	{
		kind: "true",
		slug: "brother-supervisor",
		why: "弟弟只任监事、不持股，公司在任职期内与本单位签约：任董监高即算（N类，兄弟同列父母户内）。",
		plant(world, rng) {
			const he = official(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) + 4,
			);
			const firm = found(world, rng, {
				legalRep: stranger(world, rng),
				established: he.from - 900,
				officers: [[brother.person, "监事"]],
			});
			return lead(
				world,
				he,
				brother.person,
				firm,
				trades(world, rng, he, firm, [410]),
				[own.childRow, brother.row],
			);
		},
	},
	{
		kind: "true",
		slug: "fathers-control-chain",
		why: "父亲持股60%的公司再持股55%的子公司与本单位签约：每层≥50%的控制链，不乘积。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1974 });
			const own = parentsOf(world, rng, he.person);
			const partner = stranger(world, rng);
			const parent = found(world, rng, {
				legalRep: partner,
				established: he.from - 1400,
				shares: [
					[own.father, 60],
					[partner, 40],
				],
			});
			const manager = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: manager,
				established: he.from - 900,
				shares: [
					[parent, 55],
					[manager, 45],
				],
			});
			const planted = lead(
				world,
				he,
				own.father,
				firm,
				trades(world, rng, he, firm, [330, 500]),
				[own.childRow, own.fatherRow],
			);
			planted.rows.push(
				...world.shareholdings.filter(
					(share) => share.holder === own.father || share.holder === parent,
				),
			);
			return planted;
		},
	},
	{
		kind: "true",
		slug: "sisters-chain-of-four",
		why: "姐姐持股51%的公司层层持股，第四层的公司与本单位签约：每层≥50%、深度不超过5层。",
		plant(world, rng) {
			const he = official(world, rng);
			const own = parentsOf(world, rng, he.person);
			const sister = siblingIn(
				world,
				rng,
				own.household,
				"女",
				Number(he.person.id.slice(6, 10)) - 3,
			);
			let holder: Person | Company = sister.person;
			const chain: Company[] = [];
			for (const percent of [51, 60, 55, 50]) {
				const other = stranger(world, rng);
				holder = found(world, rng, {
					legalRep: other,
					established: he.from - 1200 + chain.length * 100,
					shares: [
						[holder, percent],
						[other, 100 - percent],
					],
				});
				chain.push(holder);
			}
			const planted = lead(
				world,
				he,
				sister.person,
				holder as Company,
				trades(world, rng, he, holder as Company, [260]),
				[own.childRow, sister.row],
			);
			planted.rows.push(
				...world.shareholdings.filter(
					(share) =>
						chain.includes(share.company) &&
						(share.holder === sister.person ||
							chain.includes(share.holder as Company)),
				),
			);
			return planted;
		},
	},
	{
		kind: "true",
		slug: "her-husbands-company",
		why: "女干部的丈夫控制的公司在任职期内与本单位签约，企业后来注销：历史往来照报。",
		plant(world, rng) {
			const she = official(world, rng, { gender: "女", born: 1971 });
			const firm = found(world, rng, {
				legalRep: she.spouse,
				established: she.from - 700,
				status: "注销",
				statusDate: she.from + 900,
			});
			return lead(
				world,
				she,
				she.spouse,
				firm,
				trades(world, rng, she, firm, [150, 600]),
				she.marriageRows,
			);
		},
	},
	{
		kind: "near_miss",
		slug: "divorced-before-signing",
		why: "签约一年前已离婚：前妻不再是近亲属（F21）。",
		plant(world, rng) {
			const he = official(world, rng);
			he.home.marriage.divorced = he.from + 20;
			forgetSpouse(world, he.person);
			const firm = ownCompany(world, rng, he.spouse, he.from - 800);
			return lead(
				world,
				he,
				he.spouse,
				firm,
				trades(world, rng, he, firm, [400, 700]),
				he.marriageRows,
			);
		},
	},
	{
		kind: "near_miss",
		slug: "namesake-of-the-wife",
		why: "公司属于与妻子同名同姓的另一人，证号、出生年月都不同（F01）。",
		plant(world, rng) {
			const he = official(world, rng);
			const other = stranger(
				world,
				rng,
				Number(he.spouse.id.slice(6, 10)) + 6,
				{ name: he.spouse.name, gender: "女", namesake: true },
			);
			const firm = ownCompany(world, rng, other, he.from - 300);
			return lead(
				world,
				he,
				other,
				firm,
				trades(world, rng, he, firm, [280]),
				he.marriageRows,
			);
		},
	},
	{
		kind: "near_miss",
		slug: "wifes-aunt",
		why: "妻子的姑母：配偶的旁系亲属不在四类之内，不算亲属。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1974 });
			const inLaws = parentsOf(world, rng, he.spouse);
			const grandparents = parentsOf(world, rng, inLaws.father);
			const aunt = siblingIn(
				world,
				rng,
				grandparents.household,
				"女",
				Number(inLaws.father.id.slice(6, 10)) + 4,
			);
			const firm = ownCompany(world, rng, aunt.person, he.from - 600);
			return lead(
				world,
				he,
				aunt.person,
				firm,
				trades(world, rng, he, firm, [310]),
				[...he.marriageRows, inLaws.childRow, grandparents.childRow, aunt.row],
			);
		},
	},
	{
		kind: "true",
		slug: "daughter-in-family-table-and-register",
		why: "女儿仍与父母同户，持股12%：受益份额达到10%，户籍和家庭成员表都可证。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1967 });
			const daughter = childAtHome(
				world,
				rng,
				he.home.household,
				"女",
				Number(he.home.wife.id.slice(6, 10)) + 23,
			);
			declareMember(
				world,
				he.person,
				"女儿",
				daughter.person,
				false,
				"公司职员",
			);
			const boss = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: boss,
				established: he.from - 250,
				shares: [
					[boss, 88],
					[daughter.person, 12],
				],
			});
			return lead(
				world,
				he,
				daughter.person,
				firm,
				trades(world, rng, he, firm, [520]),
				[he.home.husbandRow, daughter.row],
			);
		},
	},
]);

/** The form was filled in again after the divorce. */
function forgetSpouse(
	world: Parameters<typeof official>[0],
	cadre: Parameters<typeof declareMember>[1],
): void {
	const at = world.familyTables.findIndex((line) => line.cadre === cadre);
	if (at >= 0) world.familyTables.splice(at, 1);
}
