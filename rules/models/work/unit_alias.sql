/*---
contract: bidui/model@1
name: unit_alias
title: 单位的写法
version: 1
author: 数据组
description: 单位全称、别名、信用代码各一行，指到单位代码；同一写法同时指两个单位的不用。
inputs:
  - dataset: org_tree
    columns: [unit_code, unit_name, alias, uscc, from_date, to_date]
    optional_columns:
      alias: 单位的简称、旧名认不出
      uscc: 用信用代码写的单位认不出
      from_date: 别名按一直有效
      to_date: 别名按一直有效
    optional: true
    without: 单位的简称、旧名认不出，只能按名称或代码完全一致
columns:
  - { name: spelling, type: VARCHAR, title: 写法 }
  - { name: unit_code, type: VARCHAR, title: 单位代码 }
  - { name: valid_from, type: DATE, title: 起 }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
---*/
WITH spelt AS (
  SELECT unit_name AS spelling, unit_code, CAST(NULL AS date) AS from_date, CAST(NULL AS date) AS to_date
  FROM org_tree
  WHERE alias IS NULL OR alias <> unit_name
  UNION ALL
  SELECT alias AS spelling, unit_code, from_date, to_date
  FROM org_tree
  UNION ALL
  SELECT uscc AS spelling, unit_code, CAST(NULL AS date) AS from_date, CAST(NULL AS date) AS to_date
  FROM org_tree
),
ranged AS (
  SELECT DISTINCT
    spelling,
    unit_code,
    coalesce(from_date, DATE '1900-01-01') AS valid_from,
    coalesce(to_date, DATE '9999-12-31') AS valid_to
  FROM spelt
  WHERE spelling IS NOT NULL AND unit_code IS NOT NULL
),
-- A spelling that two units share at one time says nothing.
shared AS (
  SELECT a.spelling
  FROM ranged a
  JOIN ranged b ON b.spelling = a.spelling
  WHERE a.unit_code <> b.unit_code
    AND greatest(a.valid_from, b.valid_from) < least(a.valid_to, b.valid_to)
  GROUP BY a.spelling
)
SELECT ranged.spelling, ranged.unit_code, ranged.valid_from, ranged.valid_to
FROM ranged
LEFT JOIN shared ON shared.spelling = ranged.spelling
WHERE shared.spelling IS NULL
