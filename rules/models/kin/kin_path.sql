/*---
contract: bidui/model@1
name: kin_path
title: 干部的亲属（全链）
version: 4
author: 数据组
description: >-
  干部、村（社区）干部到每个亲属的链，按 domain/rulings.md 归类；同一对人只留最近的一类。
  同一关系有登记起止的链时，没有起止的不用：离了婚的岳母不会靠一张旧表又成了岳母。
inputs:
  - model: kin_walk
    columns:
      [person_id, person_name, k1_id, k1_name, k1_path, k1_from, k1_to, k1_evidence,
       k2_id, k2_name, k2_path, k2_from, k2_to, k2_evidence, k3_id, k3_name, k3_path, k3_from, k3_to, k3_evidence,
       k4_id, k4_name, k4_path, k4_from, k4_to, k4_evidence,
       kin_id, raw, steps, valid_from, valid_to, dated, source, tier]
  - list: kin_chain
    columns: [raw, path]
  - list: kin_class
    columns: [path, class, class_rank, title]
  - list: kin_title
    columns: [path, ego_sex, kin_sex, title]
parameters:
  max_distance:
    type: integer
    default: 3
    min: 1
    max: 3
    title: 关系链最多几步（兄弟姐妹算一步）
    unit: 步
    source: policy
columns:
  - { name: person_id, type: VARCHAR, title: 干部证号 }
  - { name: person_name, type: VARCHAR, title: 干部姓名 }
  - { name: kin_id, type: VARCHAR, title: 走到的人 }
  - { name: kin_name, type: VARCHAR, title: 亲属姓名 }
  - { name: class, type: VARCHAR, title: 亲属类别 }
  - { name: class_rank, type: BIGINT, title: 由近到远 }
  - { name: path, type: VARCHAR, title: 关系路径 }
  - { name: relation, type: VARCHAR, title: 称谓 }
  - { name: k1_id, type: VARCHAR, title: 第1步证号 }
  - { name: k1_name, type: VARCHAR, title: 第1步姓名 }
  - { name: k1_title, type: VARCHAR, title: 第1步称谓 }
  - { name: k1_from, type: DATE, title: 第1步起 }
  - { name: k1_to, type: DATE, title: 第1步止（不含当日） }
  - { name: k1_evidence, type: VARCHAR, title: 第1步证据 }
  - { name: k2_id, type: VARCHAR, title: 第2步证号 }
  - { name: k2_name, type: VARCHAR, title: 第2步姓名 }
  - { name: k2_title, type: VARCHAR, title: 第2步称谓 }
  - { name: k2_from, type: DATE, title: 第2步起 }
  - { name: k2_to, type: DATE, title: 第2步止（不含当日） }
  - { name: k2_evidence, type: VARCHAR, title: 第2步证据 }
  - { name: k3_id, type: VARCHAR, title: 第3步证号 }
  - { name: k3_name, type: VARCHAR, title: 第3步姓名 }
  - { name: k3_title, type: VARCHAR, title: 第3步称谓 }
  - { name: k3_from, type: DATE, title: 第3步起 }
  - { name: k3_to, type: DATE, title: 第3步止（不含当日） }
  - { name: k3_evidence, type: VARCHAR, title: 第3步证据 }
  - { name: k4_id, type: VARCHAR, title: 第4步证号 }
  - { name: k4_name, type: VARCHAR, title: 第4步姓名 }
  - { name: k4_title, type: VARCHAR, title: 第4步称谓 }
  - { name: k4_from, type: DATE, title: 第4步起 }
  - { name: k4_to, type: DATE, title: 第4步止（不含当日） }
  - { name: k4_evidence, type: VARCHAR, title: 第4步证据 }
  - { name: steps, type: BIGINT, title: 步数 }
  - { name: valid_from, type: DATE, title: 起 }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: dated, type: BOOLEAN, title: 起止有登记 }
  - { name: source, type: VARCHAR, title: 来源 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 全链证据 }
---*/
WITH classed AS (
  SELECT
    kin_walk.*,
    kin_class.class,
    kin_class.class_rank,
    kin_class.path,
    kin_class.title,
    min(kin_class.class_rank) OVER (PARTITION BY kin_walk.person_id, kin_walk.kin_id) AS nearest,
    bool_or(kin_walk.dated) OVER (
      PARTITION BY kin_walk.person_id, kin_walk.kin_id, kin_class.path
    ) AS any_dated
  FROM kin_walk
  JOIN kin_chain ON kin_chain.raw = kin_walk.raw
  JOIN kin_class ON kin_class.path = kin_chain.path
  -- One letter a step: brothers and sisters are one step, however they were reached.
  WHERE length(kin_class.path) <= :max_distance
),
kept AS (
  SELECT *
  FROM classed
  WHERE class_rank = nearest AND (dated OR NOT any_dated)
),
-- Odd 17th digit is a man (GB 11643).
sexed AS (
  SELECT
    kept.*,
    CASE WHEN CAST(substr(person_id, 17, 1) AS integer) % 2 = 1 THEN '1' ELSE '2' END AS sex0,
    CASE WHEN CAST(substr(k1_id, 17, 1) AS integer) % 2 = 1 THEN '1' ELSE '2' END AS sex1,
    CASE WHEN CAST(substr(k2_id, 17, 1) AS integer) % 2 = 1 THEN '1' ELSE '2' END AS sex2,
    CASE WHEN CAST(substr(k3_id, 17, 1) AS integer) % 2 = 1 THEN '1' ELSE '2' END AS sex3,
    CASE WHEN CAST(substr(k4_id, 17, 1) AS integer) % 2 = 1 THEN '1' ELSE '2' END AS sex4,
    CASE WHEN CAST(substr(kin_id, 17, 1) AS integer) % 2 = 1 THEN '1' ELSE '2' END AS sex_kin
  FROM kept
)
SELECT
  sexed.person_id,
  sexed.person_name,
  sexed.kin_id,
  coalesce(sexed.k4_name, sexed.k3_name, sexed.k2_name, sexed.k1_name) AS kin_name,
  sexed.class,
  sexed.class_rank,
  sexed.path,
  coalesce(t0.title, sexed.title) AS relation,
  sexed.k1_id,
  sexed.k1_name,
  t1.title AS k1_title,
  sexed.k1_from,
  sexed.k1_to,
  sexed.k1_evidence,
  sexed.k2_id,
  sexed.k2_name,
  t2.title AS k2_title,
  sexed.k2_from,
  sexed.k2_to,
  sexed.k2_evidence,
  sexed.k3_id,
  sexed.k3_name,
  t3.title AS k3_title,
  sexed.k3_from,
  sexed.k3_to,
  sexed.k3_evidence,
  sexed.k4_id,
  sexed.k4_name,
  t4.title AS k4_title,
  sexed.k4_from,
  sexed.k4_to,
  sexed.k4_evidence,
  sexed.steps,
  sexed.valid_from,
  sexed.valid_to,
  sexed.dated,
  sexed.source,
  sexed.tier,
  sexed.k1_evidence
    || coalesce(' ' || sexed.k2_evidence, '')
    || coalesce(' ' || sexed.k3_evidence, '')
    || coalesce(' ' || sexed.k4_evidence, '') AS evidence
FROM sexed
LEFT JOIN kin_title t0
  ON t0.path = sexed.path AND t0.ego_sex = sexed.sex0 AND t0.kin_sex = sexed.sex_kin
LEFT JOIN kin_title t1
  ON t1.path = sexed.k1_path AND t1.ego_sex = sexed.sex0 AND t1.kin_sex = sexed.sex1
LEFT JOIN kin_title t2
  ON t2.path = sexed.k2_path AND t2.ego_sex = sexed.sex1 AND t2.kin_sex = sexed.sex2
LEFT JOIN kin_title t3
  ON t3.path = sexed.k3_path AND t3.ego_sex = sexed.sex2 AND t3.kin_sex = sexed.sex3
LEFT JOIN kin_title t4
  ON t4.path = sexed.k4_path AND t4.ego_sex = sexed.sex3 AND t4.kin_sex = sexed.sex4
