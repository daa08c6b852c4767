import { county } from "../../places/county.ts";
import { found, hold, serve } from "../../world/companies.ts";
import { villageCadre } from "../../world/welfare.ts";
import { casesOf } from "../case.ts";
import { official, parentsOf, siblingIn, stranger } from "../kit/official.ts";
import { lead, trades } from "../kit/trade.ts";

/** How a relative must stand to a company: control, office or a tenth of the benefit. */
export const stakes = casesOf("LYCT-05", [
	{
		kind: "true",
		slug: "control-chain-two-levels",
		why: "岳父持股60%的公司再持股55%的子公司与本单位签约：每层≥50%的控制链，不乘积。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const partner = stranger(world, rng);
			const parent = found(world, rng, {
				legalRep: partner,
				established: he.from - 1000,
				shares: [
					[inLaws.father, 60],
					[partner, 40],
				],
			});
			const manager = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: manager,
				established: he.from - 400,
				shares: [
					[parent, 55],
					[manager, 45],
				],
			});
			const planted = lead(
				world,
				he,
				inLaws.father,
				firm,
				trades(world, rng, he, firm, [350, 720]),
				[...he.marriageRows, inLaws.childRow, inLaws.fatherRow],
			);
			planted.rows.push(
				...world.shareholdings.filter(
					(share) => share.holder === inLaws.father || share.holder === parent,
				),
			);
			return planted;
		},
	},
	{
		kind: "true",
		slug: "benefit-added-over-two-ways",
		why: "妻姐直接持股6%，又经其持股50%的公司持有12%（6%）：受益份额多路相加12%，达到10%。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const sister = siblingIn(
				world,
				rng,
				inLaws.household,
				"女",
				Number(he.spouse.id.slice(6, 10)) - 3,
			);
			const partner = stranger(world, rng);
			const between = found(world, rng, {
				legalRep: partner,
				established: he.from - 900,
				shares: [
					[sister.person, 50],
					[partner, 50],
				],
			});
			const boss = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: boss,
				established: he.from - 600,
				shares: [
					[boss, 82],
					[sister.person, 6],
					[between, 12],
				],
			});
			const planted = lead(
				world,
				he,
				sister.person,
				firm,
				trades(world, rng, he, firm, [480]),
				[...he.marriageRows, inLaws.childRow, sister.row],
			);
			planted.rows.push(
				...world.shareholdings.filter(
					(share) =>
						share.holder === between ||
						(share.company === between && share.holder === sister.person),
				),
			);
			return planted;
		},
	},
	{
		kind: "near_miss",
		slug: "five-percent-only",
		why: "岳母只持股5%，不任职：小额持股不构成控制，受益份额不到10%（F07）。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const boss = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: boss,
				established: he.from - 300,
				shares: [
					[boss, 95],
					[inLaws.mother, 5],
				],
			});
			return lead(
				world,
				he,
				inLaws.mother,
				firm,
				trades(world, rng, he, firm, [340]),
				[...he.marriageRows, inLaws.childRow, inLaws.motherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "sold-shares-before-signing",
		why: "岳父在合同签订一年前已转让全部股份并且不任职：签约时已无关系（F06）。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const buyer = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: buyer,
				established: he.from - 900,
				shares: [[buyer, 40]],
			});
			hold(world, firm, inLaws.father, 60, he.from - 900, he.from + 100);
			hold(world, firm, stranger(world, rng), 60, he.from + 100);
			return lead(
				world,
				he,
				inLaws.father,
				firm,
				trades(world, rng, he, firm, [470]),
				[...he.marriageRows, inLaws.childRow, inLaws.fatherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "resigned-office-before-signing",
		why: "妻弟任监事，合同签订前已离任：按角色区间不重叠（F06）。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const brother = siblingIn(
				world,
				rng,
				inLaws.household,
				"男",
				Number(he.spouse.id.slice(6, 10)) + 3,
			);
			const firm = found(world, rng, {
				legalRep: stranger(world, rng),
				established: he.from - 700,
			});
			serve(world, firm, brother.person, "监事", he.from - 700, he.from + 30);
			return lead(
				world,
				he,
				brother.person,
				firm,
				trades(world, rng, he, firm, [31, 400]),
				[...he.marriageRows, inLaws.childRow, brother.row],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "village-collective-ex-officio",
		why: "妻弟是村党支部书记，按职务兼任村股份经济合作社法定代表人：村集体经济组织由F09扣下并计数。",
		suppressed: "F09",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const brother = siblingIn(
				world,
				rng,
				inLaws.household,
				"男",
				Number(he.spouse.id.slice(6, 10)) + 2,
			);
			const { village } = brother.person.home;
			villageCadre(world, brother.person, village, "党支部书记", he.from - 200);
			const firm = found(world, rng, {
				legalRep: brother.person,
				established: he.from - 100,
				kind: "N2",
				type: "农村集体经济组织（股份经济合作社）",
				name: world.unique(
					"company name",
					() =>
						`${county.name}${village.town.name}${village.name}第${rng.int(1, 99)}股份经济合作社`,
				),
				shares: [],
			});
			return lead(
				world,
				he,
				brother.person,
				firm,
				trades(world, rng, he, firm, [600]),
				[...he.marriageRows, inLaws.childRow, brother.row],
			);
		},
	},
]);
