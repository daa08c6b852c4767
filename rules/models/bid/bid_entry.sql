/*---
contract: bidui/model@1
name: bid_entry
title: 参加投标的人（一个标段一家一行）
version: 1
author: 数据组
description: >-
  被否决的也在内；开标前撤回的、没有递交的不在内，开标后撤销的在内。
  bidder_key 是信用代码，没有的用名称；没有标段号的写“-”。
inputs:
  - dataset: bidder
    columns:
      [_src, _row, project_no, lot_no, bidder_name, uscc, uscc_check, price, basic_acct, is_valid, status,
       withdrawn_at, consortium_members]
    optional_columns:
      lot_no: 不分标段，同一项目的投标人放在一起比
      bidder_name: 没有信用代码的投标人不列
      uscc: 投标人按名称认，等级低
      price: 不显示报价
      basic_acct: 不知道投标人的基本账户
      is_valid: 看不出是否被否决
      status: 写明撤回而没有撤回时间的、没有递交的认不出
      withdrawn_at: 只按投标状态认撤回
      consortium_members: 联合体成员扣不下来
  - model: bid_case
    columns: [project_no, open_at, open_date]
columns:
  - { name: project_no, type: VARCHAR, title: 项目编号 }
  - { name: lot_no, type: VARCHAR, title: 标段 }
  - { name: bidder_key, type: VARCHAR, title: 投标人标识 }
  - { name: bidder_name, type: VARCHAR, title: 投标人 }
  - { name: uscc, type: VARCHAR, title: 统一社会信用代码 }
  - { name: consortium, type: VARCHAR, title: 联合体成员 }
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
    bidder.consortium_members,
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
  project_no,
  lot_no,
  bidder_key,
  max(bidder_name) AS bidder_name,
  max(uscc) AS uscc,
  max(consortium_members) AS consortium,
  max(price) AS price,
  max(basic_acct) AS basic_acct,
  bool_or(valid_bid) AS valid_bid,
  max(open_date) AS open_date,
  min(tier) AS tier,
  array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
FROM listed
WHERE bidder_key IS NOT NULL
GROUP BY project_no, lot_no, bidder_key
HAVING NOT bool_or(withdrawn)
