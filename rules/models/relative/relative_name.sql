/*---
contract: bidui/model@1
name: relative_name
title: 待解析亲属的姓名写法
version: 2
author: 数据组
description: >-
  每个待解析的人按姓名、按空出一个字的姓名各一行，使差一个字、缺一个字的姓名也能用等值连接找到。
  称谓看不出性别的，男女各一行。写法“*”代表任何姓名，用来数同代人一共有几个。
inputs:
  - model: relative_claim
    columns: [claim, person_id, member_name, sex, birth, birth_level]
columns:
  - { name: claim, type: VARCHAR, title: 家庭成员表的行 }
  - { name: person_id, type: VARCHAR, title: 干部证号 }
  - { name: member_name, type: VARCHAR, title: 所填姓名 }
  - { name: name_key, type: VARCHAR, title: 姓名写法 }
  - { name: sex, type: BIGINT, title: 性别（1 男 0 女） }
  - { name: birth, type: DATE, title: 所填出生日期 }
  - { name: birth_level, type: VARCHAR, title: 所填出生到 }
  - { name: birth_year, type: VARCHAR, title: 所填出生年 }
  - { name: birth_month, type: VARCHAR, title: 所填出生年月 }
---*/
WITH sexed AS (
  SELECT claim, person_id, member_name, birth, birth_level, coalesce(relative_claim.sex, s.sex) AS sex
  FROM relative_claim
  CROSS JOIN (VALUES (0), (1)) AS s(sex)
  WHERE relative_claim.sex IS NULL OR relative_claim.sex = s.sex
),
keyed AS (
  SELECT sexed.*, member_name AS name_key
  FROM sexed
  UNION ALL
  SELECT sexed.*, substr(member_name, 1, p.i - 1) || '_' || substr(member_name, p.i + 1) AS name_key
  FROM sexed
  CROSS JOIN UNNEST(sequence(1, length(member_name))) AS p(i)
  UNION ALL
  SELECT sexed.*, '*' AS name_key
  FROM sexed
)
SELECT
  claim,
  person_id,
  member_name,
  name_key,
  CAST(sex AS bigint) AS sex,
  birth,
  birth_level,
  CASE WHEN birth_level <> 'none' THEN date_format(birth, '%Y') END AS birth_year,
  CASE WHEN birth_level IN ('day', 'month') THEN date_format(birth, '%Y%m') END AS birth_month
FROM keyed
