/*---
contract: bidui/model@1
name: farm_land
title: 农户承包地
version: 1
author: 数据组
description: >-
  一个承包人一行：户号、承包面积。确权面积与二轮承包面积口径不一，按地块取大的一个；
  同一地块登记两行的（家庭成员各一行、重复导入）只算一次。
  farm_key：有户号的按户（H: 开头），没有的按人（P: 开头）。
inputs:
  - dataset: land_contract
    columns:
      [_src, _row, township, village, village_code, hh_code, contractor_citizen_id, contractor_citizen_id_check,
       contractor_name, parcel_code, contract_area, confirm_area]
    optional_columns:
      township: 不能按乡镇分给各组
      village: 不显示村（社区）
      village_code: 村只按名称显示
      hh_code: 按承包人累计，不按户
      contractor_name: 用申报表里的姓名
      parcel_code: 每行算一块地，重复登记的会多算承包面积
      contract_area: 只用确权面积
      confirm_area: 只用二轮承包面积
columns:
  - { name: farm_key, type: VARCHAR, title: 承包户 }
  - { name: citizen_id, type: VARCHAR, title: 承包方代表证号 }
  - { name: name, type: VARCHAR, title: 承包方代表 }
  - { name: township, type: VARCHAR, title: 乡镇 }
  - { name: village, type: VARCHAR, title: 村居 }
  - { name: village_code, type: VARCHAR, title: 村代码 }
  - { name: area, type: "DECIMAL(12,4)", title: 承包面积（全户） }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH parcel AS (
  SELECT
    coalesce('H:' || hh_code, 'P:' || contractor_citizen_id) AS farm_key,
    coalesce(parcel_code, _src || '#' || CAST(_row AS varchar)) AS parcel_key,
    CASE WHEN contractor_citizen_id_check IN ('ok', 'upgraded') THEN contractor_citizen_id END AS citizen_id,
    contractor_name AS name,
    township,
    village,
    village_code,
    greatest(
      coalesce(confirm_area, CAST(0 AS decimal(12,4))),
      coalesce(contract_area, CAST(0 AS decimal(12,4)))
    ) AS area,
    CASE WHEN contractor_citizen_id_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    _src || '#' || CAST(_row AS varchar) AS evidence
  FROM land_contract
  WHERE hh_code IS NOT NULL OR contractor_citizen_id_check IN ('ok', 'upgraded')
),
block AS (
  SELECT farm_key, parcel_key, max(area) AS area
  FROM parcel
  GROUP BY farm_key, parcel_key
),
farm AS (
  SELECT farm_key, CAST(sum(area) AS decimal(12,4)) AS area
  FROM block
  GROUP BY farm_key
),
proof AS (
  SELECT
    farm_key,
    array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
  FROM parcel
  GROUP BY farm_key
)
SELECT
  parcel.farm_key,
  parcel.citizen_id,
  max(parcel.name) AS name,
  max(parcel.township) AS township,
  max(parcel.village) AS village,
  max(parcel.village_code) AS village_code,
  farm.area,
  min(parcel.tier) AS tier,
  proof.evidence
FROM parcel
JOIN farm ON farm.farm_key = parcel.farm_key
JOIN proof ON proof.farm_key = parcel.farm_key
GROUP BY parcel.farm_key, parcel.citizen_id, farm.area, proof.evidence
