/*---
contract: bidui/model@1
name: company_reach
title: 要查的人够得到的企业
kind: iterate
iterate: { maximum: 4, at_maximum: stop }
version: 3
author: 数据组
description: >-
  从要查的人（kin_focus）和他们的亲属（kin_path）出发：本人的角色，加上他有股份或能控制的企业一层层往下所投的企业，
  最多五层（domain/rulings.md），不回到走过的企业。各层的起止取交集，没有共同的一天就不是一条链。
  share 是受益份额，沿链相乘；is_control 要求每一层都够一半（或由法定代表人、执行董事、经理控制），不相乘。
  h1 到 h4 是中间企业，各有走到它的那一步；role_text、role_from、role_to、role_evidence 是走到企业的最后一步。
  用的时候按事发日取有效的行，同一人同一企业的 share 相加。
inputs:
  - model: kin_focus
    columns: [person_id]
  - model: kin_path
    columns: [kin_id]
  - model: company_role
    columns:
      [person_id, person_name, uscc, company_name, role, is_control, is_officer, share, valid_from,
       valid_to, tier, evidence]
  - model: company_holding
    columns: [holder, uscc, company_name, share, valid_from, valid_to, tier, evidence]
columns:
  - { name: person_id, type: VARCHAR, title: 证号 }
  - { name: person_name, type: VARCHAR, title: 姓名 }
  - { name: h1_uscc, type: VARCHAR, title: 第1层中间企业代码 }
  - { name: h1_name, type: VARCHAR, title: 第1层中间企业 }
  - { name: h1_edge, type: VARCHAR, title: 到第1层中间企业的一步 }
  - { name: h1_from, type: DATE, title: 这一步起 }
  - { name: h1_to, type: DATE, title: 这一步止（不含当日） }
  - { name: h1_evidence, type: VARCHAR, title: 这一步证据 }
  - { name: h2_uscc, type: VARCHAR, title: 第2层中间企业代码 }
  - { name: h2_name, type: VARCHAR, title: 第2层中间企业 }
  - { name: h2_edge, type: VARCHAR, title: 到第2层中间企业的一步 }
  - { name: h2_from, type: DATE, title: 这一步起 }
  - { name: h2_to, type: DATE, title: 这一步止（不含当日） }
  - { name: h2_evidence, type: VARCHAR, title: 这一步证据 }
  - { name: h3_uscc, type: VARCHAR, title: 第3层中间企业代码 }
  - { name: h3_name, type: VARCHAR, title: 第3层中间企业 }
  - { name: h3_edge, type: VARCHAR, title: 到第3层中间企业的一步 }
  - { name: h3_from, type: DATE, title: 这一步起 }
  - { name: h3_to, type: DATE, title: 这一步止（不含当日） }
  - { name: h3_evidence, type: VARCHAR, title: 这一步证据 }
  - { name: h4_uscc, type: VARCHAR, title: 第4层中间企业代码 }
  - { name: h4_name, type: VARCHAR, title: 第4层中间企业 }
  - { name: h4_edge, type: VARCHAR, title: 到第4层中间企业的一步 }
  - { name: h4_from, type: DATE, title: 这一步起 }
  - { name: h4_to, type: DATE, title: 这一步止（不含当日） }
  - { name: h4_evidence, type: VARCHAR, title: 这一步证据 }
  - { name: uscc, type: VARCHAR, title: 统一社会信用代码 }
  - { name: company_name, type: VARCHAR, title: 企业名称 }
  - { name: role, type: VARCHAR, title: 角色 }
  - { name: role_text, type: VARCHAR, title: 最后一步 }
  - { name: role_from, type: DATE, title: 最后一步起（1900-01-01 为不明） }
  - { name: role_to, type: DATE, title: 最后一步止（不含当日） }
  - { name: role_evidence, type: VARCHAR, title: 最后一步证据 }
  - { name: via_name, type: VARCHAR, title: 中间企业 }
  - { name: levels, type: BIGINT, title: 层数 }
  - { name: is_control, type: BOOLEAN, title: 能控制 }
  - { name: is_officer, type: BOOLEAN, title: 董监高 }
  - { name: share, type: "DECIMAL(9,6)", title: 受益份额 }
  - { name: valid_from, type: DATE, title: 起（1900-01-01 为不明） }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 全链证据 }
---*/
/*--- seed ---*/
SELECT
  company_role.person_id,
  company_role.person_name,
  CAST(NULL AS varchar) AS h1_uscc,
  CAST(NULL AS varchar) AS h1_name,
  CAST(NULL AS varchar) AS h1_edge,
  CAST(NULL AS date) AS h1_from,
  CAST(NULL AS date) AS h1_to,
  CAST(NULL AS varchar) AS h1_evidence,
  CAST(NULL AS varchar) AS h2_uscc,
  CAST(NULL AS varchar) AS h2_name,
  CAST(NULL AS varchar) AS h2_edge,
  CAST(NULL AS date) AS h2_from,
  CAST(NULL AS date) AS h2_to,
  CAST(NULL AS varchar) AS h2_evidence,
  CAST(NULL AS varchar) AS h3_uscc,
  CAST(NULL AS varchar) AS h3_name,
  CAST(NULL AS varchar) AS h3_edge,
  CAST(NULL AS date) AS h3_from,
  CAST(NULL AS date) AS h3_to,
  CAST(NULL AS varchar) AS h3_evidence,
  CAST(NULL AS varchar) AS h4_uscc,
  CAST(NULL AS varchar) AS h4_name,
  CAST(NULL AS varchar) AS h4_edge,
  CAST(NULL AS date) AS h4_from,
  CAST(NULL AS date) AS h4_to,
  CAST(NULL AS varchar) AS h4_evidence,
  company_role.uscc,
  company_role.company_name,
  company_role.role,
  CASE
    WHEN company_role.role <> '股东' THEN company_role.role
    WHEN company_role.share > 0
      THEN '持股' || regexp_replace(CAST(CAST(company_role.share * 100 AS decimal(9,2)) AS varchar), '\.?0+$', '') || '%'
    ELSE '持股'
  END AS role_text,
  company_role.valid_from AS role_from,
  company_role.valid_to AS role_to,
  company_role.evidence AS role_evidence,
  CAST(NULL AS varchar) AS via_name,
  CAST(1 AS bigint) AS levels,
  company_role.is_control,
  company_role.is_officer,
  company_role.share,
  company_role.valid_from,
  company_role.valid_to,
  company_role.tier,
  company_role.evidence
