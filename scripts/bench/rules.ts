import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";

/**
 * The comparisons of the yardstick as rules, in the same order and under the same names. Each SELECT
 * gives `k`, what the lead is about, `kind`, and one address; the rest of a rule file is the same for all.
 */
interface Comparison {
	name: string;
	about: "person" | "company" | "lot";
	inputs: Readonly<Record<string, readonly string[]>>;
	/** `k` and `evidence`. */
	sql: string;
}

const at = "min(_src || '#' || CAST(_row AS varchar))";
const ok = "('ok', 'upgraded')";

const couples = {
	household: ["_src", "_row", "hh_no", "citizen_id", "rel_to_head"],
	marriage: ["husband_citizen_id", "wife_citizen_id"],
} as const;
const kin = `one_way AS (
  SELECT h.citizen_id AS a, c.citizen_id AS b
  FROM household h JOIN household c ON c.hh_no = h.hh_no
  WHERE h.rel_to_head = '02' AND c.rel_to_head <> '02'
  UNION
  SELECT husband_citizen_id AS a, wife_citizen_id AS b FROM marriage
),
kin AS (
  SELECT a, b FROM one_way WHERE a IS NOT NULL AND b IS NOT NULL
  UNION
  SELECT b AS a, a AS b FROM one_way WHERE a IS NOT NULL AND b IS NOT NULL
)`;

