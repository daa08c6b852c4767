/*---
contract: bidui/model@1
name: unit_unmatched
title: 认不出是哪个单位的写法
version: 1
author: 数据组
description: >-
  单位树、认定清单里都没有，也不能按代码、去掉空格括号后认出的写法，一种一行。hint_code 是去掉地区名以后唯一同名的单位，只供人参考。
inputs:
  - model: unit_seen
    columns: [spelling, source, lines, amount, first_day, last_day]
  - model: unit_alias
    columns: [spelling, unit_code]
  - dataset: org_tree
    columns: [unit_code, unit_name, alias]
    optional_columns:
      alias: 参考单位只看全称
    optional: true
    without: 没有单位树，写法都认不出，也没有参考单位
columns:
  - { name: spelling, type: VARCHAR, title: 写法 }
  - { name: sources, type: VARCHAR, title: 数据 }
  - { name: lines, type: BIGINT, title: 行数 }
  - { name: amount, type: "DECIMAL(18,2)", title: 金额 }
  - { name: first_day, type: DATE, title: 最早 }
  - { name: last_day, type: DATE, title: 最晚 }
  - { name: hint_code, type: VARCHAR, title: 参考单位代码 }
  - { name: hint_name, type: VARCHAR, title: 参考单位 }
---*/
WITH known AS (
  SELECT spelling
  FROM unit_alias
  GROUP BY spelling
),
source_total AS (
  SELECT spelling, source, sum(lines) AS lines, sum(amount) AS amount, min(first_day) AS first_day, max(last_day) AS last_day
  FROM unit_seen
  GROUP BY spelling, source
),
open_name AS (
  SELECT
    source_total.spelling,
    array_join(array_agg(source_total.source ORDER BY source_total.source), '、') AS sources,
    sum(source_total.lines) AS lines,
    max(source_total.amount) AS amount,
    min(source_total.first_day) AS first_day,
    max(source_total.last_day) AS last_day,
    regexp_replace(regexp_replace(source_total.spelling, '[\s　（）()]|^原', ''), '^(.{2,3}(省|市|县|区))?(省|市|县|区)?', '') AS bare
  FROM source_total
  LEFT JOIN known ON known.spelling = source_total.spelling
  WHERE known.spelling IS NULL
  GROUP BY source_total.spelling
),
bare_name AS (
  SELECT bare, max(unit_code) AS unit_code, max(unit_name) AS unit_name
  FROM (
    SELECT regexp_replace(regexp_replace(unit_name, '[\s　（）()]', ''), '^(.{2,3}(省|市|县|区))?(省|市|县|区)?', '') AS bare, unit_code, unit_name
    FROM org_tree
    UNION ALL
    SELECT regexp_replace(regexp_replace(alias, '[\s　（）()]', ''), '^(.{2,3}(省|市|县|区))?(省|市|县|区)?', '') AS bare, unit_code, unit_name
    FROM org_tree
  ) named
  WHERE bare <> ''
  GROUP BY bare
  HAVING count(DISTINCT unit_code) = 1
)
SELECT
  open_name.spelling,
  open_name.sources,
  CAST(open_name.lines AS bigint) AS lines,
  CAST(open_name.amount AS decimal(18,2)) AS amount,
  open_name.first_day,
  open_name.last_day,
  bare_name.unit_code AS hint_code,
  bare_name.unit_name AS hint_name
FROM open_name
LEFT JOIN bare_name ON bare_name.bare = open_name.bare
