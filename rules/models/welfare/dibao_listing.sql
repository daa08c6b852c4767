/*---
contract: bidui/model@1
name: dibao_listing
title: 救助名单逐行
version: 2
author: 数据组
description: >-
  救助名单一行一行，已归户，起止半开、按月；没有停保月份、状态又不是停保的算到比对日。
  只有状态写停保、没有停保月份的，不知停在何时，不列。证号有误的行也在，只用来数人。
  证号被 Excel 损坏的，按前 15 位和姓名到户籍里找；只有一人相符的用他的证号，校验写 restored，
  证据里加上户籍那一行；一人以上或没有的，仍是 damaged。
inputs:
  - dataset: dibao_person
    columns:
      [_src, _row, township, village, region_code, cert_no, head_name, head_citizen_id,
       head_citizen_id_check, name, citizen_id, citizen_id_check, category, is_guaranteed,
       first_month, stop_month, status, month_amount]
    optional_columns:
      township: 不能按乡镇分给各组
      village: 不显示村（社区）
      region_code: 不能按区划分给各组
      cert_no: 按户主证号归户
      head_name: 用成员本人的姓名代替户主
      head_citizen_id: 没有低保证号的一人算一户
      category: 低保、特困、边缘不能区分，都按低保
      is_guaranteed: 名单里的人都算保障对象
      stop_month: 已停保的只能看状态，状态写停保的不列，其余算到比对日
      status: 只靠停保月份判断是否停保
      month_amount: 不显示月保障金额
  - dataset: household
    columns: [_src, _row, citizen_id, citizen_id_check, name]
    optional: true
    without: 证号被 Excel 损坏的人认不出来
columns:
  - { name: household_key, type: VARCHAR, title: 救助家庭 }
  - { name: head_id, type: VARCHAR, title: 户主证号 }
  - { name: head_name, type: VARCHAR, title: 户主姓名 }
  - { name: member_id, type: VARCHAR, title: 成员证号 }
  - { name: member_id_check, type: VARCHAR, title: 成员证号校验 }
  - { name: member_name, type: VARCHAR, title: 成员姓名 }
  - { name: category, type: VARCHAR, title: 救助类型 }
  - { name: guaranteed, type: BOOLEAN, title: 保障对象 }
  - { name: township, type: VARCHAR, title: 乡镇 }
  - { name: village, type: VARCHAR, title: 村居 }
  - { name: region_code, type: VARCHAR, title: 行政区划 }
  - { name: valid_from, type: DATE, title: 享受起 }
  - { name: valid_to, type: DATE, title: 享受止（不含当日） }
  - { name: month_amount, type: "DECIMAL(18,2)", title: 月保障金额 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH listed AS (
  SELECT
    dibao_person.*,
    -- Excel keeps fifteen digits; of a number that it shows as 5.1E+17 not even these.
    CASE WHEN citizen_id_check = 'damaged' AND regexp_like(citizen_id, '^[0-9]{15}')
      THEN substr(citizen_id, 1, 15) END AS stem,
    CASE WHEN head_citizen_id_check = 'damaged' AND regexp_like(head_citizen_id, '^[0-9]{15}')
      THEN substr(head_citizen_id, 1, 15) END AS head_stem
  FROM dibao_person
  WHERE first_month IS NOT NULL
),
wanted AS (
  SELECT stem, name FROM listed WHERE stem IS NOT NULL AND name IS NOT NULL
  UNION
  SELECT head_stem AS stem, head_name AS name FROM listed WHERE head_stem IS NOT NULL AND head_name IS NOT NULL
),
restored AS (
  SELECT
    wanted.stem,
    wanted.name,
    max(household.citizen_id) AS citizen_id,
    min(household._src || '#' || CAST(household._row AS varchar)) AS evidence
  FROM wanted
  JOIN household ON substr(household.citizen_id, 1, 15) = wanted.stem AND household.name = wanted.name
  WHERE household.citizen_id_check IN ('ok', 'upgraded')
  GROUP BY wanted.stem, wanted.name
  HAVING count(DISTINCT household.citizen_id) = 1
),
person AS (
  SELECT
    listed.*,
    own.evidence AS register_evidence,
    coalesce(own.citizen_id, listed.citizen_id) AS member_id,
    CASE WHEN own.citizen_id IS NULL THEN listed.citizen_id_check ELSE 'restored' END AS member_id_check,
    coalesce(
      CASE WHEN listed.head_citizen_id_check IN ('ok', 'upgraded') THEN listed.head_citizen_id END,
      head.citizen_id
    ) AS known_head_id
  FROM listed
  LEFT JOIN restored own ON own.stem = listed.stem AND own.name = listed.name
  LEFT JOIN restored head ON head.stem = listed.head_stem AND head.name = listed.head_name
)
SELECT
  -- The household is its certificate; the head where the export has no number, the person where it has neither.
  coalesce(cert_no, known_head_id, member_id) AS household_key,
  coalesce(known_head_id, member_id) AS head_id,
  coalesce(head_name, name) AS head_name,
  member_id,
  member_id_check,
  name AS member_name,
  category,
  coalesce(is_guaranteed, true) AS guaranteed,
  township,
  village,
  region_code,
  first_month AS valid_from,
  least(
    coalesce(stop_month, CASE WHEN status = '停保' THEN first_month END, DATE '9999-12-31'),
    date_add('day', 1, :as_of)
  ) AS valid_to,
  month_amount,
  _src || '#' || CAST(_row AS varchar) || coalesce(' ' || register_evidence, '') AS evidence
FROM person
