/*---
contract: bidui/model@1
name: public_service
title: 财政供养区间
version: 1
author: 数据组
description: >-
  一人在一个单位的一段财政供养一行，起止半开。编外、公益性岗位、遗属补助不算财政供养；离退休另成一段，retired 为是。
  已调出、死亡或退休而没有退出日期的，在职一段止于何时不知道，不列。没有进入日期的起点不明，from_unknown 为是。
inputs:
  - dataset: public_employee
    columns:
      [_src, _row, citizen_id, citizen_id_check, name, unit, unit_code, post, rank, staff_type, status, in_date, out_date]
    optional_columns:
      name: 一号两名认不出
      unit: 不知道所在单位，不能按单位分给各组
      unit_code: 单位只按名称显示
      post: 不显示职务
      rank: 不显示职级
      staff_type: 编外、公益性岗位和遗属补助人员扣不下来，离退休只看人员状态
      status: 已调出、退休的人看不出，没有退出日期的按仍在职
      in_date: 在职起点不明，一律降一级
      out_date: 已退休、调出的人在职的一段看不到
columns:
  - { name: person_id, type: VARCHAR, title: 证号 }
  - { name: person_name, type: VARCHAR, title: 姓名 }
  - { name: unit, type: VARCHAR, title: 单位 }
  - { name: unit_code, type: VARCHAR, title: 单位代码 }
  - { name: post, type: VARCHAR, title: 职务 }
  - { name: rank, type: VARCHAR, title: 职级 }
  - { name: staff_type, type: VARCHAR, title: 人员类别 }
  - { name: retired, type: BOOLEAN, title: 离退休 }
  - { name: valid_from, type: DATE, title: 起（1900-01-01 为不明） }
  - { name: valid_to, type: DATE, title: 止（不含当日） }
  - { name: from_unknown, type: BOOLEAN, title: 起点不明 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH listed AS (
  SELECT
    citizen_id AS person_id,
    name AS person_name,
    unit,
    unit_code,
    post,
    rank,
    coalesce(staff_type, '未写明') AS staff_type,
    coalesce(status, '在职') AS status,
    in_date,
    out_date,
    CASE WHEN citizen_id_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    _src || '#' || CAST(_row AS varchar) AS evidence
  FROM public_employee
  WHERE citizen_id_check IN ('ok', 'upgraded')
    AND coalesce(staff_type, '未写明') NOT IN ('临聘', '公益岗', '遗属')
),
spell AS (
  SELECT
    person_id, person_name, unit, unit_code, post, rank, staff_type, false AS retired,
    in_date AS from_date,
    out_date AS to_date,
    tier, evidence
  FROM listed
  WHERE staff_type <> '离退休' AND (status = '在职' OR out_date IS NOT NULL)
  UNION ALL
  -- A row of the roll of pensioners, or one who retired from the unit that still lists him.
  SELECT
    person_id, person_name, unit, unit_code, post, rank, staff_type, true AS retired,
    coalesce(out_date, CASE WHEN staff_type = '离退休' THEN in_date END) AS from_date,
    CAST(NULL AS date) AS to_date,
    tier, evidence
  FROM listed
  WHERE (staff_type = '离退休' AND status IN ('在职', '退休')) OR (staff_type <> '离退休' AND status = '退休')
)
SELECT
  person_id,
  max(person_name) AS person_name,
  unit,
  max(unit_code) AS unit_code,
  max(post) AS post,
  max(rank) AS rank,
  staff_type,
  retired,
  coalesce(from_date, DATE '1900-01-01') AS valid_from,
  least(coalesce(to_date, DATE '9999-12-31'), date_add('day', 1, :as_of)) AS valid_to,
  from_date IS NULL AS from_unknown,
  min(tier) AS tier,
  array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
FROM spell
WHERE coalesce(from_date, DATE '1900-01-01') < least(coalesce(to_date, DATE '9999-12-31'), date_add('day', 1, :as_of))
GROUP BY person_id, unit, staff_type, retired, from_date, to_date
