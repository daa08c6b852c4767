/*---
contract: bidui/model@1
name: ip_mark
title: 投标人的网络地址
version: 2
author: 数据组
description: >-
  一个投标人在一个标段上传、下载、解密用过的每个公网地址一行。私有网段、本机和运营商共享网段不算，
  公共出口名单里的标出来（public_place）。holders 是全部标段里用过同一个地址的投标人数。
inputs:
  - model: bid_entry
    columns: [project_no, lot_no, bidder_key, bidder_name, party, tier, evidence]
  - dataset: bid_upload_meta
    columns:
      [_src, _row, project_no, lot_no, bidder_name, bidder_uscc, bidder_uscc_check, ip, upload_at,
       download_at, download_ip, decrypt_at, decrypt_ip]
    optional_columns:
      lot_no: 不分标段，同一项目的放在一起比
      bidder_name: 没有信用代码的投标文件不比
      bidder_uscc: 投标人按名称认，等级低
      ip: 不比上传地址
      upload_at: 上传的先后间隔不知道
      download_at: 下载的先后间隔不知道
      download_ip: 不比下载地址
      decrypt_at: 解密的先后间隔不知道
      decrypt_ip: 不比解密地址
  - dataset: public_ip
    columns: [_src, _row, ip, place, from_date, to_date]
    optional_columns:
      place: 不显示公共场所名称
      from_date: 公共出口按一直有效
      to_date: 公共出口按一直有效
    optional: true
    without: 公共出口扣不下来，只看用过的家数
columns:
  - { name: project_no, type: VARCHAR, title: 项目编号 }
  - { name: lot_no, type: VARCHAR, title: 标段 }
  - { name: bidder_key, type: VARCHAR, title: 投标人标识 }
  - { name: bidder_name, type: VARCHAR, title: 投标人 }
  - { name: party, type: VARCHAR, title: 单独或联合的投标人 }
  - { name: act, type: VARCHAR, title: 环节 }
  - { name: ip, type: VARCHAR, title: 地址 }
  - { name: used_at, type: TIMESTAMP, title: 时间 }
  - { name: public_place, type: VARCHAR, title: 公共场所 }
  - { name: holders, type: BIGINT, title: 用过的投标人数 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: bid_evidence, type: VARCHAR, title: 投标人名单证据 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH by_name AS (
  SELECT project_no, lot_no, bidder_name, min(bidder_key) AS bidder_key
  FROM bid_entry
  GROUP BY project_no, lot_no, bidder_name
),
upload AS (
  SELECT
    e.project_no,
    e.lot_no,
    e.bidder_key,
    e.bidder_name,
    e.party,
    m.ip,
    m.upload_at,
    m.download_ip,
    m.download_at,
    m.decrypt_ip,
    m.decrypt_at,
    greatest(e.tier, CASE m.bidder_uscc_check WHEN 'ok' THEN 'M1' WHEN 'upgraded' THEN 'M2' ELSE 'M4' END) AS tier,
    m._src || '#' || CAST(m._row AS varchar) AS evidence,
    e.evidence AS bid_evidence
  FROM bid_upload_meta m
  LEFT JOIN by_name
    ON by_name.project_no = m.project_no AND by_name.lot_no = coalesce(m.lot_no, '-')
    AND by_name.bidder_name = m.bidder_name
  JOIN bid_entry e
    ON e.project_no = m.project_no AND e.lot_no = coalesce(m.lot_no, '-')
    AND e.bidder_key = coalesce(CASE WHEN m.bidder_uscc_check IN ('ok', 'upgraded') THEN m.bidder_uscc END, by_name.bidder_key)
),
listed AS (
  SELECT project_no, lot_no, bidder_key, bidder_name, party, '上传' AS act, ip, upload_at AS used_at, tier, evidence, bid_evidence FROM upload
  UNION ALL
  SELECT project_no, lot_no, bidder_key, bidder_name, party, '下载' AS act, download_ip AS ip, download_at AS used_at, tier, evidence, bid_evidence FROM upload
  UNION ALL
  SELECT project_no, lot_no, bidder_key, bidder_name, party, '解密' AS act, decrypt_ip AS ip, decrypt_at AS used_at, tier, evidence, bid_evidence FROM upload
),
-- Addresses that many networks use inside (RFC 1918, 6598, 3927, 4193) say nothing of where a machine is.
routed AS (
  SELECT project_no, lot_no, bidder_key, bidder_name, party, act, ip, used_at, tier, evidence, bid_evidence
  FROM listed
  WHERE ip IS NOT NULL
    AND NOT regexp_like(
      lower(ip),
      '^(0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2[0-9]|3[01])\.|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.|::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|255\.255\.255\.255$)'
    )
),
held AS (
  SELECT ip, count(DISTINCT bidder_key) AS holders
  FROM routed
  GROUP BY ip
),
known AS (
  SELECT
    ip,
    coalesce(place, '公共场所') AS place,
    coalesce(from_date, DATE '1900-01-01') AS valid_from,
    coalesce(to_date, DATE '9999-12-31') AS valid_to
  FROM public_ip
)
SELECT
  routed.project_no,
  routed.lot_no,
  routed.bidder_key,
  max(routed.bidder_name) AS bidder_name,
  min(routed.party) AS party,
  routed.act,
  routed.ip,
  routed.used_at,
  max(known.place) AS public_place,
  max(held.holders) AS holders,
  min(routed.tier) AS tier,
  max(routed.bid_evidence) AS bid_evidence,
  array_join(array_agg(DISTINCT routed.evidence ORDER BY routed.evidence), ' ') AS evidence
FROM routed
JOIN held ON held.ip = routed.ip
LEFT JOIN known
  ON known.ip = routed.ip
  AND CAST(coalesce(routed.used_at, TIMESTAMP '9999-12-30 00:00:00') AS date) < known.valid_to
  AND CAST(coalesce(routed.used_at, TIMESTAMP '9999-12-30 00:00:00') AS date) >= known.valid_from
GROUP BY routed.project_no, routed.lot_no, routed.bidder_key, routed.act, routed.ip, routed.used_at
