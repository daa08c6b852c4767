/*---
contract: bidui/model@1
name: tenure
title: 干部任职区间
version: 2
author: 数据组
description: >-
  有任职经历表的按经历表，没有的按简历里写的（post_told），再没有的按现任职务和任现职时间；任职当日算在任，离任当日不算。
  只到月的按当月一日。
inputs:
  - dataset: cadre_resume
    columns: [_src, _row, citizen_id, citizen_id_check, name, unit, unit_code, post, region_code, from_date, to_date]
    optional_columns:
      name: 用干部基本情况里的姓名
      unit_code: 任职单位只按名称认
      post: 不显示职务
      region_code: 不知道任职地区
      to_date: 每段任职都按仍在任，前后任职会重叠
    optional: true
    without: 只能按现任职务判断在任，以前的任职看不到
  - dataset: cadre
    columns:
      [_src, _row, citizen_id, citizen_id_check, name, unit, unit_code, current_post, post_since]
    optional_columns:
      unit_code: 任职单位只按名称认
      current_post: 不显示职务
      post_since: 没有任职经历的干部不查
    optional: true
    without: 没有任职经历的干部不查
  - model: post_told
    columns: [person_id, person_name, unit, post, from_date, to_date, tier, evidence]
columns:
  - { name: person_id, type: VARCHAR, title: 证号 }
  - { name: person_name, type: VARCHAR, title: 姓名 }
  - { name: unit, type: VARCHAR, title: 单位 }
  - { name: unit_code, type: VARCHAR, title: 单位代码 }
  - { name: post, type: VARCHAR, title: 职务 }
  - { name: region_code, type: VARCHAR, title: 任职地区 }
  - { name: valid_from, type: DATE, title: 起 }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH named AS (
  SELECT citizen_id AS person_id, max(name) AS person_name
  FROM cadre
  WHERE citizen_id_check IN ('ok', 'upgraded')
  GROUP BY citizen_id
),
resumed AS (
  SELECT citizen_id AS person_id
  FROM cadre_resume
  WHERE citizen_id_check IN ('ok', 'upgraded') AND from_date IS NOT NULL
  GROUP BY citizen_id
),
told AS (
  SELECT person_id
  FROM post_told
  GROUP BY person_id
),
post AS (
  SELECT
    cadre_resume.citizen_id AS person_id,
    coalesce(cadre_resume.name, named.person_name) AS person_name,
    cadre_resume.unit,
    cadre_resume.unit_code,
    cadre_resume.post,
    cadre_resume.region_code,
    cadre_resume.from_date,
    cadre_resume.to_date,
    CASE WHEN cadre_resume.citizen_id_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    cadre_resume._src || '#' || CAST(cadre_resume._row AS varchar) AS evidence
  FROM cadre_resume
  LEFT JOIN named ON named.person_id = cadre_resume.citizen_id
  WHERE cadre_resume.citizen_id_check IN ('ok', 'upgraded') AND cadre_resume.from_date IS NOT NULL
  UNION ALL
  SELECT
    cadre.citizen_id AS person_id,
    cadre.name AS person_name,
    cadre.unit,
    cadre.unit_code,
    cadre.current_post AS post,
    CAST(NULL AS varchar) AS region_code,
    cadre.post_since AS from_date,
    CAST(NULL AS date) AS to_date,
    CASE WHEN cadre.citizen_id_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    cadre._src || '#' || CAST(cadre._row AS varchar) AS evidence
  FROM cadre
  LEFT JOIN resumed ON resumed.person_id = cadre.citizen_id
  LEFT JOIN told ON told.person_id = cadre.citizen_id
  WHERE cadre.citizen_id_check IN ('ok', 'upgraded')
    AND cadre.post_since IS NOT NULL
    AND resumed.person_id IS NULL
    AND told.person_id IS NULL
  UNION ALL
  SELECT
    post_told.person_id,
    post_told.person_name,
    post_told.unit,
    CAST(NULL AS varchar) AS unit_code,
    post_told.post,
    CAST(NULL AS varchar) AS region_code,
    post_told.from_date,
    post_told.to_date,
    post_told.tier,
    post_told.evidence
  FROM post_told
  LEFT JOIN resumed ON resumed.person_id = post_told.person_id
  WHERE resumed.person_id IS NULL
)
SELECT
  person_id,
  person_name,
  unit,
  unit_code,
  post,
  region_code,
  from_date AS valid_from,
  least(coalesce(to_date, DATE '9999-12-31'), date_add('day', 1, :as_of)) AS valid_to,
  tier,
  evidence
FROM post
WHERE from_date < least(coalesce(to_date, DATE '9999-12-31'), date_add('day', 1, :as_of))
