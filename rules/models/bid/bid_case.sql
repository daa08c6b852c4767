/*---
contract: bidui/model@1
name: bid_case
title: 有人投标的招标（采购）项目（一个一行）
version: 2
author: 数据组
description: 投标人名单里的每个项目一行，登记了的带登记的内容。没有登记时，项目名称取投标人名单里的。
inputs:
  - dataset: bidder
    columns: [project_no, project_name]
    optional_columns:
      project_name: 项目名称只看项目登记
  - model: bid_notice
    columns: [project_no, project_name, buyer, project_type, regime, region_code, open_at, open_date, evidence]
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
WITH listed AS (
  SELECT project_no, max(project_name) AS project_name
  FROM bidder
  GROUP BY project_no
)
SELECT
  listed.project_no,
  coalesce(notice.project_name, listed.project_name, listed.project_no) AS project_name,
  notice.buyer,
  notice.project_type,
  coalesce(notice.regime, '待核') AS regime,
  notice.region_code,
  notice.open_at,
  notice.open_date,
  notice.evidence
FROM listed
LEFT JOIN bid_notice notice ON notice.project_no = listed.project_no
