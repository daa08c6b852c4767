/*---
contract: bidui/model@1
name: bid_tied
title: 同一标段可能有控制关系的两家
version: 1
author: 数据组
description: >-
  同一标段的两家，往上五层里有同一个人或同一家企业，或者一家在另一家上面。只说可能，控制与否按那一天看 control_on。
  key_a 小于 key_b。
inputs:
  - model: bid_company
    columns: [project_no, lot_no, bidder_key, bidder_name, uscc, party, day, undated, tier, evidence]
  - model: bidder_above
    columns: [uscc, above]
  - model: company_role
    columns: [uscc, person_id]
columns:
  - { name: project_no, type: VARCHAR, title: 项目编号 }
  - { name: lot_no, type: VARCHAR, title: 标段 }
  - { name: key_a, type: VARCHAR, title: 甲 }
  - { name: key_b, type: VARCHAR, title: 乙 }
  - { name: name_a, type: VARCHAR, title: 甲名称 }
  - { name: name_b, type: VARCHAR, title: 乙名称 }
  - { name: uscc_a, type: VARCHAR, title: 甲代码 }
  - { name: uscc_b, type: VARCHAR, title: 乙代码 }
  - { name: one_party, type: BOOLEAN, title: 同一联合体 }
  - { name: day, type: DATE, title: 看控制关系的那一天 }
  - { name: undated, type: BOOLEAN, title: 没有开标时间 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH circle AS (
  SELECT uscc, 'c:' || above AS who
  FROM bidder_above
  UNION
  SELECT bidder_above.uscc, 'p:' || company_role.person_id AS who
  FROM bidder_above
  JOIN company_role ON company_role.uscc = bidder_above.above
),
touching AS (
  SELECT DISTINCT a.uscc AS uscc_a, b.uscc AS uscc_b
  FROM circle a
  JOIN circle b ON b.who = a.who
  WHERE a.uscc <> b.uscc
)
SELECT
  a.project_no,
  a.lot_no,
  a.bidder_key AS key_a,
  b.bidder_key AS key_b,
  a.bidder_name AS name_a,
  b.bidder_name AS name_b,
  a.uscc AS uscc_a,
  b.uscc AS uscc_b,
  a.party = b.party AS one_party,
  a.day,
  a.undated,
  greatest(a.tier, b.tier) AS tier,
  a.evidence || ' ' || b.evidence AS evidence
FROM touching
JOIN bid_company a ON a.uscc = touching.uscc_a
JOIN bid_company b
  ON b.uscc = touching.uscc_b AND b.project_no = a.project_no AND b.lot_no = a.lot_no
WHERE a.bidder_key < b.bidder_key
