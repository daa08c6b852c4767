/*---
contract: bidui/model@1
name: relative_score
title: 亲属候选人的可能性
version: 2
author: 数据组
description: >-
  每个待解析的人的每个候选一行：各特征的似然比取对数相加（bits），再按各候选与“不在本地户籍”一起归一成可能性
  （Fellegi–Sunter）。旁人同名同年月的期望人数按户籍现算。核对为不是同一人的不参加归一，核对为同一人的排在最前。
inputs:
  - model: relative_claim
    columns: [claim, path]
  - model: relative_name
    columns: [claim, member_name, name_key, sex, birth_year]
  - model: relative_namesake
    columns: [name_key, sex, birth_year, persons]
  - model: relative_candidate
    columns:
      [claim, kin_id, kin_name, name_level, birth_level, tie_level, fellow_level, place_level, employer_level,
       verdict, evidence]
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
columns:
  - { name: claim, type: VARCHAR, title: 家庭成员表的行 }
  - { name: kin_id, type: VARCHAR, title: 候选人证号 }
  - { name: kin_name, type: VARCHAR, title: 候选人姓名 }
  - { name: name_level, type: VARCHAR, title: 姓名 }
  - { name: birth_level, type: VARCHAR, title: 出生 }
  - { name: tie_level, type: VARCHAR, title: 户籍、婚姻联系 }
  - { name: fellow_level, type: VARCHAR, title: 与该干部的其他亲属 }
  - { name: place_level, type: VARCHAR, title: 住址 }
  - { name: employer_level, type: VARCHAR, title: 单位 }
  - { name: bond, type: VARCHAR, title: 同户可能 }
  - { name: verdict, type: VARCHAR, title: 核对结论（yes、no、unsure） }
  - { name: namesakes, type: BIGINT, title: 同名同性别、前后五年出生的人数 }
  - { name: bits, type: "DECIMAL(18,6)", title: 似然比的对数（以2为底，含先验） }
  - { name: probability, type: "DECIMAL(9,6)", title: 可能性 }
  - { name: turn, type: BIGINT, title: 名次 }
  - { name: evidence, type: VARCHAR, title: 候选人的来源行 }
---*/
WITH counted AS (
  SELECT
    n.claim,
    coalesce(sum(s.persons) FILTER (WHERE n.name_key = n.member_name), 0) AS exact_persons,
    coalesce(sum(s.persons) FILTER (WHERE n.name_key <> n.member_name AND n.name_key <> '*'), 0) AS blanked_persons,
    coalesce(sum(s.persons) FILTER (WHERE n.name_key = '*'), 0) AS all_persons,
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
    CAST(greatest(blanked_persons - letters * exact_persons - 0.5, 0.5) AS double) AS near_others,
    CAST(greatest(all_persons - 0.5, 0.5) AS double) AS other_others
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
    c.verdict,
    c.evidence,
    relative_bond.bond,
    coalesce(expected.namesakes, 0) AS namesakes,
    CAST(round(
      log2(CAST(:register_share AS double))
      + log2(CAST(wn.m AS double))
      + log2(CAST(wb.m AS double))
      -- Eleven years of births: one day, one month, one year of them, or all.
      + log2(CASE c.birth_level WHEN 'day' THEN 4018e0 WHEN 'month' THEN 132e0 WHEN 'year' THEN 12e0 ELSE 1e0 END)
      - log2(coalesce(
          CASE c.name_level
            WHEN 'exact' THEN expected.exact_others
            WHEN 'other' THEN expected.other_others
            ELSE expected.near_others
          END,
          0.5e0))
      + log2(CAST(wt.m AS double) / CAST(wt.u AS double))
      + log2(CAST(wf.m AS double) / CAST(wf.u AS double))
      + log2(CAST(wp.m AS double) / CAST(wp.u AS double))
      + log2(CAST(we.m AS double) / CAST(we.u AS double)),
      6) AS decimal(18,6)) AS bits
  FROM relative_candidate c
  LEFT JOIN expected ON expected.claim = c.claim
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
    max(CASE WHEN verdict = 'no' THEN NULL ELSE bits END) OVER (PARTITION BY claim) AS best_bits,
    row_number() OVER (
      PARTITION BY claim
      ORDER BY CASE verdict WHEN 'yes' THEN 0 WHEN 'no' THEN 2 ELSE 1 END, bits DESC, kin_id
    ) AS turn
  FROM scored
),
weighed AS (
  SELECT
    ranked.*,
    CASE
      WHEN verdict = 'no' THEN CAST(0 AS decimal(18,9))
      ELSE CAST(round(power(2e0, CAST(bits - best_bits AS double)), 9) AS decimal(18,9))
    END AS part
  FROM ranked
),
summed AS (
  SELECT
    weighed.*,
    sum(part) OVER (PARTITION BY claim) AS parts,
    -- The possibility that the relative is not in the register at all.
    CASE
      WHEN best_bits IS NULL THEN 1e0
      ELSE round((1e0 - CAST(:register_share AS double)) * power(2e0, -CAST(best_bits AS double)), 9)
    END AS absent
  FROM weighed
)
SELECT
  claim, kin_id, kin_name, name_level, birth_level, tie_level, fellow_level, place_level, employer_level,
  bond, verdict, namesakes, bits,
  CAST(round(CAST(part AS double) / (CAST(parts AS double) + absent), 6) AS decimal(9,6)) AS probability,
  CAST(turn AS bigint) AS turn,
  evidence
FROM summed
