/*---
contract: bidui/model@1
name: unit_alias
title: 单位的写法
version: 2
author: 数据组
description: >-
  单位的每种写法指到单位代码：人工认定的（unit_name）最优先；单位树里的全称、别名、信用代码；数据里与单位代码、信用代码写在同一行的；
  去掉空格、括号和开头的“原”以后相同的。同一写法同时指两个单位的不用。
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
  - list: unit_name
    columns: [spelling, unit_code, valid_from, valid_to]
  - model: unit_seen
    columns: [spelling, code]
columns:
  - { name: spelling, type: VARCHAR, title: 写法 }
  - { name: unit_code, type: VARCHAR, title: 单位代码 }
  - { name: valid_from, type: DATE, title: 起 }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
---*/
WITH decided AS (
  SELECT spelling, unit_code, valid_from AS from_date, valid_to AS to_date
  FROM unit_name
  WHERE spelling IS NOT NULL AND unit_code IS NOT NULL
),
listed AS (
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
code AS (
  SELECT unit_code AS code, unit_code FROM org_tree
  UNION
  SELECT uscc AS code, unit_code FROM org_tree
),
-- Written in one row with a code.
coded AS (
  SELECT DISTINCT unit_seen.spelling, code.unit_code
  FROM unit_seen
  JOIN code ON code.code = unit_seen.code
),
firm AS (
  SELECT spelling, unit_code, from_date, to_date FROM decided
  UNION ALL
  SELECT spelling, unit_code, from_date, to_date FROM listed
  UNION ALL
  SELECT spelling, unit_code, CAST(NULL AS date) AS from_date, CAST(NULL AS date) AS to_date FROM coded
),
-- The same but for blanks, brackets and the “原” of what was renamed: that one is used after its time.
alike AS (
  SELECT
    seen.spelling,
    firm.unit_code,
    CASE WHEN starts_with(seen.spelling, '原') THEN CAST(NULL AS date) ELSE firm.from_date END AS from_date,
    CASE WHEN starts_with(seen.spelling, '原') THEN CAST(NULL AS date) ELSE firm.to_date END AS to_date
  FROM (SELECT DISTINCT spelling, regexp_replace(spelling, '[\s　（）()]|^原', '') AS bare FROM unit_seen) seen
  JOIN firm ON regexp_replace(firm.spelling, '[\s　（）()]', '') = seen.bare
  WHERE firm.spelling <> seen.spelling
),
spelt AS (
  SELECT spelling, unit_code, from_date, to_date FROM decided
  UNION ALL
  SELECT other.spelling, other.unit_code, other.from_date, other.to_date
  FROM (
    SELECT spelling, unit_code, from_date, to_date FROM listed
    UNION ALL
    SELECT coded.spelling, coded.unit_code, CAST(NULL AS date) AS from_date, CAST(NULL AS date) AS to_date
    FROM coded
    LEFT JOIN listed ON listed.spelling = coded.spelling
    WHERE listed.spelling IS NULL
    UNION ALL
    SELECT alike.spelling, alike.unit_code, alike.from_date, alike.to_date
    FROM alike
    LEFT JOIN listed ON listed.spelling = alike.spelling
    LEFT JOIN coded ON coded.spelling = alike.spelling
    WHERE listed.spelling IS NULL AND coded.spelling IS NULL
  ) other
  -- What people decided stands above what is listed.
  LEFT JOIN decided ON decided.spelling = other.spelling
  WHERE decided.spelling IS NULL
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
