/*---
contract: bidui/model@1
name: bid_notice
title: 登记的招标（采购）项目（一个一行）
version: 1
author: 数据组
description: >-
  同一项目编号的几行并成一行。regime 是适用哪套规定：政府采购的货物、服务归政府采购；
  政府采购的工程进行招标的，适用招标投标法（政府采购法第四条）。
inputs:
  - dataset: bid_project
    columns: [_src, _row, project_no, name, buyer, project_type, gov_purchase, method, region_code, open_at]
    optional_columns:
      name: 用投标人名单里的项目名称
      buyer: 不知道招标人，不能按单位分给各组
      project_type: 政府采购的工程分不出来，不能按工程、货物、服务分别判断
      gov_purchase: 适用哪套规定要人工判断
      method: 政府采购的工程一律按招标看
      region_code: 不能按地区分给各组
      open_at: 不知道开标时间，撤回是否在开标前无法判断
    optional: true
    without: 招标人、开标时间或适用哪套规定要人工补
columns:
  - { name: project_no, type: VARCHAR, title: 项目编号 }
  - { name: project_name, type: VARCHAR, title: 项目名称 }
  - { name: buyer, type: VARCHAR, title: 招标人 }
  - { name: project_type, type: VARCHAR, title: 项目类别 }
  - { name: regime, type: VARCHAR, title: 适用的规定 }
  - { name: region_code, type: VARCHAR, title: 行政区划 }
  - { name: open_at, type: TIMESTAMP, title: 开标时间 }
  - { name: open_date, type: DATE, title: 开标日 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH merged AS (
  SELECT
    project_no,
    max(name) AS project_name,
    max(buyer) AS buyer,
    max(project_type) AS project_type,
    bool_or(gov_purchase) AS gov_purchase,
    max(method) AS method,
    max(region_code) AS region_code,
    max(open_at) AS open_at,
    array_join(array_agg(_src || '#' || CAST(_row AS varchar) ORDER BY _src, _row), ' ') AS evidence
  FROM bid_project
  GROUP BY project_no
)
SELECT
  project_no,
  project_name,
  buyer,
  project_type,
  CASE
    WHEN gov_purchase IS NULL THEN '待核'
    WHEN NOT gov_purchase THEN '工程及其他招标'
    WHEN project_type = '工程' AND strpos(coalesce(method, '招标'), '招标') > 0 THEN '工程及其他招标'
    ELSE '政府采购'
  END AS regime,
  region_code,
  open_at,
  CAST(open_at AS date) AS open_date,
  evidence
FROM merged
