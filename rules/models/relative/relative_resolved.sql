/*---
contract: bidui/model@1
name: relative_resolved
title: 亲属解析结果
version: 2
author: 数据组
description: >-
  每个待解析的人一行：最可能的候选、可能性、候选人数、结论。resolved 可以确定，或分析人员核对为同一人；
  ambiguous 有候选但不能确定，或核对为存疑，不单独出线索；none 没有候选。
inputs:
  - model: relative_claim
    columns: [claim, person_id, person_name, path, member_name, sex]
  - model: relative_score
    columns:
      [claim, kin_id, kin_name, name_level, birth_level, tie_level, fellow_level, place_level, employer_level,
       verdict, namesakes, probability, turn, evidence]
parameters:
  min_probability:
    type: decimal
    default: "0.95"
    min: "0.50"
    max: "0.9999"
    title: 可以确定的最低可能性
    source: proposed
  min_candidate:
    type: decimal
    default: "0.05"
    min: "0.0001"
    max: "0.50"
    title: 计入候选人数的最低可能性
    source: proposed
columns:
  - { name: claim, type: VARCHAR, title: 家庭成员表的行 }
  - { name: person_id, type: VARCHAR, title: 干部证号 }
  - { name: person_name, type: VARCHAR, title: 干部姓名 }
  - { name: path, type: VARCHAR, title: 关系路径 }
  - { name: member_name, type: VARCHAR, title: 所填姓名 }
  - { name: decision, type: VARCHAR, title: 结论 }
  - { name: kin_id, type: VARCHAR, title: 最可能的候选证号 }
  - { name: kin_name, type: VARCHAR, title: 最可能的候选姓名 }
  - { name: probability, type: "DECIMAL(9,6)", title: 可能性 }
  - { name: candidates, type: BIGINT, title: 候选人数 }
  - { name: namesakes, type: BIGINT, title: 同名同性别、前后五年出生的人数 }
  - { name: name_level, type: VARCHAR, title: 姓名 }
  - { name: birth_level, type: VARCHAR, title: 出生 }
  - { name: tie_level, type: VARCHAR, title: 户籍、婚姻联系 }
  - { name: fellow_level, type: VARCHAR, title: 与该干部的其他亲属 }
  - { name: place_level, type: VARCHAR, title: 住址 }
  - { name: employer_level, type: VARCHAR, title: 单位 }
  - { name: verdict, type: VARCHAR, title: 对最可能的候选的核对结论 }
  - { name: refuted, type: BIGINT, title: 核对为不是同一人的候选数 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH counted AS (
  SELECT
    claim,
    CAST(count(*) FILTER (WHERE probability >= :min_candidate AND coalesce(verdict, '') <> 'no') AS bigint) AS candidates,
    CAST(count(*) FILTER (WHERE verdict = 'no') AS bigint) AS refuted
  FROM relative_score
  GROUP BY claim
),
best AS (
  SELECT *
  FROM relative_score
  WHERE turn = 1 AND coalesce(verdict, '') <> 'no'
)
SELECT
  relative_claim.claim,
  relative_claim.person_id,
  relative_claim.person_name,
  relative_claim.path,
  relative_claim.member_name,
  CASE
    WHEN best.claim IS NULL THEN 'none'
    WHEN best.verdict = 'yes' THEN 'resolved'
    WHEN best.verdict = 'unsure' THEN 'ambiguous'
    -- Where the month of birth does not agree, only a register that ties the two together decides.
    WHEN best.probability >= :min_probability
      AND (best.birth_level IN ('day', 'month') OR best.tie_level IN ('relation', 'household') OR best.fellow_level = 'together')
      THEN 'resolved'
    WHEN best.probability >= :min_candidate THEN 'ambiguous'
    ELSE 'none'
  END AS decision,
  best.kin_id,
  best.kin_name,
  best.probability,
  coalesce(counted.candidates, 0) AS candidates,
  best.namesakes,
  best.name_level,
  best.birth_level,
  best.tie_level,
  best.fellow_level,
  best.place_level,
  best.employer_level,
  best.verdict,
  coalesce(counted.refuted, 0) AS refuted,
  CASE
    WHEN best.birth_level = 'day' AND best.name_level = 'exact' AND relative_claim.sex IS NOT NULL THEN 'M3'
    ELSE 'M3R'
  END AS tier,
  relative_claim.claim || coalesce(' ' || best.evidence, '') AS evidence
FROM relative_claim
LEFT JOIN best ON best.claim = relative_claim.claim
LEFT JOIN counted ON counted.claim = relative_claim.claim
