/*---
contract: bidui/model@1
name: device_mark
title: 投标文件的机器特征码
version: 4
author: 数据组
description: >-
  一个投标人在一个标段的每个特征码一行。占位值、出厂默认值不算；开标前撤回的投标人不算，被否决的算。
  holders 是全部标段里用过同一个码的投标人数：很多家都用的是公用机器。
inputs:
  - dataset: bid_upload_meta
    columns:
      [_src, _row, project_no, project_name, lot_no, bidder_name, bidder_uscc, bidder_uscc_check,
       file_create_id, mac, disk_sn, cpu_sn, lock_no, ca_sn]
    optional_columns:
      project_name: 用项目登记里的名称
      lot_no: 不分标段，同一项目的投标人放在一起比
      bidder_name: 没有信用代码的投标文件不比
      bidder_uscc: 投标人按名称认，等级低
      file_create_id: 不比文件创建标识
      mac: 不比网卡地址
      disk_sn: 不比硬盘序列号
      cpu_sn: 不比处理器序列号
      lock_no: 不比造价软件加密锁号
      ca_sn: 不比数字证书序列号
  - dataset: bidder
    columns:
      [_src, _row, project_no, lot_no, bidder_name, uscc, uscc_check, status, withdrawn_at]
    optional_columns:
      lot_no: 有标段号的投标文件对不上名单，撤回的和联合体认不出
      uscc: 按名称对投标人
      status: 写明撤回而没有撤回时间的认不出
      withdrawn_at: 只按投标状态认撤回
    optional: true
    without: 开标前撤回的认不出，要人工排除
  - dataset: bid_project
    columns: [project_no, open_at]
    optional: true
    without: 撤回是否在开标前无法判断，写明“撤回”的一律不算
  - model: bid_party
    columns: [project_no, lot_no, member, party]
  - list: device_placeholder
    columns: [value]
columns:
  - { name: project_no, type: VARCHAR, title: 项目编号 }
  - { name: project_name, type: VARCHAR, title: 项目名称 }
  - { name: lot_no, type: VARCHAR, title: 标段 }
  - { name: bidder_key, type: VARCHAR, title: 投标人标识 }
  - { name: bidder_name, type: VARCHAR, title: 投标人 }
  - { name: party, type: VARCHAR, title: 单独或联合的投标人 }
  - { name: mark, type: VARCHAR, title: 特征码种类 }
  - { name: hard, type: BOOLEAN, title: 单独成立 }
  - { name: value, type: VARCHAR, title: 特征码 }
  - { name: holders, type: BIGINT, title: 用过的投标人数 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: bid_evidence, type: VARCHAR, title: 投标人名单证据 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH opened AS (
  SELECT project_no, max(open_at) AS open_at
  FROM bid_project
  GROUP BY project_no
),
-- What the list of bidders says of each, under his code and under his name.
standing AS (
  SELECT
    bidder.project_no,
    coalesce(bidder.lot_no, '-') AS lot_no,
    bidder.bidder_name,
    CASE WHEN bidder.uscc_check IN ('ok', 'upgraded') THEN bidder.uscc END AS uscc,
    -- A bid revoked after the opening is one that was made; only the one taken back before it counts as none.
    coalesce(bidder.status = '撤回', false)
      OR (bidder.withdrawn_at IS NOT NULL
        AND bidder.withdrawn_at < coalesce(opened.open_at, TIMESTAMP '9999-12-31 00:00:00')) AS withdrawn,
    bidder._src || '#' || CAST(bidder._row AS varchar) AS evidence
  FROM bidder
  LEFT JOIN opened ON opened.project_no = bidder.project_no
),
by_code AS (
  SELECT
    project_no, lot_no, uscc, bool_or(withdrawn) AS withdrawn,
    array_join(array_agg(evidence ORDER BY evidence), ' ') AS evidence
  FROM standing
  WHERE uscc IS NOT NULL
  GROUP BY project_no, lot_no, uscc
),
by_name AS (
  SELECT
    project_no, lot_no, bidder_name, min(uscc) AS uscc, bool_or(withdrawn) AS withdrawn,
    array_join(array_agg(evidence ORDER BY evidence), ' ') AS evidence
  FROM standing
  WHERE bidder_name IS NOT NULL
  GROUP BY project_no, lot_no, bidder_name
),
upload AS (
  SELECT
    project_no,
    project_name,
    coalesce(lot_no, '-') AS lot_no,
    bidder_name,
    CASE WHEN bidder_uscc_check IN ('ok', 'upgraded') THEN bidder_uscc END AS uscc,
    CASE WHEN bidder_uscc_check = 'ok' THEN 'M1' WHEN bidder_uscc_check = 'upgraded' THEN 'M2' ELSE 'M4' END AS tier,
    file_create_id,
    mac,
    disk_sn,
    cpu_sn,
    lock_no,
    ca_sn,
    _src || '#' || CAST(_row AS varchar) AS evidence
  FROM bid_upload_meta
),
present AS (
  SELECT
    upload.project_no,
    upload.project_name,
    upload.lot_no,
    -- Without a good code of its own an upload is that of the bidder whom the list names so.
    coalesce(upload.uscc, by_name.uscc, upload.bidder_name) AS bidder_key,
    coalesce(upload.bidder_name, upload.uscc) AS bidder_name,
    coalesce(code_party.party, name_party.party, upload.uscc, by_name.uscc, upload.bidder_name) AS party,
    upload.file_create_id,
    upload.mac,
    upload.disk_sn,
    upload.cpu_sn,
    upload.lock_no,
    upload.ca_sn,
    upload.tier,
    coalesce(by_code.evidence, by_name.evidence) AS bid_evidence,
    upload.evidence
  FROM upload
  LEFT JOIN by_code
    ON by_code.project_no = upload.project_no AND by_code.lot_no = upload.lot_no AND by_code.uscc = upload.uscc
  LEFT JOIN by_name
    ON by_name.project_no = upload.project_no AND by_name.lot_no = upload.lot_no
    AND by_name.bidder_name = upload.bidder_name
  LEFT JOIN bid_party code_party
    ON code_party.project_no = upload.project_no AND code_party.lot_no = upload.lot_no AND code_party.member = upload.uscc
  LEFT JOIN bid_party name_party
    ON name_party.project_no = upload.project_no AND name_party.lot_no = upload.lot_no
    AND name_party.member = upload.bidder_name
  WHERE NOT coalesce(by_code.withdrawn, by_name.withdrawn, false)
    AND coalesce(upload.uscc, upload.bidder_name) IS NOT NULL
),
-- Listed instead of unpivoted: each branch is one column.
listed AS (
  SELECT project_no, project_name, lot_no, bidder_key, bidder_name, party, '文件创建标识' AS mark, true AS hard, file_create_id AS raw, tier, bid_evidence, evidence FROM present
  UNION ALL
  SELECT project_no, project_name, lot_no, bidder_key, bidder_name, party, '网卡地址' AS mark, true AS hard, mac AS raw, tier, bid_evidence, evidence FROM present
  UNION ALL
  SELECT project_no, project_name, lot_no, bidder_key, bidder_name, party, '硬盘序列号' AS mark, true AS hard, disk_sn AS raw, tier, bid_evidence, evidence FROM present
  UNION ALL
  SELECT project_no, project_name, lot_no, bidder_key, bidder_name, party, '造价软件加密锁号' AS mark, true AS hard, lock_no AS raw, tier, bid_evidence, evidence FROM present
  UNION ALL
  SELECT project_no, project_name, lot_no, bidder_key, bidder_name, party, '数字证书序列号' AS mark, true AS hard, ca_sn AS raw, tier, bid_evidence, evidence FROM present
  UNION ALL
  SELECT project_no, project_name, lot_no, bidder_key, bidder_name, party, '处理器序列号' AS mark, false AS hard, cpu_sn AS raw, tier, bid_evidence, evidence FROM present
),
-- Spelt without separators, as the list of placeholders is.
spelt AS (
  SELECT
    project_no, project_name, lot_no, bidder_key, bidder_name, party, mark, hard,
    upper(regexp_replace(raw, '[^0-9A-Za-z一-龥]', '')) AS value,
    tier, bid_evidence, evidence
  FROM listed
  WHERE raw IS NOT NULL
),
real_mark AS (
  SELECT
    spelt.project_no, spelt.project_name, spelt.lot_no, spelt.bidder_key, spelt.bidder_name,
    spelt.party, spelt.mark, spelt.hard, spelt.value, spelt.tier, spelt.bid_evidence,
    spelt.evidence
  FROM spelt
  LEFT JOIN device_placeholder ON device_placeholder.value = spelt.value
  WHERE device_placeholder.value IS NULL
    AND length(spelt.value) >= 4
    -- All the same character is nothing that a machine was given.
    AND replace(spelt.value, substr(spelt.value, 1, 1), '') <> ''
),
held AS (
  SELECT mark, value, count(DISTINCT bidder_key) AS holders
  FROM real_mark
  GROUP BY mark, value
)
SELECT
  real_mark.project_no,
  max(real_mark.project_name) AS project_name,
  real_mark.lot_no,
  real_mark.bidder_key,
  max(real_mark.bidder_name) AS bidder_name,
  min(real_mark.party) AS party,
  real_mark.mark,
  real_mark.hard,
  real_mark.value,
  max(held.holders) AS holders,
  min(real_mark.tier) AS tier,
  max(real_mark.bid_evidence) AS bid_evidence,
  array_join(array_agg(DISTINCT real_mark.evidence ORDER BY real_mark.evidence), ' ') AS evidence
FROM real_mark
JOIN held ON held.mark = real_mark.mark AND held.value = real_mark.value
GROUP BY real_mark.project_no, real_mark.lot_no, real_mark.bidder_key, real_mark.mark, real_mark.hard, real_mark.value
