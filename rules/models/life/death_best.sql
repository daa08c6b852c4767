/*---
contract: bidui/model@1
name: death_best
title: 死亡日期（一人一行）
version: 1
author: 数据组
description: >-
  多个来源取最早的可信日期。写明死亡日期的优先；都没有时用火化日，再没有用注销日（只会偏晚）。
  只到年的按当年 12 月 31 日。早于出生、晚于比对日的不可信。
  conflict：各来源写明的死亡日期相差超过 :conflict_days 天，或火化早于死亡。
inputs:
  - dataset: death
    columns:
      [_src, _row, citizen_id, citizen_id_check, name, death_date, death_date_precision,
       cancel_date, cremation_date, source]
    optional_columns:
      name: 与发放名单的姓名不能对照，一号两名认不出
      death_date: 用火化日或注销日代替，只会偏晚
      cancel_date: 没有死亡、火化日期的人不列
      cremation_date: 火化早于死亡的冲突看不出
      source: 一个文件当作一个来源
  - dataset: household
    columns: [_src, _row, citizen_id, citizen_id_check, name, status, status_date]
    optional_columns:
      name: 只用死亡登记里的姓名
      status: 户籍里的死亡注销不作为旁证
      status_date: 户籍里的死亡注销不作为旁证
    optional: true
    without: 户籍里的死亡注销不作为旁证
parameters:
  conflict_days:
    type: integer
    default: 31
    min: 1
    title: 来源之间死亡日期相差超过几天算冲突
    unit: 天
    source: reference
columns:
  - { name: citizen_id, type: VARCHAR, title: 证号 }
  - { name: name, type: VARCHAR, title: 姓名 }
  - { name: death_date, type: DATE, title: 死亡日期 }
  - { name: basis, type: VARCHAR, title: 日期来自 }
  - { name: sources, type: BIGINT, title: 来源数 }
  - { name: conflict, type: BOOLEAN, title: 日期冲突 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH told AS (
  SELECT
    citizen_id,
    name,
    CASE WHEN death_date_precision = 'year'
      THEN date_add('day', -1, date_add('year', 1, date_trunc('year', death_date)))
      ELSE death_date END AS death_date,
    cremation_date,
    cancel_date,
    coalesce(source, _src) AS source,
    CASE WHEN citizen_id_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    _src || '#' || CAST(_row AS varchar) AS evidence
  FROM death
  WHERE citizen_id_check IN ('ok', 'upgraded')
  UNION ALL
  SELECT
    citizen_id,
    name,
    CAST(NULL AS date) AS death_date,
    CAST(NULL AS date) AS cremation_date,
    status_date AS cancel_date,
    '户籍' AS source,
    CASE WHEN citizen_id_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    _src || '#' || CAST(_row AS varchar) AS evidence
  FROM household
  WHERE citizen_id_check IN ('ok', 'upgraded') AND status = '死亡注销'
),
-- Dates before the birth in the ID or after the as-of date are mistakes of entry.
credible AS (
  SELECT
    citizen_id,
    name,
    CASE WHEN death_date <= :as_of
      AND death_date >= coalesce(try_cast(substr(citizen_id, 7, 4) || '-' || substr(citizen_id, 11, 2) || '-' || substr(citizen_id, 13, 2) AS date), DATE '1850-01-01')
      THEN death_date END AS death_date,
    CASE WHEN cremation_date <= :as_of
      AND cremation_date >= coalesce(try_cast(substr(citizen_id, 7, 4) || '-' || substr(citizen_id, 11, 2) || '-' || substr(citizen_id, 13, 2) AS date), DATE '1850-01-01')
      THEN cremation_date END AS cremation_date,
    CASE WHEN cancel_date <= :as_of
      AND cancel_date >= coalesce(try_cast(substr(citizen_id, 7, 4) || '-' || substr(citizen_id, 11, 2) || '-' || substr(citizen_id, 13, 2) AS date), DATE '1850-01-01')
      THEN cancel_date END AS cancel_date,
    source,
    tier,
    evidence
  FROM told
),
person AS (
  SELECT
    citizen_id,
    max(name) AS name,
    min(death_date) AS first_death,
    max(death_date) AS last_death,
    min(cremation_date) AS cremation_date,
    min(cancel_date) AS cancel_date,
    count(DISTINCT source) AS sources,
    min(tier) AS tier,
    array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
  FROM credible
  WHERE coalesce(death_date, cremation_date, cancel_date) IS NOT NULL
  GROUP BY citizen_id
)
SELECT
  citizen_id,
  name,
  coalesce(first_death, cremation_date, cancel_date) AS death_date,
  CASE
    WHEN first_death IS NOT NULL THEN '死亡日期'
    WHEN cremation_date IS NOT NULL THEN '火化日期'
    ELSE '注销日期'
  END AS basis,
  sources,
  coalesce(date_diff('day', first_death, last_death) > :conflict_days, false)
    OR coalesce(cremation_date < first_death, false) AS conflict,
  tier,
  evidence
FROM person
