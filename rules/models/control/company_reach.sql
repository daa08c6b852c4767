/*---
contract: bidui/model@1
name: company_reach
title: 自然人够得到的企业
kind: iterate
iterate: { maximum: 4, at_maximum: stop }
version: 2
author: 数据组
description: >-
  本人的角色，加上他有股份或能控制的企业一层层往下所投的企业，最多五层（domain/rulings.md）。
  share 是受益份额，沿链相乘；is_control 要求每一层都够一半（或由法定代表人、执行董事、经理控制），不相乘。
  via 为空的是本人直接的角色，不空的是最后一层的持股企业，名称写出全链；用的时候按事发日取有效的行，
  同一人同一企业的 share 相加。
inputs:
  - model: company_role
    columns:
      [person_id, person_name, uscc, company_name, role, is_control, is_officer, share, valid_from,
       valid_to, tier, evidence]
  - model: company_holding
    columns: [holder, uscc, company_name, share, valid_from, valid_to, tier, evidence]
columns:
  - { name: person_id, type: VARCHAR, title: 证号 }
  - { name: person_name, type: VARCHAR, title: 姓名 }
  - { name: via_uscc, type: VARCHAR, title: 中间企业代码 }
  - { name: via_name, type: VARCHAR, title: 中间企业 }
  - { name: via_role, type: VARCHAR, title: 在中间企业的角色 }
  - { name: uscc, type: VARCHAR, title: 统一社会信用代码 }
  - { name: company_name, type: VARCHAR, title: 企业名称 }
  - { name: role, type: VARCHAR, title: 角色 }
  - { name: is_control, type: BOOLEAN, title: 能控制 }
  - { name: is_officer, type: BOOLEAN, title: 董监高 }
  - { name: share, type: "DECIMAL(9,6)", title: 受益份额 }
  - { name: valid_from, type: DATE, title: 起（1900-01-01 为不明） }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: via_evidence, type: VARCHAR, title: 中间企业证据 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
/*--- seed ---*/
SELECT
  person_id,
  person_name,
  CAST(NULL AS varchar) AS via_uscc,
  CAST(NULL AS varchar) AS via_name,
  CAST(NULL AS varchar) AS via_role,
  uscc,
  company_name,
  role,
  is_control,
  is_officer,
  share,
  valid_from,
  valid_to,
  tier,
  CAST(NULL AS varchar) AS via_evidence,
  evidence
FROM company_role
/*--- step ---*/
SELECT
  latest.person_id,
  latest.person_name,
  latest.uscc AS via_uscc,
  CASE WHEN latest.via_uscc IS NULL THEN latest.company_name
    ELSE coalesce(latest.via_name, latest.via_uscc) || '、' || coalesce(latest.company_name, latest.uscc) END AS via_name,
  coalesce(latest.via_role, latest.role) AS via_role,
  company_holding.uscc,
  company_holding.company_name,
  '股东' AS role,
  latest.is_control AND company_holding.share >= 0.5 AS is_control,
  false AS is_officer,
  CAST(latest.share * company_holding.share AS decimal(9,6)) AS share,
  greatest(latest.valid_from, company_holding.valid_from) AS valid_from,
  least(latest.valid_to, company_holding.valid_to) AS valid_to,
  greatest(latest.tier, company_holding.tier) AS tier,
  coalesce(latest.via_evidence || ' ', '') || latest.evidence AS via_evidence,
  company_holding.evidence
FROM latest
JOIN company_holding ON company_holding.holder = latest.uscc
WHERE (latest.is_control OR latest.share > 0)
  AND greatest(latest.valid_from, company_holding.valid_from) < least(latest.valid_to, company_holding.valid_to)
