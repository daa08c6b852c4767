/*---
contract: bidui/model@1
name: bid_entry
title: 参加投标的人（一个标段一家一行）
version: 2
author: 数据组
description: >-
  被否决的也在内；开标前撤回的、没有递交的不在内，开标后撤销的在内。
  bidder_key 是信用代码，没有的用名称；没有标段号的写“-”。party 相同的是同一联合体；单独投标的，是它自己。
inputs:
  - dataset: bidder
    columns:
      [_src, _row, project_no, lot_no, bidder_name, uscc, uscc_check, price, basic_acct, is_valid, status,
       withdrawn_at]
    optional_columns:
      lot_no: 不分标段，同一项目的投标人放在一起比
      bidder_name: 没有信用代码的投标人不列，有的只显示代码
      uscc: 投标人按名称认，等级低
      price: 不显示报价
      basic_acct: 不知道投标人的基本账户
      is_valid: 看不出是否被否决
      status: 写明撤回而没有撤回时间的、没有递交的认不出
      withdrawn_at: 只按投标状态认撤回
  - model: bid_case
    columns: [project_no, open_at, open_date]
  - model: bid_party
    columns: [project_no, lot_no, member, party]
columns:
  - { name: project_no, type: VARCHAR, title: 项目编号 }
  - { name: lot_no, type: VARCHAR, title: 标段 }
  - { name: bidder_key, type: VARCHAR, title: 投标人标识 }
  - { name: bidder_name, type: VARCHAR, title: 投标人 }
  - { name: uscc, type: VARCHAR, title: 统一社会信用代码 }
  - { name: party, type: VARCHAR, title: 单独或联合的投标人 }
  - { name: price, type: "DECIMAL(18,2)", title: 报价 }
  - { name: basic_acct, type: VARCHAR, title: 基本账户 }
  - { name: valid_bid, type: BOOLEAN, title: 有效投标 }
  - { name: open_date, type: DATE, title: 开标日 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH listed AS (
  SELECT
    bidder.project_no,
    coalesce(bidder.lot_no, '-') AS lot_no,
    CASE WHEN bidder.uscc_check IN ('ok', 'upgraded') THEN bidder.uscc ELSE bidder.bidder_name END AS bidder_key,
    bidder.bidder_name,
    CASE WHEN bidder.uscc_check IN ('ok', 'upgraded') THEN bidder.uscc END AS uscc,
    bidder.price,
    bidder.basic_acct,
    coalesce(bidder.is_valid, true) AND coalesce(bidder.status, '已递交') <> '否决' AS valid_bid,
    bid_case.open_date,
    coalesce(bidder.status IN ('撤回', '未递交'), false)
      OR (bidder.withdrawn_at IS NOT NULL
        AND bidder.withdrawn_at < coalesce(bid_case.open_at, TIMESTAMP '9999-12-31 00:00:00')) AS withdrawn,
    CASE WHEN bidder.uscc_check = 'ok' THEN 'M1' WHEN bidder.uscc_check = 'upgraded' THEN 'M2' ELSE 'M4' END AS tier,
    bidder._src || '#' || CAST(bidder._row AS varchar) AS evidence
  FROM bidder
  JOIN bid_case ON bid_case.project_no = bidder.project_no
)
SELECT
  listed.project_no,
  listed.lot_no,
  listed.bidder_key,
  coalesce(max(listed.bidder_name), listed.bidder_key) AS bidder_name,
  max(listed.uscc) AS uscc,
  coalesce(min(by_code.party), min(by_name.party), listed.bidder_key) AS party,
  max(listed.price) AS price,
  max(listed.basic_acct) AS basic_acct,
  bool_or(listed.valid_bid) AS valid_bid,
  max(listed.open_date) AS open_date,
  min(listed.tier) AS tier,
  array_join(array_agg(DISTINCT listed.evidence ORDER BY listed.evidence), ' ') AS evidence
FROM listed
LEFT JOIN bid_party by_code
  ON by_code.project_no = listed.project_no AND by_code.lot_no = listed.lot_no AND by_code.member = listed.uscc
LEFT JOIN bid_party by_name
  ON by_name.project_no = listed.project_no AND by_name.lot_no = listed.lot_no AND by_name.member = listed.bidder_name
WHERE listed.bidder_key IS NOT NULL
GROUP BY listed.project_no, listed.lot_no, listed.bidder_key
HAVING NOT bool_or(listed.withdrawn)
