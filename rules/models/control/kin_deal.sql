/*---
contract: bidui/model@1
name: kin_deal
title: 任职单位与亲属企业的往来
version: 1
author: 数据组
description: >-
  干部的一段任职、一名亲属、一家企业、一笔往来一行。亲属关系和企业角色都在往来当日有效；
  几条关系链走到同一个人的只取最近的一条。total_share、any_control、any_officer 是这名亲属当日在企业的全部角色。
  日期与任期的关系、够不够份额、取哪几类亲属，由规则决定。
inputs:
  - model: unit_deal
    columns:
      [person_id, person_name, unit, post, region_code, tenure_from, tenure_to, tenure_evidence, subordinate,
       deal_key, kind, buyer, uscc, amount, deal_date, tier, deal_evidence]
  - model: kin_path
    columns:
      [person_id, kin_id, kin_name, class, class_rank, relation,
       k1_id, k1_name, k1_title, k1_evidence, k2_id, k2_name, k2_title, k2_evidence,
       k3_id, k3_name, k3_title, k3_evidence, k4_id, k4_name, k4_title, k4_evidence,
       steps, valid_from, valid_to, tier, evidence]
  - model: company_reach
    columns:
      [person_id, via_uscc, via_name, via_role, uscc, role, is_control, is_officer, share,
       valid_from, valid_to, tier, via_evidence, evidence]
columns:
  - { name: cadre_id, type: VARCHAR, title: 干部证号 }
  - { name: cadre_name, type: VARCHAR, title: 干部姓名 }
  - { name: unit, type: VARCHAR, title: 单位 }
  - { name: post, type: VARCHAR, title: 职务 }
  - { name: region_code, type: VARCHAR, title: 任职地区 }
  - { name: tenure_from, type: DATE, title: 任职起 }
  - { name: tenure_to, type: DATE, title: 任职止（不含当日） }
  - { name: tenure_evidence, type: VARCHAR, title: 任职证据 }
  - { name: subordinate, type: BOOLEAN, title: 下属单位的往来 }
  - { name: kin_id, type: VARCHAR, title: 亲属证号 }
  - { name: kin_name, type: VARCHAR, title: 亲属姓名 }
  - { name: class, type: VARCHAR, title: 亲属类别 }
  - { name: class_rank, type: BIGINT, title: 由近到远 }
  - { name: relation, type: VARCHAR, title: 称谓 }
  - { name: k1_id, type: VARCHAR, title: 第1步证号 }
  - { name: k1_name, type: VARCHAR, title: 第1步姓名 }
  - { name: k1_title, type: VARCHAR, title: 第1步称谓 }
  - { name: k1_evidence, type: VARCHAR, title: 第1步证据 }
  - { name: k2_id, type: VARCHAR, title: 第2步证号 }
  - { name: k2_name, type: VARCHAR, title: 第2步姓名 }
  - { name: k2_title, type: VARCHAR, title: 第2步称谓 }
  - { name: k2_evidence, type: VARCHAR, title: 第2步证据 }
  - { name: k3_id, type: VARCHAR, title: 第3步证号 }
  - { name: k3_name, type: VARCHAR, title: 第3步姓名 }
  - { name: k3_title, type: VARCHAR, title: 第3步称谓 }
  - { name: k3_evidence, type: VARCHAR, title: 第3步证据 }
  - { name: k4_id, type: VARCHAR, title: 第4步证号 }
  - { name: k4_name, type: VARCHAR, title: 第4步姓名 }
  - { name: k4_title, type: VARCHAR, title: 第4步称谓 }
  - { name: k4_evidence, type: VARCHAR, title: 第4步证据 }
  - { name: steps, type: BIGINT, title: 步数 }
  - { name: kin_evidence, type: VARCHAR, title: 亲属证据 }
  - { name: uscc, type: VARCHAR, title: 企业代码 }
  - { name: via_uscc, type: VARCHAR, title: 中间企业代码 }
  - { name: via_name, type: VARCHAR, title: 中间企业 }
  - { name: via_role, type: VARCHAR, title: 在中间企业的角色 }
  - { name: via_evidence, type: VARCHAR, title: 中间企业证据 }
  - { name: role, type: VARCHAR, title: 角色 }
  - { name: role_rank, type: BIGINT, title: 角色由强到弱 }
  - { name: role_from, type: DATE, title: 角色起 }
  - { name: role_to, type: DATE, title: 角色止（不含当日） }
  - { name: role_evidence, type: VARCHAR, title: 角色证据 }
  - { name: total_share, type: "DECIMAL(18,6)", title: 受益份额 }
  - { name: any_control, type: BOOLEAN, title: 能控制 }
  - { name: any_officer, type: BOOLEAN, title: 任董监高 }
  - { name: deal_key, type: VARCHAR, title: 往来标识 }
  - { name: kind, type: VARCHAR, title: 种类 }
  - { name: buyer, type: VARCHAR, title: 往来单位 }
  - { name: amount, type: "DECIMAL(18,2)", title: 金额 }
  - { name: deal_date, type: DATE, title: 日期 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: deal_evidence, type: VARCHAR, title: 往来证据 }
---*/
WITH link AS (
  SELECT
    t.person_id AS cadre_id,
    t.person_name AS cadre_name,
    t.unit, t.post, t.region_code, t.tenure_from, t.tenure_to, t.tenure_evidence, t.subordinate,
    k.kin_id, k.kin_name, k.class, k.class_rank, k.relation,
    k.k1_id, k.k1_name, k.k1_title, k.k1_evidence,
    k.k2_id, k.k2_name, k.k2_title, k.k2_evidence,
    k.k3_id, k.k3_name, k.k3_title, k.k3_evidence,
    k.k4_id, k.k4_name, k.k4_title, k.k4_evidence,
    k.steps,
    k.evidence AS kin_evidence,
    t.uscc,
    r.via_uscc, r.via_name, r.via_role, r.via_evidence,
    r.role, r.is_control, r.is_officer, r.share,
    r.valid_from AS role_from,
    r.valid_to AS role_to,
    r.evidence AS role_evidence,
    t.deal_key, t.kind, t.buyer, t.amount, t.deal_date,
    greatest(t.tier, k.tier, r.tier) AS tier,
    t.deal_evidence
  FROM unit_deal t
  JOIN company_reach r ON r.uscc = t.uscc
  JOIN kin_path k ON k.person_id = t.person_id AND k.kin_id = r.person_id
  WHERE t.deal_date >= k.valid_from AND t.deal_date < k.valid_to
    AND t.deal_date >= r.valid_from AND t.deal_date < r.valid_to
),
-- A relative may be reached by several chains: one of them speaks, or his shares would count twice.
chained AS (
  SELECT
    link.*,
    dense_rank() OVER (
      PARTITION BY cadre_id, tenure_evidence, uscc, kin_id, deal_key
      ORDER BY class_rank, steps, k1_id, coalesce(k2_id, ''), coalesce(k3_id, ''), coalesce(k4_id, ''), kin_evidence
    ) AS chain_turn
  FROM link
)
SELECT
  cadre_id, cadre_name, unit, post, region_code, tenure_from, tenure_to, tenure_evidence, subordinate,
  kin_id, kin_name, class, class_rank, relation,
  k1_id, k1_name, k1_title, k1_evidence, k2_id, k2_name, k2_title, k2_evidence,
  k3_id, k3_name, k3_title, k3_evidence, k4_id, k4_name, k4_title, k4_evidence,
  steps, kin_evidence, uscc, via_uscc, via_name, via_role, via_evidence,
  role,
  CAST(CASE WHEN is_control THEN 0 WHEN is_officer THEN 1 ELSE 2 END
    + CASE WHEN via_uscc IS NULL THEN 0 ELSE 3 END AS bigint) AS role_rank,
  role_from, role_to, role_evidence,
  CAST(sum(share) OVER (PARTITION BY cadre_id, tenure_evidence, uscc, kin_id, deal_key) AS decimal(18,6)) AS total_share,
  bool_or(is_control) OVER (PARTITION BY cadre_id, tenure_evidence, uscc, kin_id, deal_key) AS any_control,
  bool_or(is_officer) OVER (PARTITION BY cadre_id, tenure_evidence, uscc, kin_id, deal_key) AS any_officer,
  deal_key, kind, buyer, amount, deal_date, tier, deal_evidence
FROM chained
WHERE chain_turn = 1
