/*---
contract: bidui/model@1
name: person_company_path
title: 干部到企业的路径
version: 1
author: 数据组
description: >-
  干部 → 亲属（最多四步）→ 中间企业（最多四层）→ 企业，一条路径一行，每一步有关系、起止、份额和证据；也有干部本人的（class 为“本人”）。
  各步没有共同的一天就不是一条路径；valid_from、valid_to 是全部各步共同的起止。
  path_turn 从 1 数起，短的在前，一样长的强的在前；path_key 相同的是走过同样的人和企业的同一条路径。
inputs:
  - model: kin_focus
    columns: [person_id, person_name]
  - model: kin_path
    columns:
      [person_id, person_name, kin_id, kin_name, class, class_rank, path, relation, k1_id, k1_name, k1_title,
       k1_from, k1_to, k1_evidence, k2_id, k2_name, k2_title, k2_from, k2_to, k2_evidence, k3_id, k3_name,
       k3_title, k3_from, k3_to, k3_evidence, k4_id, k4_name, k4_title, k4_from, k4_to, k4_evidence, steps,
       valid_from, valid_to, tier, evidence]
  - model: company_reach
    columns:
      [person_id, person_name, h1_uscc, h1_name, h1_edge, h1_from, h1_to, h1_evidence, h2_uscc, h2_name, h2_edge,
       h2_from, h2_to, h2_evidence, h3_uscc, h3_name, h3_edge, h3_from, h3_to, h3_evidence, h4_uscc, h4_name,
       h4_edge, h4_from, h4_to, h4_evidence, uscc, company_name, role, role_text, role_from, role_to,
       role_evidence, via_name, levels, is_control, is_officer, share, valid_from, valid_to, tier, evidence]
columns:
  - { name: cadre_id, type: VARCHAR, title: 干部证号 }
  - { name: cadre_name, type: VARCHAR, title: 干部姓名 }
  - { name: kin_id, type: VARCHAR, title: 亲属证号 }
  - { name: kin_name, type: VARCHAR, title: 亲属姓名 }
  - { name: class, type: VARCHAR, title: 亲属类别 }
  - { name: class_rank, type: BIGINT, title: 由近到远 }
  - { name: kin_relation, type: VARCHAR, title: 关系路径 }
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
  - { name: h1_uscc, type: VARCHAR, title: 第1层中间企业代码 }
  - { name: h1_name, type: VARCHAR, title: 第1层中间企业名称 }
  - { name: h1_edge, type: VARCHAR, title: 第1层中间企业走到它的一步 }
  - { name: h1_from, type: DATE, title: 第1层中间企业这一步起 }
  - { name: h1_to, type: DATE, title: 第1层中间企业这一步止（不含当日） }
  - { name: h1_evidence, type: VARCHAR, title: 第1层中间企业这一步证据 }
  - { name: h2_uscc, type: VARCHAR, title: 第2层中间企业代码 }
  - { name: h2_name, type: VARCHAR, title: 第2层中间企业名称 }
  - { name: h2_edge, type: VARCHAR, title: 第2层中间企业走到它的一步 }
  - { name: h2_from, type: DATE, title: 第2层中间企业这一步起 }
  - { name: h2_to, type: DATE, title: 第2层中间企业这一步止（不含当日） }
  - { name: h2_evidence, type: VARCHAR, title: 第2层中间企业这一步证据 }
  - { name: h3_uscc, type: VARCHAR, title: 第3层中间企业代码 }
  - { name: h3_name, type: VARCHAR, title: 第3层中间企业名称 }
  - { name: h3_edge, type: VARCHAR, title: 第3层中间企业走到它的一步 }
  - { name: h3_from, type: DATE, title: 第3层中间企业这一步起 }
  - { name: h3_to, type: DATE, title: 第3层中间企业这一步止（不含当日） }
  - { name: h3_evidence, type: VARCHAR, title: 第3层中间企业这一步证据 }
  - { name: h4_uscc, type: VARCHAR, title: 第4层中间企业代码 }
  - { name: h4_name, type: VARCHAR, title: 第4层中间企业名称 }
  - { name: h4_edge, type: VARCHAR, title: 第4层中间企业走到它的一步 }
  - { name: h4_from, type: DATE, title: 第4层中间企业这一步起 }
  - { name: h4_to, type: DATE, title: 第4层中间企业这一步止（不含当日） }
  - { name: h4_evidence, type: VARCHAR, title: 第4层中间企业这一步证据 }
  - { name: uscc, type: VARCHAR, title: 企业代码 }
  - { name: company_name, type: VARCHAR, title: 企业名称 }
  - { name: role, type: VARCHAR, title: 角色 }
  - { name: role_text, type: VARCHAR, title: 最后一步 }
  - { name: role_from, type: DATE, title: 最后一步起 }
  - { name: role_to, type: DATE, title: 最后一步止（不含当日） }
  - { name: role_evidence, type: VARCHAR, title: 最后一步证据 }
  - { name: via_name, type: VARCHAR, title: 中间企业 }
  - { name: is_control, type: BOOLEAN, title: 能控制 }
  - { name: is_officer, type: BOOLEAN, title: 董监高 }
  - { name: share, type: "DECIMAL(9,6)", title: 受益份额 }
  - { name: kin_steps, type: BIGINT, title: 亲属步数 }
  - { name: levels, type: BIGINT, title: 企业层数 }
  - { name: steps, type: BIGINT, title: 全部步数 }
  - { name: role_rank, type: BIGINT, title: 由强到弱 }
  - { name: valid_from, type: DATE, title: 起（1900-01-01 为不明） }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: path_key, type: VARCHAR, title: 路径标识 }
  - { name: path_turn, type: BIGINT, title: 第几条 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: kin_evidence, type: VARCHAR, title: 亲属证据 }
  - { name: company_evidence, type: VARCHAR, title: 企业各层证据 }
---*/
WITH walked AS (
  SELECT
    person_id, person_name, kin_id, kin_name, class, class_rank, path AS kin_relation, relation,
    k1_id, k1_name, k1_title, k1_from, k1_to, k1_evidence, k2_id, k2_name, k2_title, k2_from, k2_to, k2_evidence,
    k3_id, k3_name, k3_title, k3_from, k3_to, k3_evidence, k4_id, k4_name, k4_title, k4_from, k4_to, k4_evidence,
    steps, valid_from, valid_to, tier, evidence
  FROM kin_path
  UNION ALL
  -- Nobody between the cadre and the company.
  SELECT
    person_id, person_name, person_id AS kin_id, person_name AS kin_name,
    '本人' AS class, CAST(0 AS bigint) AS class_rank, CAST(NULL AS varchar) AS kin_relation, '本人' AS relation,
    CAST(NULL AS varchar) AS k1_id,
    CAST(NULL AS varchar) AS k1_name,
    CAST(NULL AS varchar) AS k1_title,
    CAST(NULL AS date) AS k1_from,
    CAST(NULL AS date) AS k1_to,
    CAST(NULL AS varchar) AS k1_evidence,
    CAST(NULL AS varchar) AS k2_id,
    CAST(NULL AS varchar) AS k2_name,
    CAST(NULL AS varchar) AS k2_title,
    CAST(NULL AS date) AS k2_from,
    CAST(NULL AS date) AS k2_to,
    CAST(NULL AS varchar) AS k2_evidence,
    CAST(NULL AS varchar) AS k3_id,
    CAST(NULL AS varchar) AS k3_name,
    CAST(NULL AS varchar) AS k3_title,
    CAST(NULL AS date) AS k3_from,
    CAST(NULL AS date) AS k3_to,
    CAST(NULL AS varchar) AS k3_evidence,
    CAST(NULL AS varchar) AS k4_id,
    CAST(NULL AS varchar) AS k4_name,
    CAST(NULL AS varchar) AS k4_title,
    CAST(NULL AS date) AS k4_from,
    CAST(NULL AS date) AS k4_to,
    CAST(NULL AS varchar) AS k4_evidence,
    CAST(0 AS bigint) AS steps,
    DATE '1900-01-01' AS valid_from, date_add('day', 1, :as_of) AS valid_to,
    'M1' AS tier,
    CAST(NULL AS varchar) AS evidence
  FROM kin_focus
),
joined AS (
  SELECT
    k.person_id AS cadre_id,
    k.person_name AS cadre_name,
    k.kin_id,
    coalesce(k.kin_name, r.person_name) AS kin_name,
    k.class,
    k.class_rank,
    k.kin_relation,
    k.relation,
    k.k1_id, k.k1_name, k.k1_title, k.k1_from, k.k1_to, k.k1_evidence, k.k2_id, k.k2_name, k.k2_title, k.k2_from,
    k.k2_to, k.k2_evidence, k.k3_id, k.k3_name, k.k3_title, k.k3_from, k.k3_to, k.k3_evidence, k.k4_id,
    k.k4_name, k.k4_title, k.k4_from, k.k4_to, k.k4_evidence,
    r.h1_uscc, r.h1_name, r.h1_edge, r.h1_from, r.h1_to, r.h1_evidence, r.h2_uscc, r.h2_name, r.h2_edge,
    r.h2_from, r.h2_to, r.h2_evidence, r.h3_uscc, r.h3_name, r.h3_edge, r.h3_from, r.h3_to, r.h3_evidence,
    r.h4_uscc, r.h4_name, r.h4_edge, r.h4_from, r.h4_to, r.h4_evidence,
    r.uscc,
    r.company_name,
    r.role,
    r.role_text,
    r.role_from,
    r.role_to,
    r.role_evidence,
    r.via_name,
    r.is_control,
    r.is_officer,
    r.share,
    k.steps AS kin_steps,
    r.levels,
    k.steps + r.levels AS steps,
    CAST(CASE WHEN r.is_control THEN 0 WHEN r.is_officer THEN 1 ELSE 2 END
      + CASE WHEN r.levels = 1 THEN 0 ELSE 3 END AS bigint) AS role_rank,
    greatest(k.valid_from, r.valid_from) AS valid_from,
    least(k.valid_to, r.valid_to) AS valid_to,
    k.person_id || coalesce('>' || k.k1_id, '') || coalesce('>' || k.k2_id, '') || coalesce('>' || k.k3_id, '')
      || coalesce('>' || k.k4_id, '') || coalesce('>' || r.h1_uscc, '') || coalesce('>' || r.h2_uscc, '')
      || coalesce('>' || r.h3_uscc, '') || coalesce('>' || r.h4_uscc, '') || '>' || r.uscc AS path_key,
    greatest(k.tier, r.tier) AS tier,
    k.evidence AS kin_evidence,
    r.evidence AS company_evidence
  FROM walked k
  JOIN company_reach r ON r.person_id = k.kin_id
  WHERE greatest(k.valid_from, r.valid_from) < least(k.valid_to, r.valid_to)
)
SELECT
  cadre_id, cadre_name, kin_id, kin_name, class, class_rank, kin_relation, relation,
  k1_id, k1_name, k1_title, k1_from, k1_to, k1_evidence, k2_id, k2_name, k2_title, k2_from, k2_to, k2_evidence,
  k3_id, k3_name, k3_title, k3_from, k3_to, k3_evidence, k4_id, k4_name, k4_title, k4_from, k4_to, k4_evidence,
  h1_uscc, h1_name, h1_edge, h1_from, h1_to, h1_evidence, h2_uscc, h2_name, h2_edge, h2_from, h2_to, h2_evidence,
  h3_uscc, h3_name, h3_edge, h3_from, h3_to, h3_evidence, h4_uscc, h4_name, h4_edge, h4_from, h4_to, h4_evidence,
  uscc, company_name, role, role_text, role_from, role_to, role_evidence, via_name,
  is_control, is_officer, share, kin_steps, levels, steps, role_rank, valid_from, valid_to, path_key,
  row_number() OVER (
    PARTITION BY cadre_id, uscc
    ORDER BY steps, role_rank, share DESC, class_rank, path_key, valid_from, valid_to, role, coalesce(kin_evidence, ''), company_evidence
  ) AS path_turn,
  tier, kin_evidence, company_evidence
FROM joined
