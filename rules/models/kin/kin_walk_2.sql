/*---
contract: bidui/model@1
name: kin_walk_2
title: 亲属链（走 2 步）
version: 2
author: 数据组
description: >-
  在第一步上再走一步。各步的起止取交集，不回到走过的人。
inputs:
  - model: kin_walk_1
    columns:
      [person_id, person_name, k1_id, k1_name, k1_path, k1_evidence, kin_id, raw, valid_from, valid_to, dated, source, tier]
  - model: kin_link
    columns: [person_id, kin_id, kin_name, path, valid_from, valid_to, dated, source, tier, evidence]
  - list: kin_chain
    columns: [raw]
columns:
  - { name: person_id, type: VARCHAR, title: 干部证号 }
  - { name: person_name, type: VARCHAR, title: 干部姓名 }
  - { name: k1_id, type: VARCHAR, title: 第1步证号 }
  - { name: k1_name, type: VARCHAR, title: 第1步姓名 }
  - { name: k1_path, type: VARCHAR, title: 第1步关系 }
  - { name: k1_evidence, type: VARCHAR, title: 第1步证据 }
  - { name: k2_id, type: VARCHAR, title: 第2步证号 }
  - { name: k2_name, type: VARCHAR, title: 第2步姓名 }
  - { name: k2_path, type: VARCHAR, title: 第2步关系 }
  - { name: k2_evidence, type: VARCHAR, title: 第2步证据 }
  - { name: k3_id, type: VARCHAR, title: 第3步证号 }
  - { name: k3_name, type: VARCHAR, title: 第3步姓名 }
  - { name: k3_path, type: VARCHAR, title: 第3步关系 }
  - { name: k3_evidence, type: VARCHAR, title: 第3步证据 }
  - { name: k4_id, type: VARCHAR, title: 第4步证号 }
  - { name: k4_name, type: VARCHAR, title: 第4步姓名 }
  - { name: k4_path, type: VARCHAR, title: 第4步关系 }
  - { name: k4_evidence, type: VARCHAR, title: 第4步证据 }
  - { name: kin_id, type: VARCHAR, title: 走到的人 }
  - { name: raw, type: VARCHAR, title: 走过的链 }
  - { name: steps, type: BIGINT, title: 步数 }
  - { name: valid_from, type: DATE, title: 起 }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: dated, type: BOOLEAN, title: 起止有登记 }
  - { name: source, type: VARCHAR, title: 来源 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
---*/
SELECT
  w.person_id,
  w.person_name,
  w.k1_id,
  w.k1_name,
  w.k1_path,
  w.k1_evidence,
  e.kin_id AS k2_id,
  e.kin_name AS k2_name,
  e.path AS k2_path,
  e.evidence AS k2_evidence,
  CAST(NULL AS varchar) AS k3_id,
  CAST(NULL AS varchar) AS k3_name,
  CAST(NULL AS varchar) AS k3_path,
  CAST(NULL AS varchar) AS k3_evidence,
  CAST(NULL AS varchar) AS k4_id,
  CAST(NULL AS varchar) AS k4_name,
  CAST(NULL AS varchar) AS k4_path,
  CAST(NULL AS varchar) AS k4_evidence,
  e.kin_id,
  kin_chain.raw,
  CAST(2 AS bigint) AS steps,
  greatest(w.valid_from, e.valid_from) AS valid_from,
  least(w.valid_to, e.valid_to) AS valid_to,
  w.dated OR e.dated AS dated,
  CASE WHEN strpos(w.source, e.source) > 0 THEN w.source ELSE w.source || '、' || e.source END AS source,
  greatest(w.tier, e.tier) AS tier
FROM kin_walk_1 w
JOIN kin_link e ON e.person_id = w.kin_id
-- The chain so far and the next step must be the beginning of a relation that has a class.
JOIN kin_chain ON kin_chain.raw = w.raw || e.path
WHERE
  e.kin_id <> w.person_id
  -- All steps must hold at one time, or there is no path.
  AND greatest(w.valid_from, e.valid_from) < least(w.valid_to, e.valid_to)
