/*---
contract: bidui/model@1
name: kin_spouse
title: 婚姻关系区间
version: 1
author: 数据组
description: >-
  每对夫妻的每段婚姻一行，起止半开。结婚、离婚各写一行的和写在同一行的都认；
  只有离婚登记的，起点不明；一方另有后一段婚姻的，前一段最迟到那一天。
inputs:
  - dataset: marriage
    columns:
      [_src, _row, husband_citizen_id, husband_citizen_id_check, husband_name, wife_citizen_id,
       wife_citizen_id_check, wife_name, biz_type, reg_date, divorce_date]
    optional_columns:
      husband_name: 不显示男方姓名
      wife_name: 不显示女方姓名
      biz_type: 每行都当作结婚登记，离婚只看离婚日期
      divorce_date: 离婚只看业务类型为离婚的行
    optional: true
    without: 配偶关系只能靠户籍和干部家庭成员表，离婚、再婚看不到
columns:
  - { name: husband_id, type: VARCHAR, title: 男方证号 }
  - { name: husband_name, type: VARCHAR, title: 男方姓名 }
  - { name: wife_id, type: VARCHAR, title: 女方证号 }
  - { name: wife_name, type: VARCHAR, title: 女方姓名 }
  - { name: valid_from, type: DATE, title: 起（1900-01-01 为不明） }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: ended, type: BOOLEAN, title: 已结束 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH paired AS (
  SELECT
    husband_citizen_id AS husband_id,
    husband_name,
    wife_citizen_id AS wife_id,
    wife_name,
    coalesce(biz_type, '结婚') AS biz_type,
    reg_date,
    divorce_date,
    CASE WHEN husband_citizen_id_check = 'ok' AND wife_citizen_id_check = 'ok'
      THEN 'M1' ELSE 'M2' END AS tier,
    _src || '#' || CAST(_row AS varchar) AS evidence
  FROM marriage
  WHERE husband_citizen_id_check IN ('ok', 'upgraded')
    AND wife_citizen_id_check IN ('ok', 'upgraded')
    AND husband_citizen_id <> wife_citizen_id
),
-- All that is known of one pair, whatever kind of row says it.
pair AS (
  SELECT
    husband_id,
    wife_id,
    max(husband_name) AS husband_name,
    max(wife_name) AS wife_name,
    max(tier) AS tier,
    array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
  FROM paired
  GROUP BY husband_id, wife_id
),
started AS (
  SELECT husband_id, wife_id, reg_date AS valid_from
  FROM paired
  WHERE biz_type = '结婚' AND reg_date IS NOT NULL
  GROUP BY husband_id, wife_id, reg_date
),
-- A pair with only a divorce or a replaced certificate was married all the same: since when, nobody says.
begun AS (
  SELECT
    pair.husband_id,
    pair.wife_id,
    coalesce(started.valid_from, DATE '1900-01-01') AS valid_from
  FROM pair
  LEFT JOIN started
    ON started.husband_id = pair.husband_id AND started.wife_id = pair.wife_id
),
ended AS (
  SELECT husband_id, wife_id, divorce_date AS end_date
  FROM paired
  WHERE divorce_date IS NOT NULL
  UNION ALL
  SELECT husband_id, wife_id, reg_date AS end_date
  FROM paired
  WHERE biz_type IN ('离婚', '撤销') AND divorce_date IS NULL AND reg_date IS NOT NULL
),
closed AS (
  SELECT begun.husband_id, begun.wife_id, begun.valid_from, min(ended.end_date) AS end_date
  FROM begun
  LEFT JOIN ended
    ON ended.husband_id = begun.husband_id
    AND ended.wife_id = begun.wife_id
    AND ended.end_date > begun.valid_from
  GROUP BY begun.husband_id, begun.wife_id, begun.valid_from
),
-- Nobody is married twice at a time: the next marriage of either ends this one at the latest.
followed AS (
  SELECT
    husband_id,
    wife_id,
    valid_from,
    end_date,
    lead(valid_from) OVER (PARTITION BY husband_id ORDER BY valid_from, wife_id) AS husband_next,
    lead(valid_from) OVER (PARTITION BY wife_id ORDER BY valid_from, husband_id) AS wife_next
  FROM closed
),
bounded AS (
  SELECT
    husband_id,
    wife_id,
    valid_from,
    least(
      coalesce(end_date, DATE '9999-12-31'),
      coalesce(husband_next, DATE '9999-12-31'),
      coalesce(wife_next, DATE '9999-12-31')
    ) AS end_date
  FROM followed
)
SELECT
  pair.husband_id,
  pair.husband_name,
  pair.wife_id,
  pair.wife_name,
  bounded.valid_from,
  least(bounded.end_date, date_add('day', 1, :as_of)) AS valid_to,
  bounded.end_date <= :as_of AS ended,
  pair.tier,
  pair.evidence
FROM bounded
JOIN pair
  ON pair.husband_id = bounded.husband_id AND pair.wife_id = bounded.wife_id
WHERE bounded.valid_from < least(bounded.end_date, date_add('day', 1, :as_of))