const comparisons: readonly Comparison[] = [
	{
		name: "payments after death",
		about: "person",
		inputs: {
			pension_pay: [
				"_src",
				"_row",
				"citizen_id",
				"citizen_id_check",
				"period",
				"pay_item",
				"status",
			],
			death: ["citizen_id", "citizen_id_check", "death_date"],
		},
		sql: `WITH d AS (
  SELECT citizen_id, min(death_date) AS died FROM death WHERE citizen_id_check IN ${ok} GROUP BY citizen_id
)
SELECT pension_pay.citizen_id AS k, ${at} AS evidence
FROM pension_pay JOIN d ON d.citizen_id = pension_pay.citizen_id
WHERE pay_item = '养老金' AND status = '成功' AND citizen_id_check IN ${ok}
  AND period > date_add('month', 1, last_day_of_month(d.died))
GROUP BY pension_pay.citizen_id`,
	},
	{
		name: "welfare and car",
		about: "person",
		inputs: {
			dibao_person: ["_src", "_row", "citizen_id"],
			vehicle: ["owner_citizen_id", "vehicle_type"],
		},
		sql: `SELECT citizen_id AS k, ${at} AS evidence
FROM dibao_person JOIN vehicle ON vehicle.owner_citizen_id = dibao_person.citizen_id
WHERE vehicle_type LIKE '%轿车' OR vehicle_type LIKE '%客车' OR vehicle_type LIKE '%货车'
GROUP BY citizen_id`,
	},
	{
		name: "welfare, house and cadre",
		about: "person",
		inputs: {
			dibao_person: ["_src", "_row", "citizen_id"],
			real_estate: ["owner_citizen_id", "status"],
			household: ["hh_no", "citizen_id", "rel_to_head"],
			marriage: couples.marriage,
			cadre_resume: ["citizen_id"],
			village_cadre: ["citizen_id"],
		},
		sql: `WITH ${kin},
house AS (SELECT owner_citizen_id AS id FROM real_estate WHERE status = '现势' GROUP BY owner_citizen_id),
cadre AS (SELECT citizen_id AS id FROM cadre_resume UNION SELECT citizen_id AS id FROM village_cadre)
SELECT dibao_person.citizen_id AS k, min(dibao_person._src || '#' || CAST(dibao_person._row AS varchar)) AS evidence
FROM dibao_person
JOIN house ON house.id = dibao_person.citizen_id
JOIN kin ON kin.b = dibao_person.citizen_id
JOIN cadre ON cadre.id = kin.a
GROUP BY dibao_person.citizen_id`,
	},
	{
		name: "one account, many people",
		about: "person",
		inputs: {
			subsidy_pay: ["_src", "_row", "citizen_id", "acct"],
			pension_pay: ["_src", "_row", "citizen_id", "acct"],
		},
		sql: `WITH paid AS (
  SELECT acct, citizen_id, _src, _row FROM subsidy_pay
  UNION ALL
  SELECT acct, citizen_id, _src, _row FROM pension_pay
)
SELECT min(citizen_id) AS k, ${at} AS evidence
FROM paid WHERE acct IS NOT NULL
GROUP BY acct HAVING count(DISTINCT citizen_id) >= 3`,
	},
	{
		name: "kinship, two steps from cadres",
		about: "person",
		inputs: { ...couples, cadre_resume: ["_src", "_row", "citizen_id"] },
		sql: `WITH ${kin},
cadre AS (SELECT citizen_id, ${at} AS evidence FROM cadre_resume GROUP BY citizen_id)
SELECT cadre.citizen_id AS k, cadre.evidence
FROM cadre JOIN kin k1 ON k1.a = cadre.citizen_id JOIN kin k2 ON k2.a = k1.b
WHERE k2.b <> cadre.citizen_id
GROUP BY cadre.citizen_id, cadre.evidence HAVING count(DISTINCT k2.b) >= 4`,
	},
	{
		name: "control chain, three steps",
		about: "person",
		inputs: {
			company_shareholder: [
				"_src",
				"_row",
				"uscc",
				"sh_citizen_id",
				"sh_uscc",
				"ratio",
			],
		},
		sql: `SELECT coalesce(c.sh_citizen_id, b.sh_citizen_id) AS k, min(a._src || '#' || CAST(a._row AS varchar)) AS evidence
FROM company_shareholder a
JOIN company_shareholder b ON b.uscc = a.sh_uscc
LEFT JOIN company_shareholder c ON c.uscc = b.sh_uscc AND c.ratio >= 0.1
WHERE a.ratio >= 0.1 AND b.ratio >= 0.1 AND coalesce(c.sh_citizen_id, b.sh_citizen_id) IS NOT NULL
GROUP BY coalesce(c.sh_citizen_id, b.sh_citizen_id) HAVING count(DISTINCT a.uscc) >= 3`,
	},
	{
		name: "relatives' companies that won from the cadre's unit",
		about: "company",
		inputs: {
			...couples,
			cadre_resume: ["citizen_id", "unit"],
			bid_result: ["_src", "_row", "project_no", "uscc"],
			bid_project: ["project_no", "buyer"],
			company: ["uscc", "legal_rep_citizen_id"],
		},
		sql: `WITH ${kin},
cadre AS (SELECT citizen_id AS id FROM cadre_resume GROUP BY citizen_id),
near AS (SELECT cadre.id, kin.b FROM cadre JOIN kin ON kin.a = cadre.id),
relative AS (
  SELECT id, b FROM near
  UNION
  SELECT near.id, kin.b FROM near JOIN kin ON kin.a = near.b
)
SELECT bid_result.uscc AS k, min(bid_result._src || '#' || CAST(bid_result._row AS varchar)) AS evidence
FROM bid_result
JOIN bid_project ON bid_project.project_no = bid_result.project_no
JOIN cadre_resume ON cadre_resume.unit = bid_project.buyer
JOIN company ON company.uscc = bid_result.uscc
JOIN relative ON relative.id = cadre_resume.citizen_id AND relative.b = company.legal_rep_citizen_id
GROUP BY bid_result.uscc`,
	},
	{
		name: "same address in a lot",
		about: "lot",
		inputs: {
			bid_upload_meta: [
				"_src",
				"_row",
				"project_no",
				"lot_no",
				"bidder_uscc",
				"ip",
			],
		},
		sql: `SELECT project_no || '/' || lot_no AS k, ${at} AS evidence
FROM bid_upload_meta WHERE ip IS NOT NULL
GROUP BY project_no || '/' || lot_no, ip HAVING count(DISTINCT bidder_uscc) > 1`,
	},
	{
		name: "pairs who bid together",
		about: "company",
		inputs: { bidder: ["_src", "_row", "project_no", "lot_no", "uscc"] },
		sql: `SELECT a.uscc AS k, min(a._src || '#' || CAST(a._row AS varchar)) AS evidence
FROM bidder a
JOIN bidder b ON b.project_no = a.project_no AND b.lot_no = a.lot_no AND b.uscc > a.uscc
GROUP BY a.uscc, b.uscc HAVING count(*) >= 5`,
	},
	{
		name: "low variation of bids",
		about: "lot",
		inputs: { bidder: ["_src", "_row", "project_no", "lot_no", "price"] },
		sql: `SELECT project_no || '/' || lot_no AS k, ${at} AS evidence
FROM bidder
GROUP BY project_no || '/' || lot_no
HAVING count(*) >= 3 AND stddev_samp(CAST(price AS double)) <= 0.01 * avg(CAST(price AS double))`,
	},
	{
		name: "shared phones",
		about: "company",
		inputs: { company: ["_src", "_row", "uscc", "phone"] },
		sql: `SELECT min(uscc) AS k, ${at} AS evidence
FROM company WHERE phone IS NOT NULL
GROUP BY phone HAVING count(DISTINCT uscc) > 1`,
	},
	{
		name: "same item twice a month",
		about: "person",
		inputs: {
			pension_pay: [
				"_src",
				"_row",
				"citizen_id",
				"period",
				"pay_item",
				"status",
				"amount",
			],
		},
		sql: `SELECT citizen_id AS k, ${at} AS evidence
FROM pension_pay WHERE status = '成功' AND amount > 0
GROUP BY citizen_id, period, pay_item HAVING count(*) > 1`,
	},
	{
		name: "claimed more than contracted",
		about: "person",
		inputs: {
			subsidy_area: [
				"_src",
				"_row",
				"hh_code",
				"citizen_id",
				"year",
				"season",
				"apply_area",
			],
			land_contract: ["hh_code", "contract_area"],
		},
		sql: `WITH claimed AS (
  SELECT hh_code, min(citizen_id) AS k, sum(apply_area) AS area, ${at} AS evidence
  FROM subsidy_area GROUP BY hh_code, year, season
),
land AS (SELECT hh_code, sum(contract_area) AS area FROM land_contract GROUP BY hh_code)
SELECT claimed.k, claimed.evidence
FROM claimed JOIN land ON land.hh_code = claimed.hh_code
WHERE claimed.area > land.area * 1.05 + 0.5`,
	},
	{
		name: "subsidies to the dead",
		about: "person",
		inputs: {
			subsidy_pay: ["_src", "_row", "citizen_id", "year"],
			death: ["citizen_id", "death_date"],
		},
		sql: `SELECT subsidy_pay.citizen_id AS k, ${at} AS evidence
FROM subsidy_pay JOIN death ON death.citizen_id = subsidy_pay.citizen_id
WHERE subsidy_pay.year > year(death.death_date)
GROUP BY subsidy_pay.citizen_id`,
	},
];

