/*---
contract: bidui/model@1
name: kin_walk
title: 亲属链（一步步走）
kind: iterate
iterate: { maximum: 3, at_maximum: stop }
version: 2
author: 数据组
description: >-
  从干部、村（社区）干部出发一步步走，最多四步（kin_chain 里最长的链）。各步的起止取交集，不回到走过的人；走到表外就停。
inputs:
  - model: kin_focus
    columns: [person_id, person_name]
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
  - { name: k1_from, type: DATE, title: 第1步起 }
  - { name: k1_to, type: DATE, title: 第1步止（不含当日） }
  - { name: k1_evidence, type: VARCHAR, title: 第1步证据 }
  - { name: k2_id, type: VARCHAR, title: 第2步证号 }
  - { name: k2_name, type: VARCHAR, title: 第2步姓名 }
  - { name: k2_path, type: VARCHAR, title: 第2步关系 }
  - { name: k2_from, type: DATE, title: 第2步起 }
  - { name: k2_to, type: DATE, title: 第2步止（不含当日） }
  - { name: k2_evidence, type: VARCHAR, title: 第2步证据 }
  - { name: k3_id, type: VARCHAR, title: 第3步证号 }
  - { name: k3_name, type: VARCHAR, title: 第3步姓名 }
  - { name: k3_path, type: VARCHAR, title: 第3步关系 }
  - { name: k3_from, type: DATE, title: 第3步起 }
  - { name: k3_to, type: DATE, title: 第3步止（不含当日） }
  - { name: k3_evidence, type: VARCHAR, title: 第3步证据 }
  - { name: k4_id, type: VARCHAR, title: 第4步证号 }
  - { name: k4_name, type: VARCHAR, title: 第4步姓名 }
  - { name: k4_path, type: VARCHAR, title: 第4步关系 }
  - { name: k4_from, type: DATE, title: 第4步起 }
  - { name: k4_to, type: DATE, title: 第4步止（不含当日） }
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
/*--- seed ---*/
SELECT
  kin_focus.person_id,
  kin_focus.person_name,
  kin_link.kin_id AS k1_id,
  kin_link.kin_name AS k1_name,
  kin_link.path AS k1_path,
  kin_link.valid_from AS k1_from,
  kin_link.valid_to AS k1_to,
  kin_link.evidence AS k1_evidence,
  CAST(NULL AS varchar) AS k2_id,
  CAST(NULL AS varchar) AS k2_name,
  CAST(NULL AS varchar) AS k2_path,
  CAST(NULL AS date) AS k2_from,
  CAST(NULL AS date) AS k2_to,
  CAST(NULL AS varchar) AS k2_evidence,
  CAST(NULL AS varchar) AS k3_id,
  CAST(NULL AS varchar) AS k3_name,
  CAST(NULL AS varchar) AS k3_path,
  CAST(NULL AS date) AS k3_from,
  CAST(NULL AS date) AS k3_to,
  CAST(NULL AS varchar) AS k3_evidence,
  CAST(NULL AS varchar) AS k4_id,
  CAST(NULL AS varchar) AS k4_name,
  CAST(NULL AS varchar) AS k4_path,
  CAST(NULL AS date) AS k4_from,
  CAST(NULL AS date) AS k4_to,
  CAST(NULL AS varchar) AS k4_evidence,
  kin_link.kin_id,
  kin_link.path AS raw,
  CAST(1 AS bigint) AS steps,
  kin_link.valid_from,
  kin_link.valid_to,
  kin_link.dated,
  kin_link.source,
  kin_link.tier
FROM kin_focus
JOIN kin_link ON kin_link.person_id = kin_focus.person_id
JOIN kin_chain ON kin_chain.raw = kin_link.path
/*--- step ---*/
SELECT
  latest.person_id,
  latest.person_name,
  latest.k1_id,
  latest.k1_name,
  latest.k1_path,
  latest.k1_from,
  latest.k1_to,
  latest.k1_evidence,
  CASE WHEN latest.steps = 1 THEN e.kin_id ELSE latest.k2_id END AS k2_id,
  CASE WHEN latest.steps = 1 THEN e.kin_name ELSE latest.k2_name END AS k2_name,
  CASE WHEN latest.steps = 1 THEN e.path ELSE latest.k2_path END AS k2_path,
  CASE WHEN latest.steps = 1 THEN e.valid_from ELSE latest.k2_from END AS k2_from,
  CASE WHEN latest.steps = 1 THEN e.valid_to ELSE latest.k2_to END AS k2_to,
  CASE WHEN latest.steps = 1 THEN e.evidence ELSE latest.k2_evidence END AS k2_evidence,
  CASE WHEN latest.steps = 2 THEN e.kin_id ELSE latest.k3_id END AS k3_id,
  CASE WHEN latest.steps = 2 THEN e.kin_name ELSE latest.k3_name END AS k3_name,
  CASE WHEN latest.steps = 2 THEN e.path ELSE latest.k3_path END AS k3_path,
  CASE WHEN latest.steps = 2 THEN e.valid_from ELSE latest.k3_from END AS k3_from,
  CASE WHEN latest.steps = 2 THEN e.valid_to ELSE latest.k3_to END AS k3_to,
  CASE WHEN latest.steps = 2 THEN e.evidence ELSE latest.k3_evidence END AS k3_evidence,
  CASE WHEN latest.steps = 3 THEN e.kin_id ELSE latest.k4_id END AS k4_id,
  CASE WHEN latest.steps = 3 THEN e.kin_name ELSE latest.k4_name END AS k4_name,
  CASE WHEN latest.steps = 3 THEN e.path ELSE latest.k4_path END AS k4_path,
  CASE WHEN latest.steps = 3 THEN e.valid_from ELSE latest.k4_from END AS k4_from,
  CASE WHEN latest.steps = 3 THEN e.valid_to ELSE latest.k4_to END AS k4_to,
  CASE WHEN latest.steps = 3 THEN e.evidence ELSE latest.k4_evidence END AS k4_evidence,
  e.kin_id,
  kin_chain.raw,
  latest.steps + 1 AS steps,
  greatest(latest.valid_from, e.valid_from) AS valid_from,
  least(latest.valid_to, e.valid_to) AS valid_to,
  latest.dated OR e.dated AS dated,
  CASE WHEN strpos(latest.source, e.source) > 0 THEN latest.source ELSE latest.source || '、' || e.source END AS source,
  greatest(latest.tier, e.tier) AS tier
FROM latest
JOIN kin_link e ON e.person_id = latest.kin_id
-- The chain so far and the next step must be the beginning of a relation that has a class.
JOIN kin_chain ON kin_chain.raw = latest.raw || e.path
WHERE
  e.kin_id <> latest.person_id
  AND e.kin_id <> latest.k1_id
  AND (latest.k2_id IS NULL OR e.kin_id <> latest.k2_id)
  AND (latest.k3_id IS NULL OR e.kin_id <> latest.k3_id)
  -- All steps must hold at one time, or there is no path.
  AND greatest(latest.valid_from, e.valid_from) < least(latest.valid_to, e.valid_to)
