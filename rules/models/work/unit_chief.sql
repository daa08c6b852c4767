/*---
contract: bidui/model@1
name: unit_chief
title: 单位的主要负责人（任职区间）
version: 1
author: 数据组
description: >-
  单位的每种写法（名称、代码、单位树里的别名），每名主要负责人的每段任职一行，起止半开；别名只在它的有效期内。
  职务拆开后有一项是主要负责人职务（chief_post）的才算，副职不算。报告据此写出“当时谁任职”。
inputs:
  - model: tenure
    columns: [person_id, person_name, unit, unit_code, post, valid_from, valid_to, evidence]
  - model: unit_alias
    columns: [spelling, unit_code, valid_from, valid_to]
  - list: chief_post
    columns: [word]
columns:
  - { name: spelling, type: VARCHAR, title: 单位的写法 }
  - { name: person_id, type: VARCHAR, title: 证号 }
  - { name: person_name, type: VARCHAR, title: 姓名 }
  - { name: post, type: VARCHAR, title: 职务 }
  - { name: valid_from, type: DATE, title: 起 }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
---*/
WITH chief AS (
  SELECT DISTINCT
    tenure.person_id, tenure.person_name, tenure.unit, tenure.unit_code, tenure.post,
    tenure.valid_from, tenure.valid_to
  FROM tenure
  CROSS JOIN UNNEST(regexp_split(tenure.post, '[、，,；;兼/ ]+')) AS u (part)
  JOIN chief_post ON chief_post.word = u.part
),
-- The code of his unit: as written, or as the list of names has it for the time of the post.
coded AS (
  SELECT person_id, person_name, post, valid_from, valid_to, unit_code
  FROM chief
  WHERE unit_code IS NOT NULL
  UNION
  SELECT
    chief.person_id, chief.person_name, chief.post,
    greatest(chief.valid_from, unit_alias.valid_from) AS valid_from,
    least(chief.valid_to, unit_alias.valid_to) AS valid_to,
    unit_alias.unit_code
  FROM chief
  JOIN unit_alias ON unit_alias.spelling = chief.unit
),
spelt AS (
  SELECT unit AS spelling, person_id, person_name, post, valid_from, valid_to
  FROM chief
  WHERE unit IS NOT NULL
  UNION ALL
  SELECT unit_code AS spelling, person_id, person_name, post, valid_from, valid_to
  FROM coded
  UNION ALL
  SELECT
    unit_alias.spelling, coded.person_id, coded.person_name, coded.post,
    greatest(coded.valid_from, unit_alias.valid_from) AS valid_from,
    least(coded.valid_to, unit_alias.valid_to) AS valid_to
  FROM coded
  JOIN unit_alias ON unit_alias.unit_code = coded.unit_code
)
SELECT
  spelling,
  person_id,
  max(person_name) AS person_name,
  post,
  valid_from,
  max(valid_to) AS valid_to
FROM spelt
WHERE valid_from < valid_to
GROUP BY spelling, person_id, post, valid_from
