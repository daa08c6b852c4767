/*---
contract: bidui/model@1
name: bid_pair
title: 一起投标的两家
version: 2
author: 数据组
description: >-
  一起投过标的两家一行（联合体伙伴同投的标段不算）。together 是一起投的标段数，jaccard 是它占两家全部标段的比例，
  lift 是它与“各投各的”时应有的次数之比：按品目和地区分层，一层里甲、乙各投 a、b 个标段、全部 n 个标段，应有 a×b÷n。
inputs:
  - model: bid_entry
    columns: [project_no, lot_no, bidder_key, bidder_name, party]
  - model: bid_case
    columns: [project_no, project_type, region_code]
  - dataset: bid_lot
    columns: [project_no, lot_no, category]
    optional_columns:
      lot_no: 品目按项目认
      category: 分层只看项目类别，不看品目
    optional: true
    without: 分层只看项目类别，不看品目
parameters:
  list_from:
    type: integer
    default: 3
    min: 2
    title: 一起投标几个标段以上才列
    unit: 个
    source: proposed
columns:
  - { name: key_a, type: VARCHAR, title: 甲 }
  - { name: key_b, type: VARCHAR, title: 乙 }
  - { name: together, type: BIGINT, title: 一起投的标段 }
  - { name: lots_a, type: BIGINT, title: 甲投的标段 }
  - { name: lots_b, type: BIGINT, title: 乙投的标段 }
  - { name: jaccard, type: DOUBLE, title: 占两家全部标段的比例 }
  - { name: lift, type: DOUBLE, title: 相对期望的倍数 }
---*/
WITH category AS (
  SELECT project_no, coalesce(lot_no, '-') AS lot_no, max(category) AS category
  FROM bid_lot
  WHERE category IS NOT NULL
  GROUP BY project_no, coalesce(lot_no, '-')
),
entry AS (
  SELECT
    e.project_no || '/' || e.lot_no AS lot,
    e.bidder_key,
    e.bidder_name,
    e.party,
    coalesce(exact.category, whole.category, bid_case.project_type, '-') || '|' || coalesce(bid_case.region_code, '-') AS stratum
  FROM bid_entry e
  JOIN bid_case ON bid_case.project_no = e.project_no
  LEFT JOIN category exact ON exact.project_no = e.project_no AND exact.lot_no = e.lot_no
  LEFT JOIN category whole ON whole.project_no = e.project_no AND whole.lot_no = '-'
),
size AS (
  SELECT stratum, count(DISTINCT lot) AS lots
  FROM entry
  GROUP BY stratum
),
share AS (
  SELECT stratum, bidder_key, count(DISTINCT lot) AS lots
  FROM entry
  GROUP BY stratum, bidder_key
),
bidder AS (
  SELECT bidder_key, count(DISTINCT lot) AS lots
  FROM entry
  GROUP BY bidder_key
),
met AS (
  SELECT a.bidder_key AS key_a, b.bidder_key AS key_b, count(DISTINCT a.lot) AS together
  FROM entry a
  JOIN entry b ON b.lot = a.lot
  WHERE a.bidder_key < b.bidder_key
    AND a.bidder_name <> b.bidder_name
    AND a.party <> b.party
  GROUP BY a.bidder_key, b.bidder_key
  HAVING count(DISTINCT a.lot) >= :list_from
),
expected AS (
  SELECT
    met.key_a,
    met.key_b,
    sum(CAST(a.lots AS double) * CAST(b.lots AS double) / CAST(size.lots AS double)) AS lots
  FROM met
  JOIN share a ON a.bidder_key = met.key_a
  JOIN share b ON b.bidder_key = met.key_b AND b.stratum = a.stratum
  JOIN size ON size.stratum = a.stratum
  GROUP BY met.key_a, met.key_b
)
SELECT
  met.key_a,
  met.key_b,
  met.together,
  a.lots AS lots_a,
  b.lots AS lots_b,
  CAST(met.together AS double) / CAST(a.lots + b.lots - met.together AS double) AS jaccard,
  CAST(met.together AS double) / expected.lots AS lift
FROM met
JOIN bidder a ON a.bidder_key = met.key_a
JOIN bidder b ON b.bidder_key = met.key_b
JOIN expected ON expected.key_a = met.key_a AND expected.key_b = met.key_b