FROM company_role
JOIN (
  SELECT person_id FROM kin_focus
  UNION
  SELECT kin_id AS person_id FROM kin_path
) asked ON asked.person_id = company_role.person_id
/*--- step ---*/
SELECT
  latest.person_id,
  latest.person_name,
  CASE WHEN latest.levels = 1 THEN latest.uscc ELSE latest.h1_uscc END AS h1_uscc,
  CASE WHEN latest.levels = 1 THEN coalesce(latest.company_name, latest.uscc) ELSE latest.h1_name END AS h1_name,
  CASE WHEN latest.levels = 1 THEN latest.role_text ELSE latest.h1_edge END AS h1_edge,
  CASE WHEN latest.levels = 1 THEN latest.role_from ELSE latest.h1_from END AS h1_from,
  CASE WHEN latest.levels = 1 THEN latest.role_to ELSE latest.h1_to END AS h1_to,
  CASE WHEN latest.levels = 1 THEN latest.role_evidence ELSE latest.h1_evidence END AS h1_evidence,
  CASE WHEN latest.levels = 2 THEN latest.uscc ELSE latest.h2_uscc END AS h2_uscc,
  CASE WHEN latest.levels = 2 THEN coalesce(latest.company_name, latest.uscc) ELSE latest.h2_name END AS h2_name,
  CASE WHEN latest.levels = 2 THEN latest.role_text ELSE latest.h2_edge END AS h2_edge,
  CASE WHEN latest.levels = 2 THEN latest.role_from ELSE latest.h2_from END AS h2_from,
  CASE WHEN latest.levels = 2 THEN latest.role_to ELSE latest.h2_to END AS h2_to,
  CASE WHEN latest.levels = 2 THEN latest.role_evidence ELSE latest.h2_evidence END AS h2_evidence,
  CASE WHEN latest.levels = 3 THEN latest.uscc ELSE latest.h3_uscc END AS h3_uscc,
  CASE WHEN latest.levels = 3 THEN coalesce(latest.company_name, latest.uscc) ELSE latest.h3_name END AS h3_name,
  CASE WHEN latest.levels = 3 THEN latest.role_text ELSE latest.h3_edge END AS h3_edge,
  CASE WHEN latest.levels = 3 THEN latest.role_from ELSE latest.h3_from END AS h3_from,
  CASE WHEN latest.levels = 3 THEN latest.role_to ELSE latest.h3_to END AS h3_to,
  CASE WHEN latest.levels = 3 THEN latest.role_evidence ELSE latest.h3_evidence END AS h3_evidence,
  CASE WHEN latest.levels = 4 THEN latest.uscc ELSE latest.h4_uscc END AS h4_uscc,
  CASE WHEN latest.levels = 4 THEN coalesce(latest.company_name, latest.uscc) ELSE latest.h4_name END AS h4_name,
  CASE WHEN latest.levels = 4 THEN latest.role_text ELSE latest.h4_edge END AS h4_edge,
  CASE WHEN latest.levels = 4 THEN latest.role_from ELSE latest.h4_from END AS h4_from,
  CASE WHEN latest.levels = 4 THEN latest.role_to ELSE latest.h4_to END AS h4_to,
  CASE WHEN latest.levels = 4 THEN latest.role_evidence ELSE latest.h4_evidence END AS h4_evidence,
  company_holding.uscc,
  company_holding.company_name,
  '股东' AS role,
  CASE WHEN company_holding.share > 0
    THEN '持股' || regexp_replace(CAST(CAST(company_holding.share * 100 AS decimal(9,2)) AS varchar), '\.?0+$', '') || '%'
    ELSE '持股' END AS role_text,
  company_holding.valid_from AS role_from,
  company_holding.valid_to AS role_to,
  company_holding.evidence AS role_evidence,
  coalesce(latest.via_name || '、', '') || coalesce(latest.company_name, latest.uscc) AS via_name,
  latest.levels + 1 AS levels,
  latest.is_control AND company_holding.share >= 0.5 AS is_control,
  false AS is_officer,
  CAST(latest.share * company_holding.share AS decimal(9,6)) AS share,
  greatest(latest.valid_from, company_holding.valid_from) AS valid_from,
  least(latest.valid_to, company_holding.valid_to) AS valid_to,
  greatest(latest.tier, company_holding.tier) AS tier,
  latest.evidence || ' ' || company_holding.evidence AS evidence
FROM latest
JOIN company_holding ON company_holding.holder = latest.uscc
WHERE (latest.is_control OR latest.share > 0)
  AND (latest.h1_uscc IS NULL OR company_holding.uscc <> latest.h1_uscc)
  AND (latest.h2_uscc IS NULL OR company_holding.uscc <> latest.h2_uscc)
  AND (latest.h3_uscc IS NULL OR company_holding.uscc <> latest.h3_uscc)
  -- All steps must hold at one time, or there is no chain.
  AND greatest(latest.valid_from, company_holding.valid_from) < least(latest.valid_to, company_holding.valid_to)
