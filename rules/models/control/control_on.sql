/*---
contract: bidui/model@1
name: control_on
title: 那一天谁控制这家企业
kind: iterate
iterate: { key: [day, controller, uscc], maximum: 4, at_maximum: stop }
version: 1
author: 数据组
description: >-
  控制链（domain/rulings.md）：每一层够一半，或由法定代表人、执行董事、经理控制；同一控制人直接持有的与经其控制的企业持有的合并计算，
  最多五层。levels 是层数，chain 用文字写出怎么控制；by_office 为是的，链的最上面不是靠持股，而是靠在那家企业任职。
inputs:
  - model: control_edge
    columns: [day, uscc, holder, person, holder_name, role, in_charge, share, tier, evidence]
  - model: company_best
    columns: [uscc, company_name]
columns:
  - { name: day, type: DATE, title: 日期 }
  - { name: controller, type: VARCHAR, title: 控制人证号或代码 }
  - { name: person, type: BOOLEAN, title: 控制人是自然人 }
  - { name: controller_name, type: VARCHAR, title: 控制人 }
  - { name: uscc, type: VARCHAR, title: 企业代码 }
  - { name: levels, type: BIGINT, title: 层数 }
  - { name: by_office, type: BOOLEAN, title: 靠任职控制 }
  - { name: chain, type: VARCHAR, title: 怎么控制 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
/*--- seed ---*/
SELECT
  control_edge.day,
  control_edge.holder AS controller,
  control_edge.person,
  max(coalesce(control_edge.holder_name, company_best.company_name, control_edge.holder)) AS controller_name,
  control_edge.uscc,
  CAST(1 AS bigint) AS levels,
  sum(control_edge.share) < 0.5 AS by_office,
  coalesce(
    CASE WHEN sum(control_edge.share) >= 0.5
      THEN '持股' || regexp_replace(CAST(CAST(sum(control_edge.share) * 100 AS decimal(9,2)) AS varchar), '\.?0+$', '') || '%' END,
    max(CASE WHEN control_edge.in_charge THEN '任' || control_edge.role END)
  ) AS chain,
  max(control_edge.tier) AS tier,
  array_join(array_agg(DISTINCT control_edge.evidence ORDER BY control_edge.evidence), ' ') AS evidence
FROM control_edge
LEFT JOIN company_best ON company_best.uscc = control_edge.holder
WHERE control_edge.holder <> control_edge.uscc
GROUP BY control_edge.day, control_edge.holder, control_edge.person, control_edge.uscc
HAVING bool_or(control_edge.in_charge) OR sum(control_edge.share) >= 0.5
/*--- step ---*/
WITH part AS (
  SELECT
    day, holder AS controller, person, holder_name AS controller_name, uscc, share,
    CAST(0 AS bigint) AS levels, false AS by_office, CAST(NULL AS varchar) AS via, tier, evidence
  FROM control_edge
  UNION ALL
  SELECT
    reached.day, reached.controller, reached.person, reached.controller_name, control_edge.uscc, control_edge.share,
    reached.levels,
    reached.by_office,
    '经' || coalesce(company_best.company_name, reached.uscc) || '（' || reached.chain || '）持股'
      || regexp_replace(CAST(CAST(control_edge.share * 100 AS decimal(9,2)) AS varchar), '\.?0+$', '') || '%' AS via,
    greatest(reached.tier, control_edge.tier) AS tier,
    reached.evidence || ' ' || control_edge.evidence AS evidence
  FROM reached
  JOIN control_edge ON control_edge.day = reached.day AND control_edge.holder = reached.uscc
  LEFT JOIN company_best ON company_best.uscc = reached.uscc
  WHERE control_edge.uscc <> reached.controller
)
SELECT
  day,
  controller,
  person,
  max(controller_name) AS controller_name,
  uscc,
  max(levels) + 1 AS levels,
  bool_or(by_office) AS by_office,
  array_join(array_agg(via ORDER BY share DESC, via) FILTER (WHERE via IS NOT NULL), '、')
    || CASE WHEN sum(CASE WHEN via IS NULL THEN share END) > 0
      THEN '、直接持股' || regexp_replace(CAST(CAST(sum(CASE WHEN via IS NULL THEN share END) * 100 AS decimal(9,2)) AS varchar), '\.?0+$', '') || '%'
      ELSE '' END AS chain,
  max(tier) AS tier,
  array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
FROM part
GROUP BY day, controller, person, uscc
HAVING sum(share) >= 0.5 AND max(levels) > 0
