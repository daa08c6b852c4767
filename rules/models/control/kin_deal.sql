/*---
contract: bidui/model@1
name: kin_deal
title: 任职单位与亲属企业的往来
version: 3
author: 数据组
description: >-
  干部的一段任职、到企业的一条路径、一笔往来一行。路径的每一步（亲属关系、各层持股、在企业的角色）都在往来当日有效。
  total_share、any_control、any_officer 是这名亲属当日在企业的全部角色；几条关系链走到同一个人的，份额只算最近的一条（chain_turn 为 1）。
  日期与任期的关系、够不够份额、取哪几类亲属，由规则决定。
inputs:
  - model: unit_deal
    columns:
      [person_id, person_name, unit, post, region_code, tenure_from, tenure_to, tenure_evidence, subordinate,
       deal_key, kind, buyer, uscc, amount, deal_date, tier, deal_evidence]
  - model: person_company_path
    columns:
      [cadre_id, kin_id, kin_name, class, class_rank, relation, k1_id, k1_name, k1_title, k1_from, k1_to,
       k1_evidence, k2_id, k2_name, k2_title, k2_from, k2_to, k2_evidence, k3_id, k3_name, k3_title, k3_from,
       k3_to, k3_evidence, k4_id, k4_name, k4_title, k4_from, k4_to, k4_evidence, h1_uscc, h1_name, h1_edge,
       h1_from, h1_to, h1_evidence, h2_uscc, h2_name, h2_edge, h2_from, h2_to, h2_evidence, h3_uscc, h3_name,
       h3_edge, h3_from, h3_to, h3_evidence, h4_uscc, h4_name, h4_edge, h4_from, h4_to, h4_evidence, uscc, role,
       role_text, role_from, role_to, role_evidence, via_name, is_control, is_officer, share, kin_steps, levels,
       role_rank, valid_from, valid_to, path_key, tier, kin_evidence, company_evidence]
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
  - { name: steps, type: BIGINT, title: 亲属步数 }
  - { name: kin_evidence, type: VARCHAR, title: 亲属证据 }
  - { name: uscc, type: VARCHAR, title: 企业代码 }
  - { name: via_name, type: VARCHAR, title: 中间企业 }
  - { name: levels, type: BIGINT, title: 企业层数 }
  - { name: role, type: VARCHAR, title: 角色 }
  - { name: role_text, type: VARCHAR, title: 最后一步 }
  - { name: role_rank, type: BIGINT, title: 角色由强到弱 }
  - { name: role_from, type: DATE, title: 角色起 }
  - { name: role_to, type: DATE, title: 角色止（不含当日） }
  - { name: role_evidence, type: VARCHAR, title: 角色证据 }
  - { name: company_evidence, type: VARCHAR, title: 企业各层证据 }
  - { name: path_key, type: VARCHAR, title: 路径标识 }
  - { name: chain_turn, type: BIGINT, title: 走到这名亲属的第几条链 }
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
    p.kin_id, p.kin_name, p.class, p.class_rank, p.relation,
    p.k1_id, p.k1_name, p.k1_title, p.k1_from, p.k1_to, p.k1_evidence, p.k2_id, p.k2_name, p.k2_title, p.k2_from,
    p.k2_to, p.k2_evidence, p.k3_id, p.k3_name, p.k3_title, p.k3_from, p.k3_to, p.k3_evidence, p.k4_id,
    p.k4_name, p.k4_title, p.k4_from, p.k4_to, p.k4_evidence,
    p.h1_uscc, p.h1_name, p.h1_edge, p.h1_from, p.h1_to, p.h1_evidence, p.h2_uscc, p.h2_name, p.h2_edge,
    p.h2_from, p.h2_to, p.h2_evidence, p.h3_uscc, p.h3_name, p.h3_edge, p.h3_from, p.h3_to, p.h3_evidence,
    p.h4_uscc, p.h4_name, p.h4_edge, p.h4_from, p.h4_to, p.h4_evidence,
    p.kin_steps AS steps,
    p.kin_evidence,
    p.uscc,
    p.via_name, p.levels, p.role, p.role_text, p.role_rank, p.role_from, p.role_to, p.role_evidence, p.company_evidence,
    p.is_control, p.is_officer, p.share, p.path_key,
    t.deal_key, t.kind, t.buyer, t.amount, t.deal_date,
    greatest(t.tier, p.tier) AS tier,
    t.deal_evidence
  FROM unit_deal t
  JOIN person_company_path p ON p.cadre_id = t.person_id AND p.uscc = t.uscc
  WHERE p.class <> '本人'
    AND t.deal_date >= p.valid_from AND t.deal_date < p.valid_to
),
-- A relative may be reached by several chains: one of them speaks, or his shares would count twice.
chained AS (
  SELECT
    link.*,
    dense_rank() OVER (
      PARTITION BY cadre_id, tenure_evidence, tenure_from, uscc, kin_id, deal_key
      ORDER BY class_rank, steps, k1_id, coalesce(k2_id, ''), coalesce(k3_id, ''), coalesce(k4_id, ''), kin_evidence
    ) AS chain_turn
  FROM link
)
SELECT
  cadre_id, cadre_name, unit, post, region_code, tenure_from, tenure_to, tenure_evidence, subordinate,
  kin_id, kin_name, class, class_rank, relation,
  k1_id, k1_name, k1_title, k1_from, k1_to, k1_evidence, k2_id, k2_name, k2_title, k2_from, k2_to, k2_evidence,
  k3_id, k3_name, k3_title, k3_from, k3_to, k3_evidence, k4_id, k4_name, k4_title, k4_from, k4_to, k4_evidence,
  h1_uscc, h1_name, h1_edge, h1_from, h1_to, h1_evidence, h2_uscc, h2_name, h2_edge, h2_from, h2_to, h2_evidence,
  h3_uscc, h3_name, h3_edge, h3_from, h3_to, h3_evidence, h4_uscc, h4_name, h4_edge, h4_from, h4_to, h4_evidence,
  steps, kin_evidence, uscc, via_name, levels, role, role_text, role_rank, role_from, role_to, role_evidence,
  company_evidence, path_key, chain_turn,
  CAST(sum(CASE WHEN chain_turn = 1 THEN share END) OVER (
    PARTITION BY cadre_id, tenure_evidence, tenure_from, uscc, kin_id, deal_key) AS decimal(18,6)) AS total_share,
  bool_or(is_control) OVER (PARTITION BY cadre_id, tenure_evidence, tenure_from, uscc, kin_id, deal_key) AS any_control,
  bool_or(is_officer) OVER (PARTITION BY cadre_id, tenure_evidence, tenure_from, uscc, kin_id, deal_key) AS any_officer,
  deal_key, kind, buyer, amount, deal_date, tier, deal_evidence
FROM chained
