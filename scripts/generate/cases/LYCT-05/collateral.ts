import { declareMember } from "../../world/cadres.ts";
import { found } from "../../world/companies.ts";
import { childAtHome } from "../../world/families.ts";
import { casesOf } from "../case.ts";
import { official, parentsOf, siblingIn, stranger } from "../kit/official.ts";
import { lead, ownCompany, trades } from "../kit/trade.ts";

/** Uncles, cousins and nephews (class W), all to be seen in the population register. */
export const collateral = casesOf("LYCT-05", [
	{
		kind: "true",
		slug: "cousin-through-grandparents",
		why: "堂弟任法定代表人：干部—父亲—叔父—堂弟，父亲与叔父同列祖父户内，三步旁系。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1974 });
			const own = parentsOf(world, rng, he.person);
			const grandparents = parentsOf(world, rng, own.father);
			const uncle = siblingIn(
				world,
				rng,
				grandparents.household,
				"男",
				Number(own.father.id.slice(6, 10)) + 4,
			);
			const cousin = childAtHome(
				world,
				rng,
				uncle.own,
				"男",
				Number(uncle.person.id.slice(6, 10)) + 26,
			);
			const firm = ownCompany(world, rng, cousin.person, he.from + 90);
			return lead(
				world,
				he,
				cousin.person,
				firm,
				trades(world, rng, he, firm, [450, 700]),
				[
					own.childRow,
					own.fatherRow,
					grandparents.childRow,
					uncle.row,
					uncle.ownRow,
					cousin.row,
				],
			);
		},
	},
	{
		kind: "true",
		slug: "nephew-supervisor",
		why: "侄子任监事的公司在任职期内与本单位签约（旁系，任董监高即算）。",
		plant(world, rng) {
			const he = official(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) - 3,
			);
			const nephew = childAtHome(
				world,
				rng,
				brother.own,
				"男",
				Number(brother.person.id.slice(6, 10)) + 25,
			);
			const owner = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: owner,
				established: he.from - 200,
				officers: [[nephew.person, "监事"]],
			});
			return lead(
				world,
				he,
				nephew.person,
				firm,
				trades(world, rng, he, firm, [270]),
				[own.childRow, brother.row, brother.ownRow, nephew.row],
			);
		},
	},
	{
		kind: "true",
		slug: "aunts-husband",
		why: "姑父持股70%的公司在任职期内与本单位签约：父亲—姑母—其配偶。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1974 });
			const own = parentsOf(world, rng, he.person);
			const grandparents = parentsOf(world, rng, own.father);
			const aunt = siblingIn(
				world,
				rng,
				grandparents.household,
				"女",
				Number(own.father.id.slice(6, 10)) + 3,
				true,
			);
			const husband = aunt.spouse;
			if (!husband) throw new Error("the aunt is married");
			const partner = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: partner,
				established: he.from - 800,
				shares: [
					[husband, 70],
					[partner, 30],
				],
			});
			return lead(
				world,
				he,
				husband,
				firm,
				trades(world, rng, he, firm, [190]),
				[
					own.childRow,
					own.fatherRow,
					grandparents.childRow,
					aunt.row,
					...(aunt.marriage ? [aunt.marriage] : []),
				],
			);
		},
	},
	{
		kind: "true",
		slug: "uncle-in-family-table-with-id",
		why: "舅舅在家庭成员表里且填了证号，户籍里看不到这层关系；其公司在任职期内与本单位签约。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1973 });
			const uncle = stranger(world, rng, 1952, { gender: "男" });
			const line = declareMember(
				world,
				he.person,
				"舅舅",
				uncle,
				true,
				"岚川某商贸公司",
			);
			const firm = ownCompany(world, rng, uncle, he.from - 60);
			return lead(world, he, uncle, firm, trades(world, rng, he, firm, [365]), [
				line,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "fathers-cousin",
		why: "父亲的堂弟：链长四步且不在W类之列（F21）。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1976 });
			const own = parentsOf(world, rng, he.person);
			const grandparents = parentsOf(world, rng, own.father);
			const greatGrandparents = parentsOf(world, rng, grandparents.father);
			const greatUncle = siblingIn(
				world,
				rng,
				greatGrandparents.household,
				"男",
				Number(grandparents.father.id.slice(6, 10)) + 7,
			);
			const cousin = childAtHome(
				world,
				rng,
				greatUncle.own,
				"男",
				Number(greatUncle.person.id.slice(6, 10)) + 30,
			);
			const firm = ownCompany(world, rng, cousin.person, he.from - 200);
			return lead(
				world,
				he,
				cousin.person,
				firm,
				trades(world, rng, he, firm, [280]),
				[
					own.childRow,
					grandparents.childRow,
					greatGrandparents.childRow,
					greatUncle.row,
					cousin.row,
				],
			);
		},
	},
]);
