/*---
contract: bidui/model@1
name: kin_link
title: 亲属关系（一步，含解析出的）
version: 1
author: 数据组
description: >-
  登记上看得到的一步关系，加上家庭成员表中没有证号、经多源解析可以确定的亲属（M3、M3R）。
  解析为有候选而不能确定的不用；户籍、婚姻登记中已有同一关系的不重复。
inputs:
  - model: kin_edge
    columns:
      [person_id, person_name, kin_id, kin_name, path, valid_from, valid_to, dated, source, tier, evidence]
  - model: relative_resolved
    columns: [person_id, person_name, path, decision, kin_id, kin_name, tie_level, tier, evidence]
  - list: kin_class
    columns: [path, inverse]
columns:
  - { name: person_id, type: VARCHAR, title: 本人证号 }
  - { name: person_name, type: VARCHAR, title: 本人姓名 }
  - { name: kin_id, type: VARCHAR, title: 对方证号 }
  - { name: kin_name, type: VARCHAR, title: 对方姓名 }
  - { name: path, type: VARCHAR, title: 关系路径 }
  - { name: valid_from, type: DATE, title: 起（1900-01-01 为不明） }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: dated, type: BOOLEAN, title: 起止有登记 }
  - { name: source, type: VARCHAR, title: 来源 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH resolved AS (
  SELECT relative_resolved.*, kin_class.inverse
  FROM relative_resolved
  JOIN kin_class ON kin_class.path = relative_resolved.path
  WHERE decision = 'resolved' AND tie_level <> 'relation'
)
SELECT
  person_id, person_name, kin_id, kin_name, path, valid_from, valid_to, dated, source, tier, evidence
FROM kin_edge
UNION ALL
SELECT
  person_id, person_name, kin_id, kin_name, path,
  DATE '1900-01-01' AS valid_from, date_add('day', 1, :as_of) AS valid_to, false AS dated,
  '家庭成员表（解析）' AS source, tier, evidence
FROM resolved
UNION ALL
SELECT
  kin_id AS person_id, kin_name AS person_name, person_id AS kin_id, person_name AS kin_name, inverse AS path,
  DATE '1900-01-01' AS valid_from, date_add('day', 1, :as_of) AS valid_to, false AS dated,
  '家庭成员表（解析）' AS source, tier, evidence
FROM resolved
WHERE inverse IS NOT NULL
