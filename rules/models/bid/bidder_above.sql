/*---
contract: bidui/model@1
name: bidder_above
title: 投标企业上面的企业
kind: iterate
iterate: { key: [uscc, above], maximum: 5, at_maximum: stop }
version: 1
author: 数据组
description: >-
  投标的企业和一层层往上持有它股份的企业，不看份额和日期，最多五层。只用来挑出可能有控制关系的投标人，再按日期细看。
inputs:
  - model: bid_company
    columns: [uscc]
  - model: company_holding
    columns: [holder, uscc]
columns:
  - { name: uscc, type: VARCHAR, title: 投标企业代码 }
  - { name: above, type: VARCHAR, title: 上面的企业代码 }
---*/
/*--- seed ---*/
SELECT DISTINCT uscc, uscc AS above
FROM bid_company
/*--- step ---*/
SELECT DISTINCT latest.uscc, company_holding.holder AS above
FROM latest
JOIN company_holding ON company_holding.uscc = latest.above
