/*---
contract: bidui/model@1
name: contract_in_tenure
title: 任职期内本单位签的合同
version: 1
author: 数据组
description: >-
  干部在任时，他任职的单位签的每份合同一行（一人一份合同只一行）。
  单位按代码、名称、单位树里的别名任一对上，别名看有效期。
inputs:
  - model: tenure
    columns: [person_id, person_name, unit, unit_code, post, region_code, valid_from, valid_to, tier, evidence]
  - model: contract_fact
    columns:
      [contract_key, contract_name, buyer, buyer_code, uscc, amount, sign_date, tier, evidence]
  - model: unit_alias
    columns: [spelling, unit_code, valid_from, valid_to]
columns:
  - { name: person_id, type: VARCHAR, title: 证号 }
  - { name: person_name, type: VARCHAR, title: 姓名 }
  - { name: unit, type: VARCHAR, title: 单位 }
  - { name: post, type: VARCHAR, title: 职务 }
  - { name: region_code, type: VARCHAR, title: 任职地区 }
  - { name: tenure_from, type: DATE, title: 任职起 }
  - { name: tenure_to, type: DATE, title: 任职止（不含当日） }
  - { name: contract_key, type: VARCHAR, title: 合同标识 }
  - { name: contract_name, type: VARCHAR, title: 合同名称 }
  - { name: uscc, type: VARCHAR, title: 供应商代码 }
  - { name: amount, type: "DECIMAL(18,2)", title: 金额 }
  - { name: sign_date, type: DATE, title: 签订日期 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: tenure_evidence, type: VARCHAR, title: 任职证据 }
  - { name: contract_evidence, type: VARCHAR, title: 合同证据 }
---*/
-- A unit goes by several keys: its code, its name, and the code that the tree of units gives for either.
WITH tenure_key AS (
  SELECT evidence, person_id, person_name, unit, post, region_code, valid_from, valid_to, tier, 'c:' || unit_code AS unit_key
  FROM tenure
  WHERE unit_code IS NOT NULL
  UNION ALL
  SELECT evidence, person_id, person_name, unit, post, region_code, valid_from, valid_to, tier, 'n:' || unit AS unit_key
  FROM tenure
  WHERE unit IS NOT NULL
  UNION ALL
  SELECT
    tenure.evidence, tenure.person_id, tenure.person_name, tenure.unit, tenure.post, tenure.region_code,
    tenure.valid_from, tenure.valid_to, tenure.tier, 'c:' || unit_alias.unit_code AS unit_key
  FROM tenure
  JOIN unit_alias ON unit_alias.spelling = tenure.unit
  WHERE greatest(tenure.valid_from, unit_alias.valid_from) < least(tenure.valid_to, unit_alias.valid_to)
  UNION ALL
  SELECT
    tenure.evidence, tenure.person_id, tenure.person_name, tenure.unit, tenure.post, tenure.region_code,
    tenure.valid_from, tenure.valid_to, tenure.tier, 'c:' || unit_alias.unit_code AS unit_key
  FROM tenure
  JOIN unit_alias ON unit_alias.spelling = tenure.unit_code
),
contract_key_of AS (
  SELECT contract_key, 'c:' || buyer_code AS unit_key
  FROM contract_fact
  WHERE buyer_code IS NOT NULL
  UNION
  SELECT contract_key, 'n:' || buyer AS unit_key
  FROM contract_fact
  WHERE buyer IS NOT NULL
  UNION
  SELECT contract_fact.contract_key, 'c:' || unit_alias.unit_code AS unit_key
  FROM contract_fact
  JOIN unit_alias ON unit_alias.spelling = contract_fact.buyer
  WHERE contract_fact.sign_date >= unit_alias.valid_from AND contract_fact.sign_date < unit_alias.valid_to
  UNION
  SELECT contract_fact.contract_key, 'c:' || unit_alias.unit_code AS unit_key
  FROM contract_fact
  JOIN unit_alias ON unit_alias.spelling = contract_fact.buyer_code
),
held AS (
  SELECT
    tenure_key.person_id,
    tenure_key.person_name,
    tenure_key.unit,
    tenure_key.post,
    tenure_key.region_code,
    tenure_key.valid_from,
    tenure_key.valid_to,
    contract_fact.contract_key,
    contract_fact.contract_name,
    contract_fact.uscc,
    contract_fact.amount,
    contract_fact.sign_date,
    greatest(tenure_key.tier, contract_fact.tier) AS tier,
    tenure_key.evidence AS tenure_evidence,
    contract_fact.evidence AS contract_evidence,
    row_number() OVER (
      PARTITION BY tenure_key.person_id, contract_fact.contract_key
      ORDER BY tenure_key.valid_from, tenure_key.evidence, tenure_key.unit_key
    ) AS turn
  FROM contract_fact
  JOIN contract_key_of ON contract_key_of.contract_key = contract_fact.contract_key
  JOIN tenure_key ON tenure_key.unit_key = contract_key_of.unit_key
  WHERE contract_fact.sign_date >= tenure_key.valid_from
    AND contract_fact.sign_date < tenure_key.valid_to
)
SELECT
  person_id,
  person_name,
  unit,
  post,
  region_code,
  valid_from AS tenure_from,
  valid_to AS tenure_to,
  contract_key,
  contract_name,
  uscc,
  amount,
  sign_date,
  tier,
  tenure_evidence,
  contract_evidence
FROM held
WHERE turn = 1
