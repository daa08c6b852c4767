/*---
contract: bidui/model@1
name: kin_job
title: 干部亲属在企业参保的起点
version: 1
author: 数据组
description: >-
  干部的一名亲属、一家企业、一段参保一行，参保断了两个月以上的另起一段。亲属关系在开始参保那个月的第一天有效。
  单位有信用代码的按代码；没有的按名称在登记企业里唯一时认定，等级 M4。
inputs:
  - model: kin_path
    columns:
      [person_id, kin_id, kin_name, class, class_rank, relation,
       k1_id, k1_name, k1_title, k1_from, k1_to, k1_evidence, k2_id, k2_name, k2_title, k2_from, k2_to, k2_evidence,
       k3_id, k3_name, k3_title, k3_from, k3_to, k3_evidence, k4_id, k4_name, k4_title, k4_from, k4_to, k4_evidence,
       steps, valid_from, valid_to, tier, evidence]
  - model: company_best
    columns: [uscc, company_name]
  - dataset: social_ins
    columns: [_src, _row, citizen_id, citizen_id_check, unit, unit_uscc, unit_uscc_check, from_month, to_month]
    optional_columns:
      unit: 没有信用代码的单位认不出
      unit_uscc: 单位按名称认，等级低
      to_month: 中间断过的看不出，按第一次参保算
    optional: true
    without: 亲属在哪里参保看不到
columns:
  - { name: cadre_id, type: VARCHAR, title: 干部证号 }
  - { name: kin_id, type: VARCHAR, title: 亲属证号 }
  - { name: kin_name, type: VARCHAR, title: 亲属姓名 }
  - { name: class, type: VARCHAR, title: 亲属类别 }
  - { name: class_rank, type: BIGINT, title: 由近到远 }
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
  - { name: steps, type: BIGINT, title: 亲属步数 }
  - { name: kin_evidence, type: VARCHAR, title: 亲属证据 }
  - { name: uscc, type: VARCHAR, title: 企业代码 }
  - { name: since, type: DATE, title: 开始参保的月份 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: job_evidence, type: VARCHAR, title: 参保证据 }
---*/
WITH lone_name AS (
  SELECT company_name, max(uscc) AS uscc
  FROM company_best
  WHERE company_name IS NOT NULL
  GROUP BY company_name
  HAVING count(DISTINCT uscc) = 1
),
relative AS (
  SELECT kin_id
  FROM kin_path
  GROUP BY kin_id
),
insured AS (
  SELECT
    s.citizen_id AS person_id,
    coalesce(CASE WHEN s.unit_uscc_check IN ('ok', 'upgraded') THEN s.unit_uscc END, lone_name.uscc) AS uscc,
    s.from_month,
    coalesce(s.to_month, DATE '9999-12-01') AS to_month,
    greatest(
      CASE WHEN s.citizen_id_check = 'ok' THEN 'M1' ELSE 'M2' END,
      CASE WHEN s.unit_uscc_check = 'ok' THEN 'M1' WHEN s.unit_uscc_check = 'upgraded' THEN 'M2' ELSE 'M4' END
    ) AS tier,
    s._src || '#' || CAST(s._row AS varchar) AS evidence
  FROM social_ins s
  JOIN relative ON relative.kin_id = s.citizen_id
  LEFT JOIN lone_name ON lone_name.company_name = s.unit AND s.unit_uscc IS NULL
  WHERE s.citizen_id_check IN ('ok', 'upgraded') AND s.from_month IS NOT NULL
),
spell AS (
  SELECT
    insured.*,
    CASE WHEN from_month <= date_add('month', 2, max(to_month) OVER (
      PARTITION BY person_id, uscc ORDER BY from_month, to_month, evidence
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )) THEN 0 ELSE 1 END AS begins
  FROM insured
  WHERE uscc IS NOT NULL
),
numbered AS (
  SELECT
    spell.*,
    sum(begins) OVER (
      PARTITION BY person_id, uscc ORDER BY from_month, to_month, evidence
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS spell_no
  FROM spell
),
job AS (
  SELECT
    person_id, uscc, min(from_month) AS since, min(tier) AS tier,
    array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
  FROM numbered
  GROUP BY person_id, uscc, spell_no
)
SELECT
  k.person_id AS cadre_id, k.kin_id, k.kin_name, k.class, k.class_rank, k.relation,
  k.k1_id, k.k1_name, k.k1_title, k.k1_from, k.k1_to, k.k1_evidence,
  k.k2_id, k.k2_name, k.k2_title, k.k2_from, k.k2_to, k.k2_evidence,
  k.k3_id, k.k3_name, k.k3_title, k.k3_from, k.k3_to, k.k3_evidence,
  k.k4_id, k.k4_name, k.k4_title, k.k4_from, k.k4_to, k.k4_evidence,
  k.steps, k.evidence AS kin_evidence,
  job.uscc,
  job.since,
  greatest(k.tier, job.tier) AS tier,
  job.evidence AS job_evidence
FROM job
JOIN kin_path k ON k.kin_id = job.person_id
WHERE job.since >= k.valid_from AND job.since < k.valid_to
