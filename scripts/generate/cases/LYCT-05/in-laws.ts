import { plusYears } from "../../base/day.ts";
import { declareMember } from "../../world/cadres.ts";
import { found } from "../../world/companies.ts";
import { childAtHome, enter, marry } from "../../world/families.ts";
import { resident } from "../../world/people.ts";
import { casesOf } from "../case.ts";
import { official, parentsOf, siblingIn, stranger } from "../kit/official.ts";
import { lead, ownCompany, stakeRows, trades } from "../kit/trade.ts";

export const inLaws = casesOf("LYCT-05", [
	{
		kind: "true",
		slug: "mother-in-law-60-percent",
		why: "局长任职40天后，岳母出资60%设立公司，家庭成员表没有岳母证号，公司与该局签两份合同；关系由婚姻登记和户籍证实。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			declareMember(world, he.person, "岳母", inLaws.mother, false, "退休");
			const partner = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: partner,
				established: he.from + 40,
				shares: [
					[inLaws.mother, 60],
					[partner, 40],
				],
			});
			return lead(
				world,
				he,
				inLaws.mother,
				firm,
				trades(world, rng, he, firm, [210, 655]),
				[...he.marriageRows, inLaws.childRow, inLaws.motherRow],
			);
		},
	},
	{
		kind: "true",
		slug: "mother-of-husband",
		why: "女干部的婆婆任公司法定代表人，公司在其任职期内与本单位签约。",
		plant(world, rng) {
			const she = official(world, rng, { gender: "女" });
			const inLaws = parentsOf(world, rng, she.spouse);
			declareMember(world, she.person, "婆婆", inLaws.mother);
			const firm = ownCompany(world, rng, inLaws.mother, she.from - 900);
			return lead(
				world,
				she,
				inLaws.mother,
				firm,
				trades(world, rng, she, firm, [380]),
				[...she.marriageRows, inLaws.childRow, inLaws.motherRow],
			);
		},
	},
	{
		kind: "true",
		slug: "wifes-brother-legal-rep",
		why: "妻弟任法定代表人的公司在任职期内承揽本单位业务；妻弟与妻子同列岳父户内。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const brother = siblingIn(
				world,
				rng,
				inLaws.household,
				"男",
				Number(he.spouse.id.slice(6, 10)) + 4,
			);
			const firm = ownCompany(world, rng, brother.person, he.from - 400);
			return lead(
				world,
				he,
				brother.person,
				firm,
				trades(world, rng, he, firm, [150, 420]),
				[...he.marriageRows, inLaws.childRow, brother.row],
			);
		},
	},
	{
		kind: "true",
		slug: "wifes-sisters-husband",
		why: "妻妹的丈夫（连襟）任法定代表人的公司在任职期内与本单位签约，三步关系。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const sister = siblingIn(
				world,
				rng,
				inLaws.household,
				"女",
				Number(he.spouse.id.slice(6, 10)) + 3,
				true,
			);
			const husband = sister.spouse;
			if (!husband) throw new Error("the sister is married");
			const firm = ownCompany(world, rng, husband, he.from + 120);
			return lead(
				world,
				he,
				husband,
				firm,
				trades(world, rng, he, firm, [500]),
				[
					...he.marriageRows,
					inLaws.childRow,
					sister.row,
					...(sister.marriage ? [sister.marriage] : []),
				],
			);
		},
	},
	{
		kind: "true",
		slug: "sisters-husband-manager-closed-company",
		why: "姐夫任经理的公司在任职期内与本单位签约，公司后来注销：历史重叠照报，降一级。",
		plant(world, rng) {
			const he = official(world, rng);
			const own = parentsOf(world, rng, he.person);
			const sister = siblingIn(
				world,
				rng,
				own.household,
				"女",
				Number(he.person.id.slice(6, 10)) + 2,
				true,
			);
			const husband = sister.spouse;
			if (!husband) throw new Error("the sister is married");
			const owner = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: owner,
				established: he.from - 300,
				status: "注销",
				statusDate: he.from + 1400,
				officers: [[husband, "经理"]],
			});
			return lead(
				world,
				he,
				husband,
				firm,
				trades(world, rng, he, firm, [310]),
				[
					own.childRow,
					sister.row,
					...(sister.marriage ? [sister.marriage] : []),
					firm,
				],
			);
		},
	},
	{
		kind: "true",
		slug: "father-of-daughter-in-law",
		why: "儿媳的父亲（亲家）持股80%的公司在任职期内与本单位签约。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1965 });
			const son = childAtHome(world, rng, he.home.household, "男", 1991);
			const wife = resident(world, rng, {
				gender: "女",
				born: 1993,
				home: he.home.household.home,
			});
			const wifeRow = enter(world, he.home.household, wife, "儿媳");
			const marriage = marry(
				world,
				son.person,
				wife,
				plusYears(wife.birth, 23),
			);
			const parents = parentsOf(world, rng, wife);
			declareMember(
				world,
				he.person,
				"儿子",
				son.person,
				false,
				"澄安市某企业职员",
			);
			const partner = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: partner,
				established: he.from + 200,
				shares: [
					[parents.father, 80],
					[partner, 20],
				],
			});
			return lead(
				world,
				he,
				parents.father,
				firm,
				trades(world, rng, he, firm, [800]),
				[son.row, wifeRow, marriage, parents.childRow, parents.fatherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "own-brother",
		why: "亲弟弟的公司与本单位签约：近亲属（N）由LYCT-04管，不归本规则。",
		plant(world, rng) {
			const he = official(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) + 3,
			);
			const firm = ownCompany(world, rng, brother.person, he.from - 100);
			return lead(
				world,
				he,
				brother.person,
				firm,
				trades(world, rng, he, firm, [260]),
				[own.childRow, brother.row],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "wife-holds-shares-too",
		why: "岳母与妻子共同持股的公司：同一合同只由最近的一类（配偶，LYCT-04）报一次，本规则不再报。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const firm = found(world, rng, {
				legalRep: inLaws.mother,
				established: he.from + 60,
				shares: [
					[inLaws.mother, 50],
					[he.spouse, 50],
				],
			});
			return lead(
				world,
				he,
				inLaws.mother,
				firm,
				trades(world, rng, he, firm, [400]),
				[
					...he.marriageRows,
					inLaws.childRow,
					inLaws.motherRow,
					...stakeRows(world, firm, he.spouse),
				],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "wifes-uncle",
		why: "妻子的叔父的公司：配偶的旁系亲属既不在近姻亲（I）也不在旁系（W）之列。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const grandparents = parentsOf(world, rng, inLaws.father);
			const uncle = siblingIn(
				world,
				rng,
				grandparents.household,
				"男",
				Number(inLaws.father.id.slice(6, 10)) + 6,
			);
			const firm = ownCompany(world, rng, uncle.person, he.from - 500);
			return lead(
				world,
				he,
				uncle.person,
				firm,
				trades(world, rng, he, firm, [330]),
				[...he.marriageRows, inLaws.childRow, grandparents.childRow, uncle.row],
			);
		},
	},
]);
