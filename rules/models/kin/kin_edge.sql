/*---
contract: bidui/model@1
name: kin_edge
title: 亲属关系（一步）
version: 1
author: 数据组
description: >-
  有向的一步关系，两个方向都有。来源是婚姻登记、同户关系、干部家庭成员表里有证号的行。
  同户或家庭成员表里的“配偶”没有起止，只在婚姻登记里没有这一对、双方也没有另一段未结束的婚姻时才用。
inputs:
  - model: kin_spouse
    columns:
      [husband_id, husband_name, wife_id, wife_name, valid_from, valid_to, ended, tier, evidence]
  - dataset: household
    columns:
      [_src, _row, hh_no, citizen_id, citizen_id_check, name, rel_to_head, status]
    optional_columns:
      status: 户口已迁出的配偶也当作同户
    optional: true
    without: 同户的父母子女、岳父母等关系看不到
  - dataset: kinship
    columns:
      [_src, _row, cadre_citizen_id, cadre_citizen_id_check, cadre_name, rel_code, member_name,
       member_citizen_id, member_citizen_id_check, from_date, to_date]
    optional_columns:
      cadre_name: 用其他来源的姓名
      from_date: 亲属关系按一直有效
      to_date: 亲属关系按一直有效
    optional: true
    without: 干部自己填报的家庭成员看不到
  - list: kin_relation
    columns: [code, path, standard]
  - list: kin_class
    columns: [path, inverse]
  - list: household_pair
    columns: [path_a, path_b, path, opposite_sex]
columns:
  - { name: person_id, type: VARCHAR, title: 本人证号 }
  - { name: person_name, type: VARCHAR, title: 本人姓名 }
  - { name: kin_id, type: VARCHAR, title: 对方证号 }
  - { name: kin_name, type: VARCHAR, title: 对方姓名 }
  - { name: path, type: VARCHAR, title: 关系路径 }
  - { name: valid_from, type: DATE, title: 起（1900-01-01 为不明） }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: dated, type: BOOLEAN, title: 起止有登记 }
  - { name: source, type: VARCHAR, title: 来源 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH relation AS (
  SELECT code, path
  FROM kin_relation
  WHERE standard AND path IS NOT NULL
),
member AS (
  SELECT
    household._src AS src,
    household.hh_no,
    household.citizen_id,
    household.citizen_id_check AS id_check,
    household.name,
    household.status,
    relation.path,
    CAST(substr(household.citizen_id, 17, 1) AS integer) % 2 AS sex,
    household._src || '#' || CAST(household._row AS varchar) AS evidence
  FROM household
  JOIN relation ON relation.code = household.rel_to_head
  WHERE household.citizen_id_check IN ('ok', 'upgraded')
    AND household.hh_no IS NOT NULL
),
-- Both members of a household under one number of one file: two police stations may number alike.
together AS (
  SELECT
    a.citizen_id AS person_id,
    a.name AS person_name,
    b.citizen_id AS kin_id,
    b.name AS kin_name,
    household_pair.path,
    CASE WHEN a.id_check = 'ok' AND b.id_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    a.evidence || ' ' || b.evidence AS evidence
  FROM member a
  JOIN member b ON b.hh_no = a.hh_no AND b.src = a.src
  JOIN household_pair
    ON household_pair.path_a = a.path AND household_pair.path_b = b.path
  WHERE a.citizen_id <> b.citizen_id
    AND (NOT household_pair.opposite_sex OR a.sex <> b.sex)
    -- A spouse who moved out is often a divorced one whom nobody has updated.
    AND (household_pair.path <> 'S' OR (coalesce(a.status, '正常') <> '迁出' AND coalesce(b.status, '正常') <> '迁出'))
),
stated AS (
  SELECT
    kinship.cadre_citizen_id AS person_id,
    kinship.cadre_name AS person_name,
    kinship.member_citizen_id AS kin_id,
    kinship.member_name AS kin_name,
    relation.path,
    kin_class.inverse,
    kinship.from_date,
    kinship.to_date,
    CASE WHEN kinship.cadre_citizen_id_check = 'ok' AND kinship.member_citizen_id_check = 'ok'
      THEN 'M1' ELSE 'M2' END AS tier,
    kinship._src || '#' || CAST(kinship._row AS varchar) AS evidence
  FROM kinship
  JOIN relation ON relation.code = kinship.rel_code
  JOIN kin_class ON kin_class.path = relation.path
  WHERE kinship.cadre_citizen_id_check IN ('ok', 'upgraded')
    AND kinship.member_citizen_id_check IN ('ok', 'upgraded')
    AND kinship.cadre_citizen_id <> kinship.member_citizen_id
),
claimed AS (
  SELECT
    person_id, person_name, kin_id, kin_name, path,
    CAST(NULL AS date) AS from_date, CAST(NULL AS date) AS to_date,
    '户籍' AS source, tier, evidence
  FROM together
  UNION ALL
  SELECT
    person_id, person_name, kin_id, kin_name, path,
    from_date, to_date, '家庭成员表' AS source, tier, evidence
  FROM stated
  UNION ALL
  SELECT
    kin_id AS person_id, kin_name AS person_name, person_id AS kin_id, person_name AS kin_name,
    inverse AS path, from_date, to_date, '家庭成员表' AS source, tier, evidence
  FROM stated
  WHERE inverse IS NOT NULL
),
married AS (
  SELECT
    husband_id AS person_id, husband_name AS person_name, wife_id AS kin_id, wife_name AS kin_name,
    valid_from, valid_to, ended, tier, evidence
  FROM kin_spouse
  UNION ALL
  SELECT
    wife_id AS person_id, wife_name AS person_name, husband_id AS kin_id, husband_name AS kin_name,
    valid_from, valid_to, ended, tier, evidence
  FROM kin_spouse
),
-- What the marriage register knows of a pair, and of each of the two.
known_pair AS (
  SELECT person_id, kin_id
  FROM married
  GROUP BY person_id, kin_id
),
bound AS (
  SELECT person_id
  FROM married
  WHERE NOT ended
  GROUP BY person_id
),
edge AS (
  SELECT
    person_id, person_name, kin_id, kin_name, 'S' AS path,
    valid_from, valid_to, true AS dated, '婚姻登记' AS source, tier, evidence
  FROM married
  UNION ALL
  SELECT
    claimed.person_id,
    claimed.person_name,
    claimed.kin_id,
    claimed.kin_name,
    claimed.path,
    coalesce(claimed.from_date, DATE '1900-01-01') AS valid_from,
    least(coalesce(claimed.to_date, DATE '9999-12-31'), date_add('day', 1, :as_of)) AS valid_to,
    claimed.from_date IS NOT NULL OR claimed.to_date IS NOT NULL AS dated,
    claimed.source,
    claimed.tier,
    claimed.evidence
  FROM claimed
  LEFT JOIN known_pair
    ON known_pair.person_id = claimed.person_id AND known_pair.kin_id = claimed.kin_id
  LEFT JOIN bound bound_person ON bound_person.person_id = claimed.person_id
  LEFT JOIN bound bound_kin ON bound_kin.person_id = claimed.kin_id
  WHERE claimed.path <> 'S'
    OR (known_pair.kin_id IS NULL AND bound_person.person_id IS NULL AND bound_kin.person_id IS NULL)
)
SELECT
  person_id,
  max(person_name) AS person_name,
  kin_id,
  max(kin_name) AS kin_name,
  path,
  valid_from,
  valid_to,
  dated,
  array_join(array_agg(DISTINCT source ORDER BY source), '、') AS source,
  min(tier) AS tier,
  array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
FROM edge
WHERE valid_from < valid_to
GROUP BY person_id, kin_id, path, valid_from, valid_to, dated
