/*---
contract: bidui/model@1
name: relative_namesake
title: 户籍中的同名人数
version: 2
author: 数据组
description: >-
  户籍中每种姓名写法、性别、出生年各有几人；只数待解析的人用到的写法。
  取同一代人（前后五年）中的人数，因为姓名随年代变化，全体的同名率会高估或低估。
inputs:
  - model: relative_name
    columns: [name_key, sex]
  - dataset: household
    columns: [citizen_id, citizen_id_check, name]
    optional: true
    without: 没有证号的家庭成员解析不出
columns:
  - { name: name_key, type: VARCHAR, title: 姓名写法 }
  - { name: sex, type: BIGINT, title: 性别（1 男 0 女） }
  - { name: birth_year, type: BIGINT, title: 出生年 }
  - { name: persons, type: BIGINT, title: 人数 }
---*/
WITH wanted AS (
  SELECT name_key, sex
  FROM relative_name
  GROUP BY name_key, sex
),
spelled AS (
  SELECT
    name AS name_key,
    CAST(substr(citizen_id, 17, 1) AS bigint) % 2 AS sex,
    substr(citizen_id, 7, 4) AS birth_year
  FROM household
  WHERE citizen_id_check IN ('ok', 'upgraded') AND length(name) >= 2
  UNION ALL
  SELECT
    substr(name, 1, p.i - 1) || '_' || substr(name, p.i + 1) AS name_key,
    CAST(substr(citizen_id, 17, 1) AS bigint) % 2 AS sex,
    substr(citizen_id, 7, 4) AS birth_year
  FROM household
  CROSS JOIN UNNEST(sequence(1, length(name))) AS p(i)
  WHERE citizen_id_check IN ('ok', 'upgraded') AND length(name) >= 2
  UNION ALL
  SELECT
    '*' AS name_key,
    CAST(substr(citizen_id, 17, 1) AS bigint) % 2 AS sex,
    substr(citizen_id, 7, 4) AS birth_year
  FROM household
  WHERE citizen_id_check IN ('ok', 'upgraded') AND length(name) >= 2
)
SELECT
  spelled.name_key,
  spelled.sex,
  CAST(spelled.birth_year AS bigint) AS birth_year,
  CAST(count(*) AS bigint) AS persons
FROM spelled
JOIN wanted ON wanted.name_key = spelled.name_key AND wanted.sex = spelled.sex
GROUP BY spelled.name_key, spelled.sex, spelled.birth_year
