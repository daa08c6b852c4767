/*---
contract: bidui/model@1
name: control_held
title: 那一天企业在谁手里
version: 1
author: 数据组
description: >-
  要看的企业和日期，控制它的人和企业各一行，连同它自己（levels 为 0），这样“一家控制另一家”和“由同一控制人控制”一样看。
  by_state：控制人是国有企业，或由国有企业控制的企业。国有企业往下的，控制人是国有企业，
  不是在中间企业任法定代表人、执行董事、经理的人，这样的人不列。
inputs:
  - model: bid_tied
    columns: [uscc_a, uscc_b, day]
  - model: control_on
    columns: [day, controller, person, controller_name, uscc, levels, by_office, chain, tier, evidence]
  - model: company_best
    columns: [uscc, company_name, state_owned, tier, evidence]
columns:
  - { name: day, type: DATE, title: 日期 }
  - { name: uscc, type: VARCHAR, title: 企业代码 }
  - { name: controller, type: VARCHAR, title: 控制人证号或代码 }
  - { name: controller_name, type: VARCHAR, title: 控制人 }
  - { name: controller_person, type: VARCHAR, title: 控制人是自然人时的证号 }
  - { name: controller_company, type: VARCHAR, title: 控制人是另一家企业时的代码 }
  - { name: levels, type: BIGINT, title: 层数 }
  - { name: by_state, type: BOOLEAN, title: 国有 }
  - { name: chain, type: VARCHAR, title: 怎么控制 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH state_company AS (
  SELECT uscc
  FROM company_best
  WHERE state_owned
),
state_held AS (
  SELECT DISTINCT control_on.day, control_on.uscc
  FROM control_on
  JOIN state_company ON state_company.uscc = control_on.controller
),
asked AS (
  SELECT uscc_a AS uscc, day FROM bid_tied
  UNION
  SELECT uscc_b AS uscc, day FROM bid_tied
)
SELECT
  asked.day,
  asked.uscc,
  asked.uscc AS controller,
  company_best.company_name AS controller_name,
  CAST(NULL AS varchar) AS controller_person,
  CAST(NULL AS varchar) AS controller_company,
  CAST(0 AS bigint) AS levels,
  false AS by_state,
  CAST(NULL AS varchar) AS chain,
  coalesce(company_best.tier, 'M1') AS tier,
  company_best.evidence
FROM asked
LEFT JOIN company_best ON company_best.uscc = asked.uscc
UNION ALL
SELECT
  c.day,
  c.uscc,
  c.controller,
  c.controller_name,
  CASE WHEN c.person THEN c.controller END AS controller_person,
  CASE WHEN NOT c.person THEN c.controller END AS controller_company,
  c.levels,
  state_company.uscc IS NOT NULL OR above.uscc IS NOT NULL AS by_state,
  c.chain,
  c.tier,
  c.evidence
FROM control_on c
JOIN asked ON asked.day = c.day AND asked.uscc = c.uscc
LEFT JOIN state_company ON state_company.uscc = c.controller
LEFT JOIN state_held above ON above.day = c.day AND above.uscc = c.controller
LEFT JOIN state_held own ON own.day = c.day AND own.uscc = c.uscc
WHERE NOT (c.person AND c.by_office AND c.levels > 1 AND own.uscc IS NOT NULL)
