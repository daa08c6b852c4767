/*---
contract: bidui/model@1
name: relative_candidate
title: 亲属的候选人
version: 3
author: 数据组
description: >-
  每个待解析的人在户籍、婚姻登记中的候选，及每个特征的情形。姓名一致而出生年份相同的，姓名差一个字或缺一个字而
  出生年月相同的，没有填出生而姓名一致的，作为候选；与本人年龄差不合该关系的不作候选。
  分析人员核对为同一人的，姓名、出生对不上也作候选；核对为不是同一人的留在表里，写明，不参加比较。
inputs:
  - model: relative_claim
    columns: [claim, person_id, path, member_name, work_unit_post]
  - model: relative_name
    columns: [claim, person_id, member_name, name_key, sex, birth, birth_level, birth_year, birth_month]
  - model: relative_tie
    columns: [person_id, kin_id, path]
  - model: kin_spouse
    columns: [husband_id, husband_name, wife_id, wife_name, evidence]
  - dataset: household
    columns: [_src, _row, hh_no, citizen_id, citizen_id_check, name, used_name, township, village]
    optional_columns:
      used_name: 只按现用名找没有证号的家庭成员
      township: 没有证号的家庭成员不比对住址
      village: 没有证号的家庭成员不比对住址
    optional: true
    without: 没有证号的家庭成员解析不出
  - dataset: public_employee
    columns: [citizen_id, citizen_id_check, unit]
    optional: true
    without: 没有证号的家庭成员不比对工作单位
  - list: relative_bond
    columns: [path, min_years, max_years]
  - list: relative_verdict
    columns: [person_id, path, member_name, kin_id, verdict]
columns:
  - { name: claim, type: VARCHAR, title: 家庭成员表的行 }
  - { name: person_id, type: VARCHAR, title: 干部证号 }
  - { name: kin_id, type: VARCHAR, title: 候选人证号 }
  - { name: kin_name, type: VARCHAR, title: 候选人姓名 }
  - { name: name_level, type: VARCHAR, title: 姓名 }
  - { name: birth_level, type: VARCHAR, title: 出生 }
  - { name: tie_level, type: VARCHAR, title: 户籍、婚姻联系 }
  - { name: fellow_level, type: VARCHAR, title: 与该干部的其他亲属 }
  - { name: place_level, type: VARCHAR, title: 住址 }
  - { name: employer_level, type: VARCHAR, title: 单位 }
  - { name: verdict, type: VARCHAR, title: 核对结论（yes、no、unsure） }
  - { name: evidence, type: VARCHAR, title: 候选人的来源行 }
---*/
WITH register AS (
  SELECT
    citizen_id AS kin_id, name AS kin_name, _src || ' ' || hh_no AS home_no, township, village,
    _src || '#' || CAST(_row AS varchar) AS evidence
  FROM household
  WHERE citizen_id_check IN ('ok', 'upgraded') AND length(name) >= 2
  UNION ALL
  SELECT
    citizen_id AS kin_id, used_name AS kin_name, _src || ' ' || hh_no AS home_no, township, village,
    _src || '#' || CAST(_row AS varchar) AS evidence
  FROM household
  WHERE citizen_id_check IN ('ok', 'upgraded') AND length(used_name) >= 2 AND used_name <> name
  UNION ALL
  SELECT
    husband_id AS kin_id, husband_name AS kin_name,
    CAST(NULL AS varchar) AS home_no, CAST(NULL AS varchar) AS township, CAST(NULL AS varchar) AS village, evidence
  FROM kin_spouse
  WHERE length(husband_name) >= 2
  UNION ALL
  SELECT
    wife_id AS kin_id, wife_name AS kin_name,
    CAST(NULL AS varchar) AS home_no, CAST(NULL AS varchar) AS township, CAST(NULL AS varchar) AS village, evidence
  FROM kin_spouse
  WHERE length(wife_name) >= 2
),
person AS (
  SELECT
    register.*,
    substr(kin_id, 7, 4) AS birth_year,
    substr(kin_id, 7, 6) AS birth_month,
    CAST(substr(kin_id, 17, 1) AS bigint) % 2 AS sex
  FROM register
),
blanked AS (
  SELECT person.*, substr(kin_name, 1, p.i - 1) || '_' || substr(kin_name, p.i + 1) AS name_key
  FROM person
  CROSS JOIN UNNEST(sequence(1, length(kin_name))) AS p(i)
),
pair AS (
  SELECT n.claim, n.person_id, n.birth, n.birth_level, person.kin_id, person.kin_name, person.home_no, person.township, person.village,
    person.evidence, 1 AS name_rank
  FROM relative_name n
  JOIN person ON person.kin_name = n.name_key AND person.sex = n.sex AND person.birth_year = n.birth_year
  UNION ALL
  SELECT n.claim, n.person_id, n.birth, n.birth_level, person.kin_id, person.kin_name, person.home_no, person.township, person.village,
    person.evidence, 1 AS name_rank
  FROM relative_name n
  JOIN person ON person.kin_name = n.name_key AND person.sex = n.sex
  WHERE n.birth_level = 'none'
  UNION ALL
  SELECT n.claim, n.person_id, n.birth, n.birth_level, blanked.kin_id, blanked.kin_name, blanked.home_no, blanked.township, blanked.village,
    blanked.evidence,
    -- A character that the source could not write stands for any.
    CASE WHEN regexp_like(n.member_name, '[?？□〇*＊�]') THEN 2 ELSE 3 END AS name_rank
  FROM relative_name n
  JOIN blanked
    ON blanked.name_key = n.name_key AND blanked.sex = n.sex AND blanked.birth_month = n.birth_month
  WHERE blanked.kin_name <> n.member_name
),
judged AS (
  SELECT relative_claim.claim, relative_verdict.kin_id, relative_verdict.verdict
  FROM relative_claim
  JOIN relative_verdict
    ON relative_verdict.person_id = relative_claim.person_id
    AND relative_verdict.path = relative_claim.path
    AND relative_verdict.member_name = relative_claim.member_name
),
-- Whom an analyst found to be the one is a candidate, whatever the register calls him.
told AS (
  SELECT n.claim, n.person_id, n.birth, n.birth_level, person.kin_id, person.kin_name, person.home_no, person.township, person.village,
    person.evidence, 4 AS name_rank
  FROM relative_name n
  JOIN judged ON judged.claim = n.claim AND judged.verdict = 'yes'
  JOIN person ON person.kin_id = judged.kin_id
  WHERE n.name_key = n.member_name
),
couple AS (
  SELECT husband_id AS one_id, wife_id AS other_id
  FROM kin_spouse
  UNION
  SELECT wife_id AS one_id, husband_id AS other_id
  FROM kin_spouse
),
candidate AS (
  SELECT
    claim,
    person_id,
    kin_id,
    min_by(kin_name, name_rank) AS kin_name,
    min(name_rank) AS name_rank,
    max(birth) AS birth,
    max(birth_level) AS stated_level,
    max(home_no) AS home_no,
    max(township) AS township,
    max(village) AS village,
    array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
  FROM (SELECT * FROM pair UNION ALL SELECT * FROM told) both_ways
  WHERE kin_id <> person_id
  GROUP BY claim, person_id, kin_id
),
home AS (
  SELECT citizen_id, max(township) AS township, max(village) AS village
  FROM household
  WHERE citizen_id_check IN ('ok', 'upgraded')
    AND citizen_id IN (SELECT person_id FROM relative_name)
  GROUP BY citizen_id
),
tie AS (
  SELECT person_id, kin_id, path
  FROM relative_tie
  WHERE path IS NOT NULL
),
housemate AS (
  SELECT person_id, kin_id
  FROM relative_tie
  GROUP BY person_id, kin_id
),
-- Two relatives of one cadre who live in one household, or are married, prove each other.
together AS (
  SELECT a.claim, a.kin_id
  FROM candidate a
  JOIN candidate b ON b.person_id = a.person_id AND b.home_no = a.home_no
  WHERE b.claim <> a.claim AND b.kin_id <> a.kin_id
  UNION ALL
  SELECT a.claim, a.kin_id
  FROM candidate a
  JOIN couple ON couple.one_id = a.kin_id
  JOIN candidate b ON b.person_id = a.person_id AND b.kin_id = couple.other_id
  WHERE b.claim <> a.claim
),
fellow AS (
  SELECT claim, kin_id
  FROM together
  GROUP BY claim, kin_id
),
-- Who stated more than one relative, so that they can be compared.
several AS (
  SELECT person_id
  FROM candidate
  GROUP BY person_id
  HAVING count(DISTINCT claim) > 1
),
known AS (
  SELECT citizen_id AS person_id
  FROM household
  WHERE citizen_id_check IN ('ok', 'upgraded')
    AND citizen_id IN (SELECT person_id FROM relative_name)
  UNION
  SELECT person_id
  FROM relative_tie
),
employer AS (
  SELECT citizen_id, unit
  FROM public_employee
  WHERE citizen_id_check IN ('ok', 'upgraded') AND length(unit) >= 4
  GROUP BY citizen_id, unit
),
employed AS (
  SELECT c.claim, c.kin_id, bool_or(strpos(relative_claim.work_unit_post, employer.unit) > 0) AS same
  FROM candidate c
  JOIN relative_claim ON relative_claim.claim = c.claim
  JOIN employer ON employer.citizen_id = c.kin_id
  WHERE relative_claim.work_unit_post IS NOT NULL
  GROUP BY c.claim, c.kin_id
)
SELECT
  c.claim,
  c.person_id,
  c.kin_id,
  c.kin_name,
  CASE c.name_rank WHEN 1 THEN 'exact' WHEN 2 THEN 'glyph' WHEN 3 THEN 'near' ELSE 'other' END AS name_level,
  CASE
    WHEN c.stated_level = 'none' THEN 'none'
    WHEN c.stated_level = 'day' AND date_format(c.birth, '%Y%m%d') = substr(c.kin_id, 7, 8) THEN 'day'
    WHEN c.stated_level IN ('day', 'month') AND date_format(c.birth, '%Y%m') = substr(c.kin_id, 7, 6) THEN 'month'
    WHEN date_format(c.birth, '%Y') = substr(c.kin_id, 7, 4) THEN 'year'
    ELSE 'other'
  END AS birth_level,
  CASE
    WHEN tie.kin_id IS NOT NULL THEN 'relation'
    WHEN housemate.kin_id IS NOT NULL THEN 'household'
    WHEN known.person_id IS NULL THEN 'unknown'
    ELSE 'none'
  END AS tie_level,
  CASE
    -- A tie to the cadre's own household says it already.
    WHEN several.person_id IS NULL OR housemate.kin_id IS NOT NULL THEN 'unknown'
    WHEN fellow.kin_id IS NOT NULL THEN 'together'
    ELSE 'none'
  END AS fellow_level,
  CASE
    -- A tie through the household says it already.
    WHEN housemate.kin_id IS NOT NULL OR c.township IS NULL OR home.township IS NULL THEN 'unknown'
    WHEN c.township = home.township AND c.village = home.village THEN 'village'
    WHEN c.township = home.township THEN 'township'
    ELSE 'other'
  END AS place_level,
  CASE WHEN employed.same THEN 'same' ELSE 'unknown' END AS employer_level,
  judged.verdict,
  c.evidence
FROM candidate c
JOIN relative_claim ON relative_claim.claim = c.claim
JOIN relative_bond ON relative_bond.path = relative_claim.path
LEFT JOIN home ON home.citizen_id = c.person_id
LEFT JOIN tie ON tie.person_id = c.person_id AND tie.kin_id = c.kin_id AND tie.path = relative_claim.path
LEFT JOIN housemate ON housemate.person_id = c.person_id AND housemate.kin_id = c.kin_id
LEFT JOIN fellow ON fellow.claim = c.claim AND fellow.kin_id = c.kin_id
LEFT JOIN several ON several.person_id = c.person_id
LEFT JOIN known ON known.person_id = c.person_id
LEFT JOIN employed ON employed.claim = c.claim AND employed.kin_id = c.kin_id
LEFT JOIN judged ON judged.claim = c.claim AND judged.kin_id = c.kin_id
WHERE judged.verdict = 'yes' OR CAST(substr(c.kin_id, 7, 4) AS bigint) - CAST(substr(c.person_id, 7, 4) AS bigint)
  BETWEEN relative_bond.min_years AND relative_bond.max_years
