/*---
contract: bidui/model@1
name: farm_claim
title: 农户申报面积
version: 1
author: 数据组
description: >-
  申报行归到承包户：申报人本人是承包方代表的归他的户，否则按申报表自己的农户编码；都对不上的按人。
  完全相同的重复行只算一次。
inputs:
  - dataset: subsidy_area
    columns:
      [_src, _row, township, village, village_code, hh_code, name, citizen_id, citizen_id_check, year, season, item,
       parcel_code, apply_area, trust_in, trust_out, no_subsidy_area]
    optional_columns:
      township: 用承包登记里的乡镇
      village: 用承包登记里的村
      village_code: 村只按名称显示
      hh_code: 不是承包方代表的申报人单独算一户
      name: 用承包登记里的姓名
      season: 都按耕地地力保护
      item: 不区分补贴项目
      parcel_code: 面积相同的两行当作重复，只算一次
      trust_in: 流入只看流转台账
      trust_out: 流出只看流转台账
      no_subsidy_area: 不予补贴的面积不扣
  - model: farm_land
    columns: [farm_key, citizen_id]
columns:
  - { name: farm_key, type: VARCHAR, title: 承包户 }
  - { name: year, type: BIGINT, title: 年度 }
  - { name: season, type: VARCHAR, title: 季别 }
  - { name: item, type: VARCHAR, title: 补贴项目 }
  - { name: person_id, type: VARCHAR, title: 申报人证号 }
  - { name: person_name, type: VARCHAR, title: 申报人 }
  - { name: township, type: VARCHAR, title: 乡镇 }
  - { name: village, type: VARCHAR, title: 村居 }
  - { name: village_code, type: VARCHAR, title: 村代码 }
  - { name: apply_area, type: "DECIMAL(12,4)", title: 申报面积 }
  - { name: trust_in, type: "DECIMAL(12,4)", title: 流入面积 }
  - { name: trust_out, type: "DECIMAL(12,4)", title: 流出面积 }
  - { name: no_subsidy_area, type: "DECIMAL(12,4)", title: 不予补贴面积 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
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
claim AS (
  SELECT
    coalesce(contractor.farm_key, farm.farm_key, 'P:' || subsidy_area.citizen_id) AS farm_key,
    subsidy_area.year,
    coalesce(subsidy_area.season, '耕地地力保护') AS season,
    coalesce(subsidy_area.item, '') AS item,
    subsidy_area.citizen_id AS person_id,
    subsidy_area.name AS person_name,
    subsidy_area.township,
    subsidy_area.village,
    subsidy_area.village_code,
    subsidy_area.parcel_code,
    coalesce(subsidy_area.apply_area, CAST(0 AS decimal(12,4))) AS apply_area,
    coalesce(subsidy_area.trust_in, CAST(0 AS decimal(12,4))) AS trust_in,
    coalesce(subsidy_area.trust_out, CAST(0 AS decimal(12,4))) AS trust_out,
    coalesce(subsidy_area.no_subsidy_area, CAST(0 AS decimal(12,4))) AS no_subsidy_area,
    CASE WHEN subsidy_area.citizen_id_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    subsidy_area._src || '#' || CAST(subsidy_area._row AS varchar) AS evidence,
    -- The same line twice is one line imported twice; two parcels of equal size have a code each,
    -- and without codes nobody can tell, which is why equal lines count once.
    row_number() OVER (
      PARTITION BY subsidy_area.citizen_id, subsidy_area.year, subsidy_area.season, subsidy_area.item,
        subsidy_area.parcel_code, subsidy_area.apply_area, subsidy_area.trust_in,
        subsidy_area.trust_out, subsidy_area.no_subsidy_area
      ORDER BY subsidy_area._src, subsidy_area._row
    ) AS turn
  FROM subsidy_area
  LEFT JOIN contractor ON contractor.citizen_id = subsidy_area.citizen_id
  LEFT JOIN farm ON farm.farm_key = 'H:' || subsidy_area.hh_code
  WHERE subsidy_area.citizen_id_check IN ('ok', 'upgraded') AND subsidy_area.year IS NOT NULL
)
SELECT
  farm_key,
  year,
  season,
  item,
  person_id,
  max(person_name) AS person_name,
  max(township) AS township,
  max(village) AS village,
  max(village_code) AS village_code,
  CAST(sum(apply_area) AS decimal(12,4)) AS apply_area,
  CAST(sum(trust_in) AS decimal(12,4)) AS trust_in,
  CAST(sum(trust_out) AS decimal(12,4)) AS trust_out,
  CAST(sum(no_subsidy_area) AS decimal(12,4)) AS no_subsidy_area,
  min(tier) AS tier,
  array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
FROM claim
WHERE turn = 1
GROUP BY farm_key, year, season, item, person_id
