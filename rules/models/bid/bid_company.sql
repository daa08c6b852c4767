/*---
contract: bidui/model@1
name: bid_company
title: 参加投标的企业（认定到信用代码）
version: 1
author: 数据组
description: >-
  参加投标的人（bid_entry）里认得出是哪家企业的。没有信用代码的按名称，名称在登记企业里唯一才认，等级不变（M4）。
  day 是看谁控制它的那一天：开标日；没有开标时间的按比对日，undated 为是。
inputs:
  - model: bid_entry
    columns: [project_no, lot_no, bidder_key, bidder_name, uscc, party, open_date, tier, evidence]
  - model: company_best
    columns: [uscc, company_name]
columns:
  - { name: project_no, type: VARCHAR, title: 项目编号 }
  - { name: lot_no, type: VARCHAR, title: 标段 }
  - { name: bidder_key, type: VARCHAR, title: 投标人标识 }
  - { name: bidder_name, type: VARCHAR, title: 投标人 }
  - { name: uscc, type: VARCHAR, title: 统一社会信用代码 }
  - { name: party, type: VARCHAR, title: 单独或联合的投标人 }
  - { name: open_date, type: DATE, title: 开标日 }
  - { name: day, type: DATE, title: 看控制关系的那一天 }
  - { name: undated, type: BOOLEAN, title: 没有开标时间 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH lone_name AS (
  SELECT company_name, max(uscc) AS uscc
  FROM company_best
  GROUP BY company_name
  HAVING count(DISTINCT uscc) = 1
)
SELECT
  e.project_no,
  e.lot_no,
  e.bidder_key,
  e.bidder_name,
  coalesce(e.uscc, lone_name.uscc) AS uscc,
  e.party,
  e.open_date,
  coalesce(e.open_date, :as_of) AS day,
  e.open_date IS NULL AS undated,
  e.tier,
  e.evidence
FROM bid_entry e
LEFT JOIN lone_name ON lone_name.company_name = e.bidder_name
WHERE coalesce(e.uscc, lone_name.uscc) IS NOT NULL
