/*---
contract: bidui/model@1
name: kin_walk_1
title: 亲属链（走 1 步）
version: 2
author: 数据组
description: >-
  从干部出发的第一步；每一步都要在 kin_chain 里，走不成亲属的链当场停下。
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
  kin_focus.person_id,
  kin_focus.person_name,
  kin_link.kin_id AS k1_id,
  kin_link.kin_name AS k1_name,
  kin_link.path AS k1_path,
  kin_link.evidence AS k1_evidence,
  CAST(NULL AS varchar) AS k2_id,
  CAST(NULL AS varchar) AS k2_name,
  CAST(NULL AS varchar) AS k2_path,
  CAST(NULL AS varchar) AS k2_evidence,
  CAST(NULL AS varchar) AS k3_id,
  CAST(NULL AS varchar) AS k3_name,
  CAST(NULL AS varchar) AS k3_path,
  CAST(NULL AS varchar) AS k3_evidence,
  CAST(NULL AS varchar) AS k4_id,
  CAST(NULL AS varchar) AS k4_name,
  CAST(NULL AS varchar) AS k4_path,
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
