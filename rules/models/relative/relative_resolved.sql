/*---
contract: bidui/model@1
name: relative_resolved
title: 亲属解析结果
version: 1
author: 数据组
description: >-
  每个待解析的人一行：最可能的候选、可能性、候选人数、结论。可能性按 Fellegi–Sunter 的似然比算：
  各特征在真亲属与旁人中的比例相除、相乘；旁人同名同年月的期望人数按户籍现算；亲属也可能不在户籍里，
  这一种可能与各候选一起归一。结论：resolved 可以确定；ambiguous 有候选但不能确定，不单独出线索；none 没有候选。
inputs:
  - model: relative_claim
    columns: [claim, person_id, person_name, path, member_name, sex, birth, birth_level, tier]
  - model: relative_name
    columns: [claim, member_name, name_key, sex, birth_year]
  - model: relative_namesake
    columns: [name_key, sex, birth_year, persons]
  - model: relative_candidate
    columns:
      [claim, kin_id, kin_name, name_level, birth_level, tie_level, fellow_level, place_level, employer_level,
       evidence]
  - list: relative_weight
    columns: [feature, bond, level, m, u]
  - list: relative_bond
    columns: [path, bond]
parameters:
  register_share:
    type: decimal
    default: "0.80"
    min: "0.05"
    max: "0.99"
    title: 亲属在本地户籍、婚姻登记中的比例
    source: proposed
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
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH counted AS (
  SELECT
    n.claim,
    coalesce(sum(s.persons) FILTER (WHERE n.name_key = n.member_name), 0) AS exact_persons,
    coalesce(sum(s.persons) FILTER (WHERE n.name_key <> n.member_name), 0) AS blanked_persons,
    max(length(n.member_name)) AS letters
  FROM relative_name n
  JOIN relative_namesake s ON s.name_key = n.name_key AND s.sex = n.sex
  WHERE n.birth_year IS NULL
    OR s.birth_year BETWEEN CAST(n.birth_year AS bigint) - 5 AND CAST(n.birth_year AS bigint) + 5
  GROUP BY n.claim
),
-- How many others are to be expected at each level, the one who is looked for not counted.
expected AS (
  SELECT
    claim,
    CAST(exact_persons AS bigint) AS namesakes,
    CAST(greatest(exact_persons - 0.5, 0.5) AS double) AS exact_others,
    CAST(greatest(blanked_persons - letters * exact_persons - 0.5, 0.5) AS double) AS near_others
  FROM counted
),
scored AS (
  SELECT
    c.claim,
    c.kin_id,
    c.kin_name,
    c.name_level,
    c.birth_level,
    c.tie_level,
    c.fellow_level,
    c.place_level,
    c.employer_level,
    c.evidence,
    expected.namesakes,
    CAST(round(
      log2(CAST(:register_share AS double))
      + log2(CAST(wn.m AS double))
      + log2(CAST(wb.m AS double))
      -- Eleven years of births: one day, one month, one year of them, or all.
      + log2(CASE c.birth_level WHEN 'day' THEN 4018e0 WHEN 'month' THEN 132e0 WHEN 'year' THEN 12e0 ELSE 1e0 END)
      - log2(CASE c.name_level WHEN 'exact' THEN expected.exact_others ELSE expected.near_others END)
      + log2(CAST(wt.m AS double) / CAST(wt.u AS double))
      + log2(CAST(wf.m AS double) / CAST(wf.u AS double))
      + log2(CAST(wp.m AS double) / CAST(wp.u AS double))
      + log2(CAST(we.m AS double) / CAST(we.u AS double)),
      6) AS decimal(18,6)) AS bits
  FROM relative_candidate c
  JOIN expected ON expected.claim = c.claim
  JOIN relative_claim stated ON stated.claim = c.claim
  JOIN relative_bond ON relative_bond.path = stated.path
  JOIN relative_weight wn ON wn.feature = 'name' AND wn.level = c.name_level
  JOIN relative_weight wb ON wb.feature = 'birth' AND wb.level = c.birth_level
  JOIN relative_weight wt
    ON wt.feature = 'tie' AND wt.level = c.tie_level AND wt.bond = relative_bond.bond
  JOIN relative_weight wf
    ON wf.feature = 'fellow' AND wf.level = c.fellow_level AND wf.bond = relative_bond.bond
  JOIN relative_weight wp ON wp.feature = 'place' AND wp.level = c.place_level
  JOIN relative_weight we ON we.feature = 'employer' AND we.level = c.employer_level
),
ranked AS (
  SELECT
    scored.*,
    max(bits) OVER (PARTITION BY claim) AS best_bits,
    row_number() OVER (PARTITION BY claim ORDER BY bits DESC, kin_id) AS place_in_claim
  FROM scored
),
weighed AS (
  SELECT
    ranked.*,
    CAST(round(power(2e0, CAST(bits - best_bits AS double)), 9) AS decimal(18,9)) AS part
  FROM ranked
),
summed AS (
  SELECT
    weighed.*,
    sum(part) OVER (PARTITION BY claim) AS parts,
    -- The possibility that the relative is not in the register at all.
    CAST(round((1e0 - CAST(:register_share AS double)) * power(2e0, -CAST(best_bits AS double)), 9) AS double) AS absent
  FROM weighed
),
judged AS (
  SELECT
    summed.*,
    CAST(round(CAST(part AS double) / (CAST(parts AS double) + absent), 6) AS decimal(9,6)) AS probability
  FROM summed
),
counted_candidates AS (
  SELECT claim, CAST(count(*) AS bigint) AS candidates
  FROM judged
  WHERE probability >= :min_candidate
  GROUP BY claim
)
SELECT
  relative_claim.claim,
  relative_claim.person_id,
  relative_claim.person_name,
  relative_claim.path,
  relative_claim.member_name,
  CASE
    WHEN best.claim IS NULL THEN 'none'
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
  coalesce(counted_candidates.candidates, 0) AS candidates,
  best.namesakes,
  best.name_level,
  best.birth_level,
  best.tie_level,
  best.fellow_level,
  best.place_level,
  best.employer_level,
  CASE
    WHEN best.birth_level = 'day' AND best.name_level = 'exact' AND relative_claim.sex IS NOT NULL THEN 'M3'
    ELSE 'M3R'
  END AS tier,
  relative_claim.claim || coalesce(' ' || best.evidence, '') AS evidence
FROM relative_claim
LEFT JOIN judged best ON best.claim = relative_claim.claim AND best.place_in_claim = 1
LEFT JOIN counted_candidates ON counted_candidates.claim = relative_claim.claim
