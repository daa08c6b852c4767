/*---
contract: bidui/model@1
name: relative_tie
title: 与干部有户籍、婚姻联系的人
version: 1
author: 数据组
description: >-
  干部的亲属在户籍、婚姻登记里往往看得到：同户的人、配偶、配偶的同户人、父母子女的配偶。
  两步以内能定出关系的写关系，只知道同户的关系为空。
inputs:
  - model: relative_claim
    columns: [person_id]
  - model: kin_edge
    columns: [person_id, kin_id, path]
  - list: kin_chain
    columns: [raw, path]
  - dataset: household
    columns: [_src, hh_no, citizen_id, citizen_id_check]
    optional: true
    without: 没有证号的家庭成员解析不出
columns:
  - { name: person_id, type: VARCHAR, title: 干部证号 }
  - { name: kin_id, type: VARCHAR, title: 对方证号 }
  - { name: path, type: VARCHAR, title: 关系路径 }
---*/
WITH focus AS (
  SELECT person_id
  FROM relative_claim
  GROUP BY person_id
),
first_step AS (
  SELECT focus.person_id, kin_edge.kin_id, kin_edge.path
  FROM focus
  JOIN kin_edge ON kin_edge.person_id = focus.person_id
),
second_step AS (
  SELECT first_step.person_id, kin_edge.kin_id, first_step.path || kin_edge.path AS path
  FROM first_step
  JOIN kin_edge ON kin_edge.person_id = first_step.kin_id
  WHERE kin_edge.kin_id <> first_step.person_id
),
-- The cadre, and the spouse, whose households are looked into.
home AS (
  SELECT person_id, person_id AS member_id
  FROM focus
  UNION ALL
  SELECT person_id, kin_id AS member_id
  FROM first_step
  WHERE path = 'S'
),
housemate AS (
  SELECT home.person_id, other.citizen_id AS kin_id
  FROM home
  JOIN household own ON own.citizen_id = home.member_id
  JOIN household other ON other.hh_no = own.hh_no AND other._src = own._src
  WHERE own.citizen_id_check IN ('ok', 'upgraded')
    AND other.citizen_id_check IN ('ok', 'upgraded')
    AND own.hh_no IS NOT NULL
    AND other.citizen_id <> home.person_id
),
tie AS (
  SELECT first_step.person_id, first_step.kin_id, kin_chain.path
  FROM first_step
  JOIN kin_chain ON kin_chain.raw = first_step.path
  UNION ALL
  SELECT second_step.person_id, second_step.kin_id, kin_chain.path
  FROM second_step
  JOIN kin_chain ON kin_chain.raw = second_step.path
  UNION ALL
  SELECT person_id, kin_id, CAST(NULL AS varchar) AS path
  FROM housemate
)
SELECT person_id, kin_id, path
FROM tie
GROUP BY person_id, kin_id, path
