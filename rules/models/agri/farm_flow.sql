/*---
contract: bidui/model@1
name: farm_flow
title: 农户土地流转（按季）
version: 1
author: 数据组
description: >-
  流转台账里，每个承包户每年每季流入、流出的面积。有利于农户地算：流入只要与这一季有重叠就计，
  流出要盖过整季才计；补贴约定归转出方的，两边都不计。
inputs:
  - dataset: land_transfer
    columns:
      [_src, _row, out_citizen_id, out_citizen_id_check, out_hh_code, in_citizen_id,
       in_citizen_id_check, in_hh_code, area, from_date, to_date, subsidy_to]
    optional_columns:
      out_hh_code: 流出方按证号归户
      in_hh_code: 流入方按证号归户
      from_date: 流入按一直有效，流出不扣
      to_date: 流转按仍在履行
      subsidy_to: 补贴都当作归流入方
    optional: true
    without: 流转只看申报表自己写的流入、流出
  - model: farm_land
    columns: [farm_key, citizen_id]
  - model: farm_claim
    columns: [year, season]
  - list: season_window
    columns: [season, start_offset, months]
columns:
  - { name: farm_key, type: VARCHAR, title: 承包户 }
  - { name: year, type: BIGINT, title: 年度 }
  - { name: season, type: VARCHAR, title: 季别 }
  - { name: area_in, type: "DECIMAL(12,4)", title: 流入面积 }
  - { name: area_out, type: "DECIMAL(12,4)", title: 流出面积 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH contractor AS (
  SELECT citizen_id, min(farm_key) AS farm_key
  FROM farm_land
  WHERE citizen_id IS NOT NULL
  GROUP BY citizen_id
),
farm AS (
  SELECT farm_key
  FROM farm_land
  GROUP BY farm_key
),
-- The few seasons of the round, each with its months.
period AS (
  SELECT
    claimed.year,
    claimed.season,
    date_add('month', season_window.start_offset, claimed.new_year) AS starts,
    date_add('month', season_window.start_offset + season_window.months, claimed.new_year) AS ends
  FROM (
    SELECT year, season, CAST(CAST(year AS varchar) || '-01-01' AS date) AS new_year
    FROM farm_claim
    WHERE year BETWEEN 1990 AND 2100
    GROUP BY year, season
  ) claimed
  JOIN season_window ON season_window.season = claimed.season
),
side AS (
  SELECT
    coalesce(farm.farm_key, contractor.farm_key, 'P:' || land_transfer.out_citizen_id) AS farm_key,
    'out' AS direction,
    land_transfer.area,
    coalesce(land_transfer.from_date, DATE '9999-12-31') AS from_date,
    coalesce(land_transfer.to_date, DATE '9999-12-31') AS to_date,
    land_transfer._src || '#' || CAST(land_transfer._row AS varchar) AS evidence
  FROM land_transfer
  LEFT JOIN contractor ON contractor.citizen_id = land_transfer.out_citizen_id
  LEFT JOIN farm ON farm.farm_key = 'H:' || land_transfer.out_hh_code
  WHERE coalesce(land_transfer.subsidy_to, '转入方') <> '转出方'
    AND (land_transfer.out_hh_code IS NOT NULL OR land_transfer.out_citizen_id_check IN ('ok', 'upgraded'))
  UNION ALL
  SELECT
    coalesce(farm.farm_key, contractor.farm_key, 'P:' || land_transfer.in_citizen_id) AS farm_key,
    'in' AS direction,
    land_transfer.area,
    coalesce(land_transfer.from_date, DATE '1900-01-01') AS from_date,
    coalesce(land_transfer.to_date, DATE '9999-12-31') AS to_date,
    land_transfer._src || '#' || CAST(land_transfer._row AS varchar) AS evidence
  FROM land_transfer
  LEFT JOIN contractor ON contractor.citizen_id = land_transfer.in_citizen_id
  LEFT JOIN farm ON farm.farm_key = 'H:' || land_transfer.in_hh_code
  WHERE coalesce(land_transfer.subsidy_to, '转入方') <> '转出方'
    AND (land_transfer.in_hh_code IS NOT NULL OR land_transfer.in_citizen_id_check IN ('ok', 'upgraded'))
)
SELECT
  side.farm_key,
  period.year,
  period.season,
  CAST(coalesce(sum(CASE WHEN side.direction = 'in' THEN side.area END), CAST(0 AS decimal(12,4))) AS decimal(12,4)) AS area_in,
  CAST(coalesce(sum(CASE WHEN side.direction = 'out' THEN side.area END), CAST(0 AS decimal(12,4))) AS decimal(12,4)) AS area_out,
  array_join(array_agg(DISTINCT side.evidence ORDER BY side.evidence), ' ') AS evidence
FROM side
CROSS JOIN period
WHERE side.farm_key IS NOT NULL
  AND side.area IS NOT NULL
  AND (
    (side.direction = 'in' AND side.from_date < period.ends AND side.to_date > period.starts)
    OR (side.direction = 'out' AND side.from_date <= period.starts AND side.to_date >= period.ends)
  )
GROUP BY side.farm_key, period.year, period.season
