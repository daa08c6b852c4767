/*---
contract: bidui/model@1
name: legal_rep_span
title: 法定代表人、负责人的任职区间
version: 1
author: 数据组
description: >-
  登记里的法定代表人从任职日起；没有任职日的从最近一次法定代表人变更起，没有变更的从成立日起。
  主要人员里写明法定代表人、负责人的也算。start_known 为否的，起点是推定的。
inputs:
  - model: company_best
    columns: [uscc, company_name, est_date, end_date]
  - dataset: company
    columns:
      [_src, _row, uscc, uscc_check, legal_rep_name, legal_rep_citizen_id, legal_rep_citizen_id_check,
       legal_rep_from, legal_rep_to]
    optional_columns:
      legal_rep_name: 不显示法定代表人姓名
      legal_rep_citizen_id: 只看主要人员里写明的法定代表人、负责人
      legal_rep_from: 任职起点按变更登记或成立日期推定
      legal_rep_to: 法定代表人按仍在任
  - dataset: company_change
    columns: [_src, _row, uscc, uscc_check, item, change_date]
    optional: true
    without: 开标以后才换的法定代表人看不出，按成立日起
  - dataset: company_officer
    columns: [_src, _row, uscc, uscc_check, name, citizen_id, citizen_id_check, position, from_date, to_date]
    optional_columns:
      from_date: 任职按企业成立之日起
      to_date: 任职按仍在任
    optional: true
    without: 以前的法定代表人、分支机构负责人看不到
columns:
  - { name: uscc, type: VARCHAR, title: 统一社会信用代码 }
  - { name: company_name, type: VARCHAR, title: 企业名称 }
  - { name: person_id, type: VARCHAR, title: 证号 }
  - { name: person_name, type: VARCHAR, title: 姓名 }
  - { name: valid_from, type: DATE, title: 起（1900-01-01 为不明） }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: start_known, type: BOOLEAN, title: 起点有登记 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH changed AS (
  SELECT
    uscc,
    max(change_date) AS change_date,
    array_join(array_agg(_src || '#' || CAST(_row AS varchar) ORDER BY _src, _row), ' ') AS evidence
  FROM company_change
  WHERE uscc_check IN ('ok', 'upgraded')
    AND change_date IS NOT NULL
    AND regexp_like(item, '法定代表人|法人代表|负责人|经营者')
    AND NOT regexp_like(item, '财务')
  GROUP BY uscc
),
said AS (
  SELECT
    company.uscc,
    company.legal_rep_citizen_id AS person_id,
    company.legal_rep_name AS person_name,
    coalesce(company.legal_rep_from, changed.change_date) AS from_date,
    company.legal_rep_to AS to_date,
    CASE WHEN company.legal_rep_citizen_id_check = 'ok' AND company.uscc_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    company._src || '#' || CAST(company._row AS varchar)
      || CASE WHEN company.legal_rep_from IS NULL THEN coalesce(' ' || changed.evidence, '') ELSE '' END AS evidence
  FROM company
  LEFT JOIN changed ON changed.uscc = company.uscc
  WHERE company.legal_rep_citizen_id_check IN ('ok', 'upgraded') AND company.uscc_check IN ('ok', 'upgraded')
  UNION ALL
  SELECT
    uscc,
    citizen_id AS person_id,
    name AS person_name,
    from_date,
    to_date,
    CASE WHEN citizen_id_check = 'ok' AND uscc_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    _src || '#' || CAST(_row AS varchar) AS evidence
  FROM company_officer
  WHERE citizen_id_check IN ('ok', 'upgraded') AND uscc_check IN ('ok', 'upgraded')
    AND regexp_like(position, '法定代表人|(^|[^务])负责人')
),
dated AS (
  SELECT
    said.uscc,
    company_best.company_name,
    said.person_id,
    said.person_name,
    coalesce(said.from_date, company_best.est_date, DATE '1900-01-01') AS valid_from,
    least(coalesce(said.to_date, company_best.end_date, DATE '9999-12-31'), date_add('day', 1, :as_of)) AS valid_to,
    said.from_date IS NOT NULL AS start_known,
    said.tier,
    said.evidence
  FROM said
  LEFT JOIN company_best ON company_best.uscc = said.uscc
)
SELECT
  uscc,
  max(company_name) AS company_name,
  person_id,
  max(person_name) AS person_name,
  valid_from,
  valid_to,
  bool_or(start_known) AS start_known,
  min(tier) AS tier,
  array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
FROM dated
WHERE valid_from < valid_to
GROUP BY uscc, person_id, valid_from, valid_to
