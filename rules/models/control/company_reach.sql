/*---
contract: bidui/model@1
name: company_reach
title: 自然人够得到的企业
version: 1
author: 数据组
description: >-
  本人的角色，加上再往下一层：他有股份或能控制的企业所投的企业。更深的控制链由后续模型给出。
  share 是受益份额，沿链相乘；is_control 要求每一层都够一半（或由法定代表人、执行董事、经理控制），不相乘。
  via 为空的是本人直接的角色；用的时候按事发日取有效的行，同一人同一企业的 share 相加。
inputs:
  - model: company_role
    columns:
      [person_id, person_name, uscc, company_name, role, is_control, is_officer, share, valid_from,
       valid_to, tier, evidence]
  - model: company_best
    columns: [uscc, company_name, est_date, end_date]
  - dataset: company_shareholder
    columns:
      [_src, _row, uscc, uscc_check, sh_uscc, sh_uscc_check, ratio, from_date, to_date]
    optional_columns:
      sh_uscc: 经另一家企业持股的看不到
      ratio: 经另一家企业持股的份额算不出
      from_date: 持股按企业成立之日起
      to_date: 持股按仍在持有
    optional: true
    without: 经另一家企业持股的看不到
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
WITH holding AS (
  SELECT
    company_shareholder.sh_uscc AS holder,
    company_shareholder.uscc,
    company_best.company_name,
    coalesce(
      CASE WHEN company_shareholder.ratio > 1
        THEN CAST(company_shareholder.ratio * 0.01 AS decimal(9,6))
        ELSE company_shareholder.ratio END,
      CAST(0 AS decimal(9,6))
    ) AS share,
    coalesce(company_shareholder.from_date, company_best.est_date, DATE '1900-01-01') AS valid_from,
    least(
      coalesce(company_shareholder.to_date, company_best.end_date, DATE '9999-12-31'),
      date_add('day', 1, :as_of)
    ) AS valid_to,
    CASE WHEN company_shareholder.sh_uscc_check = 'ok' AND company_shareholder.uscc_check = 'ok'
      THEN 'M1' ELSE 'M2' END AS tier,
    company_shareholder._src || '#' || CAST(company_shareholder._row AS varchar) AS evidence
  FROM company_shareholder
  LEFT JOIN company_best ON company_best.uscc = company_shareholder.uscc
  WHERE company_shareholder.sh_uscc_check IN ('ok', 'upgraded')
    AND company_shareholder.uscc_check IN ('ok', 'upgraded')
    AND company_shareholder.sh_uscc <> company_shareholder.uscc
)
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
UNION ALL
SELECT
  r.person_id,
  r.person_name,
  r.uscc AS via_uscc,
  r.company_name AS via_name,
  r.role AS via_role,
  holding.uscc,
  holding.company_name,
  '股东' AS role,
  r.is_control AND holding.share >= 0.5 AS is_control,
  false AS is_officer,
  CAST(r.share * holding.share AS decimal(9,6)) AS share,
  greatest(r.valid_from, holding.valid_from) AS valid_from,
  least(r.valid_to, holding.valid_to) AS valid_to,
  greatest(r.tier, holding.tier) AS tier,
  r.evidence AS via_evidence,
  holding.evidence
FROM company_role r
JOIN holding ON holding.holder = r.uscc
WHERE (r.is_control OR r.share > 0)
  AND greatest(r.valid_from, holding.valid_from) < least(r.valid_to, holding.valid_to)
