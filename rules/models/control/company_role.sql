/*---
contract: bidui/model@1
name: company_role
title: 自然人在企业的角色
version: 2
author: 数据组
description: >-
  法定代表人、股东、主要人员，一人一企一角色一段一行，起止是角色的起止，不看企业今天的状态；
  法定代表人按变更登记算起止（legal_rep_span）。
  is_control：法定代表人、执行董事、经理，或持股不低于一半；is_officer：其他董事、监事和高级管理人员。
inputs:
  - model: company_best
    columns: [uscc, company_name, reg_capital, est_date, end_date, tier, evidence]
  - model: legal_rep_span
    columns: [uscc, person_id, person_name, valid_from, valid_to, tier, evidence]
  - dataset: company_shareholder
    columns:
      [_src, _row, uscc, uscc_check, sh_name, sh_citizen_id, sh_citizen_id_check, subscribed,
       ratio, from_date, to_date]
    optional_columns:
      subscribed: 没有持股比例的股东按不占份额
      ratio: 持股比例按认缴额占注册资本推算
      from_date: 持股按企业成立之日起
      to_date: 持股按仍在持有
    optional: true
    without: 股东一支不查
  - dataset: company_officer
    columns:
      [_src, _row, uscc, uscc_check, name, citizen_id, citizen_id_check, position, from_date, to_date]
    optional_columns:
      from_date: 任职按企业成立之日起
      to_date: 任职按仍在任
    optional: true
    without: 董事、监事、经理一支不查
columns:
  - { name: person_id, type: VARCHAR, title: 证号 }
  - { name: person_name, type: VARCHAR, title: 姓名 }
  - { name: uscc, type: VARCHAR, title: 统一社会信用代码 }
  - { name: company_name, type: VARCHAR, title: 企业名称 }
  - { name: role, type: VARCHAR, title: 角色 }
  - { name: is_control, type: BOOLEAN, title: 能控制 }
  - { name: is_officer, type: BOOLEAN, title: 董监高 }
  - { name: share, type: "DECIMAL(9,6)", title: 持股比例 }
  - { name: valid_from, type: DATE, title: 起（1900-01-01 为不明） }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH role AS (
  -- As the register of changes says, not who heads the company today.
  SELECT
    person_id,
    person_name,
    uscc,
    '法定代表人' AS role,
    true AS is_control,
    true AS is_officer,
    CAST(0 AS decimal(9,6)) AS share,
    valid_from AS from_date,
    valid_to AS to_date,
    tier,
    evidence
  FROM legal_rep_span
  UNION ALL
  SELECT
    shareholder.sh_citizen_id AS person_id,
    shareholder.sh_name AS person_name,
    shareholder.uscc,
    '股东' AS role,
    shareholder.share >= 0.5 AS is_control,
    false AS is_officer,
    shareholder.share,
    shareholder.from_date,
    shareholder.to_date,
    shareholder.tier,
    shareholder.evidence
  FROM (
    SELECT
      company_shareholder.sh_citizen_id,
      company_shareholder.sh_name,
      company_shareholder.uscc,
      company_shareholder.from_date,
      company_shareholder.to_date,
      -- The ratio as written; above 1 it was a percentage; without one, the part of the capital.
      coalesce(
        CASE WHEN company_shareholder.ratio > 1
          THEN CAST(company_shareholder.ratio * 0.01 AS decimal(9,6))
          ELSE company_shareholder.ratio END,
        CASE WHEN company_best.reg_capital > 0 AND company_shareholder.subscribed <= company_best.reg_capital
          THEN CAST(round(CAST(company_shareholder.subscribed AS double) / CAST(company_best.reg_capital AS double), 6) AS decimal(9,6)) END,
        CAST(0 AS decimal(9,6))
      ) AS share,
      CASE WHEN company_shareholder.sh_citizen_id_check = 'ok' AND company_shareholder.uscc_check = 'ok'
        THEN 'M1' ELSE 'M2' END AS tier,
      company_shareholder._src || '#' || CAST(company_shareholder._row AS varchar) AS evidence
    FROM company_shareholder
    LEFT JOIN company_best ON company_best.uscc = company_shareholder.uscc
    WHERE company_shareholder.sh_citizen_id_check IN ('ok', 'upgraded')
      AND company_shareholder.uscc_check IN ('ok', 'upgraded')
  ) shareholder
  UNION ALL
  SELECT
    citizen_id AS person_id,
    name AS person_name,
    uscc,
    coalesce(position, '主要人员') AS role,
    coalesce(regexp_like(position, '执行董事|(^|[兼、,/ ])总?经理'), false) AS is_control,
    -- What nobody wrote down is an officer still: the table holds no one else.
    coalesce(regexp_like(position, '董事|监事|经理|总裁|财务负责人|财务总监|董事会秘书|厂长|负责人'), true) AS is_officer,
    CAST(0 AS decimal(9,6)) AS share,
    from_date,
    to_date,
    CASE WHEN citizen_id_check = 'ok' AND uscc_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    _src || '#' || CAST(_row AS varchar) AS evidence
  FROM company_officer
  WHERE citizen_id_check IN ('ok', 'upgraded') AND uscc_check IN ('ok', 'upgraded')
),
dated AS (
  SELECT
    role.person_id,
    role.person_name,
    role.uscc,
    company_best.company_name,
    role.role,
    role.is_control,
    role.is_officer,
    role.share,
    -- No date of its own: from the founding to the end of the company.
    coalesce(role.from_date, company_best.est_date, DATE '1900-01-01') AS valid_from,
    least(
      coalesce(role.to_date, company_best.end_date, DATE '9999-12-31'),
      date_add('day', 1, :as_of)
    ) AS valid_to,
    role.tier,
    role.evidence
  FROM role
  LEFT JOIN company_best ON company_best.uscc = role.uscc
)
SELECT
  person_id,
  max(person_name) AS person_name,
  uscc,
  max(company_name) AS company_name,
  role,
  is_control,
  is_officer,
  share,
  valid_from,
  valid_to,
  min(tier) AS tier,
  array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
FROM dated
WHERE valid_from < valid_to
GROUP BY person_id, uscc, role, is_control, is_officer, share, valid_from, valid_to
