/*---
contract: bidui/model@1
name: unit_deal
title: 任职单位及下属单位的往来
version: 3
author: 数据组
description: >-
  一段任职、任职单位或其下属单位的一笔往来一行，不看日期：日期在任期内还是前后，由规则按各自的口径取。
  企业限于要查的人有角色的（company_reach）、干部亲属参保的（kin_job），否则太多。
  单位按代码、名称、单位树里的别名任一对上，别名看有效期；下属按单位树的上级单位代码，只看一层。
inputs:
  - model: tenure
    columns: [person_id, person_name, unit, unit_code, post, region_code, valid_from, valid_to, tier, evidence]
  - model: deal_fact
    columns: [deal_key, kind, deal_name, buyer, buyer_code, uscc, amount, deal_date, tier, evidence]
  - model: company_reach
    columns: [uscc]
  - model: kin_job
    columns: [uscc]
  - model: unit_alias
    columns: [spelling, unit_code, valid_from, valid_to]
  - dataset: org_tree
    columns: [unit_code, parent_code]
    optional_columns:
      parent_code: 下属单位的往来看不到
    optional: true
    without: 单位的简称、旧名认不出，下属单位的往来看不到
columns:
  - { name: person_id, type: VARCHAR, title: 证号 }
  - { name: person_name, type: VARCHAR, title: 姓名 }
  - { name: unit, type: VARCHAR, title: 单位 }
  - { name: post, type: VARCHAR, title: 职务 }
  - { name: region_code, type: VARCHAR, title: 任职地区 }
  - { name: tenure_from, type: DATE, title: 任职起 }
  - { name: tenure_to, type: DATE, title: 任职止（不含当日） }
  - { name: tenure_evidence, type: VARCHAR, title: 任职证据 }
  - { name: subordinate, type: BOOLEAN, title: 下属单位的往来 }
  - { name: deal_key, type: VARCHAR, title: 往来标识 }
  - { name: kind, type: VARCHAR, title: 种类 }
  - { name: buyer, type: VARCHAR, title: 往来单位 }
  - { name: uscc, type: VARCHAR, title: 企业代码 }
  - { name: amount, type: "DECIMAL(18,2)", title: 金额 }
  - { name: deal_date, type: DATE, title: 日期 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: deal_evidence, type: VARCHAR, title: 往来证据 }
---*/
WITH reached AS (
  SELECT uscc FROM company_reach
  UNION
  SELECT uscc FROM kin_job
),
deal AS (
  SELECT
    deal_fact.deal_key, deal_fact.kind, deal_fact.buyer, deal_fact.buyer_code, deal_fact.uscc,
    deal_fact.amount, deal_fact.deal_date, deal_fact.tier, deal_fact.evidence
  FROM deal_fact
  JOIN reached ON reached.uscc = deal_fact.uscc
),
-- A unit goes by several keys: its code, its name, and the code that the tree of units gives for either.
own_key AS (
  SELECT evidence, person_id, valid_from, 'c:' || unit_code AS unit_key
  FROM tenure
  WHERE unit_code IS NOT NULL
  UNION
  SELECT evidence, person_id, valid_from, 'n:' || unit AS unit_key
  FROM tenure
  WHERE unit IS NOT NULL
  UNION
  SELECT tenure.evidence, tenure.person_id, tenure.valid_from, 'c:' || unit_alias.unit_code AS unit_key
  FROM tenure
  JOIN unit_alias ON unit_alias.spelling = tenure.unit
  WHERE greatest(tenure.valid_from, unit_alias.valid_from) < least(tenure.valid_to, unit_alias.valid_to)
  UNION
  SELECT tenure.evidence, tenure.person_id, tenure.valid_from, 'c:' || unit_alias.unit_code AS unit_key
  FROM tenure
  JOIN unit_alias ON unit_alias.spelling = tenure.unit_code
),
parent AS (
  SELECT unit_code, parent_code
  FROM org_tree
  WHERE parent_code IS NOT NULL AND unit_code IS NOT NULL AND parent_code <> unit_code
  GROUP BY unit_code, parent_code
),
tenure_key AS (
  SELECT evidence, person_id, valid_from, unit_key, false AS subordinate
  FROM own_key
  UNION
  SELECT own_key.evidence, own_key.person_id, own_key.valid_from, 'c:' || parent.unit_code AS unit_key, true AS subordinate
  FROM own_key
  JOIN parent ON own_key.unit_key = 'c:' || parent.parent_code
),
deal_unit AS (
  SELECT deal_key, 'c:' || buyer_code AS unit_key
  FROM deal
  WHERE buyer_code IS NOT NULL
  UNION
  SELECT deal_key, 'n:' || buyer AS unit_key
  FROM deal
  WHERE buyer IS NOT NULL
  UNION
  SELECT deal.deal_key, 'c:' || unit_alias.unit_code AS unit_key
  FROM deal
  JOIN unit_alias ON unit_alias.spelling = deal.buyer
  WHERE deal.deal_date >= unit_alias.valid_from AND deal.deal_date < unit_alias.valid_to
  UNION
  SELECT deal.deal_key, 'c:' || unit_alias.unit_code AS unit_key
  FROM deal
  JOIN unit_alias ON unit_alias.spelling = deal.buyer_code
),
matched AS (
  SELECT
    tenure_key.evidence,
    tenure_key.person_id,
    tenure_key.valid_from,
    deal_unit.deal_key,
    bool_and(tenure_key.subordinate) AS subordinate
  FROM deal_unit
  JOIN tenure_key ON tenure_key.unit_key = deal_unit.unit_key
  GROUP BY tenure_key.evidence, tenure_key.person_id, tenure_key.valid_from, deal_unit.deal_key
)
SELECT
  tenure.person_id,
  tenure.person_name,
  tenure.unit,
  tenure.post,
  tenure.region_code,
  tenure.valid_from AS tenure_from,
  tenure.valid_to AS tenure_to,
  tenure.evidence AS tenure_evidence,
  matched.subordinate,
  deal.deal_key,
  deal.kind,
  deal.buyer,
  deal.uscc,
  deal.amount,
  deal.deal_date,
  greatest(tenure.tier, deal.tier) AS tier,
  deal.evidence AS deal_evidence
FROM matched
JOIN tenure
  ON tenure.evidence = matched.evidence AND tenure.person_id = matched.person_id
  -- One row of a form may tell of several posts.
  AND tenure.valid_from = matched.valid_from
JOIN deal ON deal.deal_key = matched.deal_key