export const benchRules = comparisons.map(({ name }, i) => ({
	id: `BENCH-${String(i + 1).padStart(2, "0")}`,
	name,
}));

/** Writes them below a workspace. */
export function writeRules(workspace: string): void {
	const dir = join(workspace, "rules", "BENCH");
	mkdirSync(dir, { recursive: true });
	writeFileSync(
		join(workspace, "rules", "packs.yaml"),
		stringify({
			contract: "bidui/packs@1",
			packs: { BENCH: { name: "计时", display_name: "计时用" } },
		}),
	);
	comparisons.forEach((one, i) => {
		const id = benchRules[i]?.id ?? "";
		writeFileSync(join(dir, `${id}.yaml`), stringify(ruleFile(id, one)));
	});
}

/** On trial, so that no ordinary run has them. Their tests are of form only: they are timed, not trusted. */
function ruleFile(id: string, { name, about, inputs, sql }: Comparison) {
	const rows = Object.fromEntries(Object.keys(inputs).map((key) => [key, []]));
	const test = { as_of: "2026-06-30", rows, expect: [] };
	return {
		contract: "bidui/rule@1",
		id,
		version: 1,
		status: "experimental",
		name,
		display_name: `计时用 ${id}`,
		author: "scripts/bench",
		updated: "2026-06-30",
		question: "只用来计时。",
		basis: [{ law: "无", article: "无", state: "pending" }],
		severity: "low",
		evidence: "soft",
		misses: ["不适用"],
		false_positives: ["F01"],
		ask_first: ["不适用"],
		innocent: "只用来计时，不成立",
		papers: [{ what: "无", from: "无" }],
		method: "调阅",
		inputs: Object.entries(inputs).map(([dataset, columns]) => ({
			dataset,
			columns,
		})),
		sql: `SELECT k, evidence, 'M1' AS tier\nFROM (\n${sql}\n) AS found\nWHERE k IS NOT NULL\n`,
		output: {
			lead_key: ["k"],
			subjects: [{ role: "对象", kind: about, key: "k" }],
			tier: "tier",
			evidence: [{ column: "evidence", title: "记录" }],
		},
		narrative: "{对象}需核实。",
		tests: [
			{ name: "空", kind: "hit", ...test },
			{ name: "空", kind: "near_miss", ...test },
		],
	};
}
