/*---
contract: bidui/model@1
name: unit_seen
title: 数据里出现的单位写法
version: 1
author: 数据组
description: >-
  合同、付款、招标项目里单位的每种写法和同一行的代码一行，有多少行、多少钱、最早和最晚的日期。钱是这种写法在一类数据里的合计，取最大的一类，不重复加。
inputs:
  - dataset: contract
    columns: [buyer, buyer_code, amount, sign_date]
    optional_columns:
      buyer_code: 不能按代码认单位的写法
      amount: 不知道这种写法背后有多少钱
    optional: true
    without: 合同里的单位写法不列
  - dataset: payment
    columns: [payer, payer_code, amount, pay_date]
    optional_columns:
      payer: 付款里的单位写法不列
      payer_code: 不能按代码认单位的写法
    optional: true
    without: 付款里的单位写法不列
  - dataset: bid_project
    columns: [buyer, buyer_code, open_at]
    optional_columns:
      buyer: 招标项目里的单位写法不列
      buyer_code: 不能按代码认单位的写法
      open_at: 不知道是什么时候用的写法
    optional: true
    without: 招标项目里的单位写法不列
columns:
  - { name: spelling, type: VARCHAR, title: 写法 }
  - { name: code, type: VARCHAR, title: 同一行的代码 }
  - { name: source, type: VARCHAR, title: 数据 }
  - { name: lines, type: BIGINT, title: 行数 }
  - { name: amount, type: "DECIMAL(18,2)", title: 金额 }
  - { name: first_day, type: DATE, title: 最早 }
  - { name: last_day, type: DATE, title: 最晚 }
---*/
SELECT
  spelling,
  code,
  source,
  count(*) AS lines,
  CAST(sum(amount) AS decimal(18,2)) AS amount,
  min(day) AS first_day,
  max(day) AS last_day
FROM (
  SELECT buyer AS spelling, buyer_code AS code, '合同' AS source, amount, sign_date AS day FROM contract
  UNION ALL
  SELECT payer AS spelling, payer_code AS code, '付款' AS source, amount, pay_date AS day FROM payment
  UNION ALL
  SELECT buyer AS spelling, buyer_code AS code, '招标' AS source, CAST(NULL AS decimal(18,2)) AS amount, CAST(open_at AS date) AS day
  FROM bid_project
) used
WHERE spelling IS NOT NULL
GROUP BY spelling, code, source
