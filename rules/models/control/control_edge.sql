/*---
contract: bidui/model@1
name: control_edge
title: 那一天谁在企业里有什么（往上五层）
kind: iterate
iterate: { maximum: 4, at_maximum: stop }
version: 1
author: 数据组
description: >-
  从要看的企业和日期出发，那一天有效的法定代表人、执行董事、经理、股东，再到持股企业的，一层层往上，最多五层。
  in_charge：法定代表人、执行董事、经理；share：那一天的持股比例。
inputs:
  - model: bid_tied
    columns: [uscc_a, uscc_b, day]
  - model: company_role
    columns: [person_id, person_name, uscc, role, is_control, share, valid_from, valid_to, tier, evidence]
  - model: company_holding
    columns: [holder, uscc, share, valid_from, valid_to, tier, evidence]
columns:
  - { name: day, type: DATE, title: 日期 }
  - { name: uscc, type: VARCHAR, title: 企业代码 }
  - { name: holder, type: VARCHAR, title: 证号或代码 }
  - { name: person, type: BOOLEAN, title: 是自然人 }
  - { name: holder_name, type: VARCHAR, title: 姓名 }
  - { name: role, type: VARCHAR, title: 角色 }
  - { name: in_charge, type: BOOLEAN, title: 法定代表人、执行董事、经理 }
  - { name: share, type: "DECIMAL(9,6)", title: 持股比例 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
/*--- seed ---*/
WITH asked AS (
  SELECT uscc_a AS uscc, day FROM bid_tied
  UNION
  SELECT uscc_b AS uscc, day FROM bid_tied
)
SELECT
  asked.day, r.uscc, r.person_id AS holder, true AS person, r.person_name AS holder_name, r.role,
  r.is_control AND r.role <> '股东' AS in_charge, r.share, r.tier, r.evidence
FROM asked
JOIN company_role r ON r.uscc = asked.uscc
WHERE (r.is_control OR r.share > 0) AND r.valid_from <= asked.day AND r.valid_to > asked.day
UNION ALL
SELECT
  asked.day, h.uscc, h.holder, false AS person, CAST(NULL AS varchar) AS holder_name, '股东' AS role,
  false AS in_charge, h.share, h.tier, h.evidence
FROM asked
JOIN company_holding h ON h.uscc = asked.uscc
WHERE h.share > 0 AND h.valid_from <= asked.day AND h.valid_to > asked.day
/*--- step ---*/
WITH above AS (
  SELECT DISTINCT day, holder AS uscc FROM latest WHERE NOT person
)
SELECT
  above.day, r.uscc, r.person_id AS holder, true AS person, r.person_name AS holder_name, r.role,
  r.is_control AND r.role <> '股东' AS in_charge, r.share, r.tier, r.evidence
FROM above
JOIN company_role r ON r.uscc = above.uscc
WHERE (r.is_control OR r.share > 0) AND r.valid_from <= above.day AND r.valid_to > above.day
UNION ALL
SELECT
  above.day, h.uscc, h.holder, false AS person, CAST(NULL AS varchar) AS holder_name, '股东' AS role,
  false AS in_charge, h.share, h.tier, h.evidence
FROM above
JOIN company_holding h ON h.uscc = above.uscc
WHERE h.share > 0 AND h.valid_from <= above.day AND h.valid_to > above.day
