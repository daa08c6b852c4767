/*---
contract: bidui/model@1
name: bid_winner
title: 中标人（一个标段一家一行）
version: 1
author: 数据组
description: >-
  中标结果里排第一的（没有名次的都算）。winner_key 按信用代码、没有的按名称对到投标人名单，对不上的用结果里的代码或名称。
inputs:
  - dataset: bid_result
    columns: [_src, _row, project_no, lot_no, winner_name, uscc, uscc_check, rank_no, amount]
    optional_columns:
      lot_no: 分标段的中标结果对不上
      winner_name: 没有信用代码的中标人认不出
      uscc: 中标人按名称认
      rank_no: 名单里的都当作中标人
      amount: 不显示中标金额
  - model: bid_entry
    columns: [project_no, lot_no, bidder_key, bidder_name]
columns:
  - { name: project_no, type: VARCHAR, title: 项目编号 }
  - { name: lot_no, type: VARCHAR, title: 标段 }
  - { name: winner_key, type: VARCHAR, title: 中标人标识 }
  - { name: amount, type: "DECIMAL(18,2)", title: 中标金额 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH by_name AS (
  SELECT project_no, lot_no, bidder_name, min(bidder_key) AS bidder_key
  FROM bid_entry
  GROUP BY project_no, lot_no, bidder_name
),
won AS (
  SELECT
    r.project_no,
    coalesce(r.lot_no, '-') AS lot_no,
    coalesce(
      CASE WHEN r.uscc_check IN ('ok', 'upgraded') THEN r.uscc END,
      by_name.bidder_key,
      r.winner_name
    ) AS winner_key,
    r.amount,
    r._src || '#' || CAST(r._row AS varchar) AS evidence
  FROM bid_result r
  LEFT JOIN by_name
    ON by_name.project_no = r.project_no AND by_name.lot_no = coalesce(r.lot_no, '-')
    AND by_name.bidder_name = r.winner_name
  WHERE coalesce(r.rank_no, 1) = 1
)
SELECT
  project_no,
  lot_no,
  winner_key,
  max(amount) AS amount,
  array_join(array_agg(evidence ORDER BY evidence), ' ') AS evidence
FROM won
WHERE winner_key IS NOT NULL
GROUP BY project_no, lot_no, winner_key
