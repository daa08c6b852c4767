/*---
contract: bidui/model@1
name: company_holding
title: 企业对企业的持股
version: 2
author: 数据组
description: 一家企业持有另一家企业股份的一段时间一行，比例大于 1 的按百分数；几个文件写了同样内容的并成一行。
inputs:
  - model: company_best
    columns: [uscc, company_name, est_date, end_date]
  - dataset: company_shareholder
    columns:
      [_src, _row, uscc, uscc_check, sh_uscc, sh_uscc_check, ratio, from_date, to_date]
    optional_columns:
      sh_uscc: 经另一家企业持股的看不到
      ratio: 经另一家企业持股的份额算不出
      from_date: 持股按企业成立之日起
      to_date: 持股按仍在持有
    optional: true
    without: 经另一家企业持股的看不到
columns:
  - { name: holder, type: VARCHAR, title: 持股企业代码 }
  - { name: uscc, type: VARCHAR, title: 被投企业代码 }
  - { name: company_name, type: VARCHAR, title: 被投企业名称 }
  - { name: share, type: "DECIMAL(9,6)", title: 持股比例 }
  - { name: valid_from, type: DATE, title: 起（1900-01-01 为不明） }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH holding AS (
  SELECT
    company_shareholder.sh_uscc AS holder,
    company_shareholder.uscc,
    company_best.company_name,
    coalesce(
      CASE WHEN company_shareholder.ratio > 1
        THEN CAST(company_shareholder.ratio * 0.01 AS decimal(9,6))
        ELSE company_shareholder.ratio END,
      CAST(0 AS decimal(9,6))
    ) AS share,
    coalesce(company_shareholder.from_date, company_best.est_date, DATE '1900-01-01') AS valid_from,
    least(
      coalesce(company_shareholder.to_date, company_best.end_date, DATE '9999-12-31'),
      date_add('day', 1, :as_of)
    ) AS valid_to,
    CASE WHEN company_shareholder.sh_uscc_check = 'ok' AND company_shareholder.uscc_check = 'ok'
      THEN 'M1' ELSE 'M2' END AS tier,
    company_shareholder._src || '#' || CAST(company_shareholder._row AS varchar) AS evidence
  FROM company_shareholder
  LEFT JOIN company_best ON company_best.uscc = company_shareholder.uscc
  WHERE company_shareholder.sh_uscc_check IN ('ok', 'upgraded')
    AND company_shareholder.uscc_check IN ('ok', 'upgraded')
    AND company_shareholder.sh_uscc <> company_shareholder.uscc
)
SELECT
  holder,
  uscc,
  max(company_name) AS company_name,
  share,
  valid_from,
  valid_to,
  min(tier) AS tier,
  array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
FROM holding
GROUP BY holder, uscc, share, valid_from, valid_to
