/*---
contract: bidui/model@1
name: dibao_member
title: 救助家庭成员的享受区间
version: 3
author: 数据组
description: >-
  一名成员一段享受一行，起止半开、按月；没有停保月份、状态又不是停保的算到比对日。
  只有状态写停保、没有停保月份的，不知停在何时，不列。
  guaranteed 为否的是共同生活、但不是保障对象的成员。
inputs:
  - model: dibao_listing
    columns:
      [household_key, head_id, head_name, member_id, member_id_check, member_name, category, guaranteed, township,
       village, region_code, valid_from, valid_to, month_amount, evidence]
columns:
  - { name: household_key, type: VARCHAR, title: 救助家庭 }
  - { name: head_id, type: VARCHAR, title: 户主证号 }
  - { name: head_name, type: VARCHAR, title: 户主姓名 }
  - { name: member_id, type: VARCHAR, title: 成员证号 }
  - { name: member_name, type: VARCHAR, title: 成员姓名 }
  - { name: category, type: VARCHAR, title: 救助类型 }
  - { name: guaranteed, type: BOOLEAN, title: 保障对象 }
  - { name: township, type: VARCHAR, title: 乡镇 }
  - { name: village, type: VARCHAR, title: 村居 }
  - { name: region_code, type: VARCHAR, title: 行政区划 }
  - { name: valid_from, type: DATE, title: 享受起 }
  - { name: valid_to, type: DATE, title: 享受止（不含当日） }
  - { name: month_amount, type: "DECIMAL(18,2)", title: 月保障金额 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
SELECT
  household_key,
  max(head_id) AS head_id,
  max(head_name) AS head_name,
  member_id,
  max(member_name) AS member_name,
  category,
  bool_or(guaranteed) AS guaranteed,
  max(township) AS township,
  max(village) AS village,
  max(region_code) AS region_code,
  valid_from,
  valid_to,
  max(month_amount) AS month_amount,
  min(CASE member_id_check WHEN 'ok' THEN 'M1' WHEN 'restored' THEN 'M3' ELSE 'M2' END) AS tier,
  array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
FROM dibao_listing
WHERE member_id_check IN ('ok', 'upgraded', 'restored') AND valid_from < valid_to
GROUP BY household_key, member_id, category, valid_from, valid_to
