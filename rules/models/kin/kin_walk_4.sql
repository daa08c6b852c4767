/*---
contract: bidui/model@1
name: kin_walk_4
title: 亲属链（走 4 步）
version: 2
author: 数据组
description: >-
  在第三步上再走一步；兄弟姐妹经父母相认时（父母、子女两步）才用得到第四步，按口径仍算三步以内。各步的起止取交集，不回到走过的人。
inputs:
  - model: kin_walk_3
    columns:
      [person_id, person_name, k1_id, k1_name, k1_path, k1_evidence, k2_id, k2_name, k2_path, k2_evidence, k3_id, k3_name, k3_path, k3_evidence, kin_id, raw, valid_from, valid_to, dated, source, tier]
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
  w.k2_id,
  w.k2_name,
  w.k2_path,
  w.k2_evidence,
  w.k3_id,
  w.k3_name,
  w.k3_path,
  w.k3_evidence,
  e.kin_id AS k4_id,
  e.kin_name AS k4_name,
  e.path AS k4_path,
  e.evidence AS k4_evidence,
  e.kin_id,
  kin_chain.raw,
  CAST(4 AS bigint) AS steps,
  greatest(w.valid_from, e.valid_from) AS valid_from,
  least(w.valid_to, e.valid_to) AS valid_to,
  w.dated OR e.dated AS dated,
  CASE WHEN strpos(w.source, e.source) > 0 THEN w.source ELSE w.source || '、' || e.source END AS source,
  greatest(w.tier, e.tier) AS tier
FROM kin_walk_3 w
JOIN kin_link e ON e.person_id = w.kin_id
-- The chain so far and the next step must be the beginning of a relation that has a class.
JOIN kin_chain ON kin_chain.raw = w.raw || e.path
WHERE
  e.kin_id <> w.person_id
  AND e.kin_id <> w.k1_id
  AND e.kin_id <> w.k2_id
  -- All steps must hold at one time, or there is no path.
  AND greatest(w.valid_from, e.valid_from) < least(w.valid_to, e.valid_to)
