/*---
contract: bidui/model@1
name: relative_claim
title: 没有证号的家庭成员
version: 2
author: 数据组
description: >-
  干部家庭成员表中没有可用证号的行，每行一个待解析的人。性别按称谓，称谓看不出的按填写的性别。
inputs:
  - dataset: kinship
    columns:
      [_src, _row, cadre_citizen_id, cadre_citizen_id_check, cadre_name, rel_code, member_name,
       member_citizen_id_check, gender, birth, birth_precision, work_unit_post]
    optional_columns:
      cadre_name: 用其他来源的姓名
      gender: 称谓看不出性别的，男女都作候选
      birth: 没有证号的家庭成员只按姓名和户籍联系认
      work_unit_post: 没有证号的家庭成员不比对工作单位
    optional: true
    without: 干部自己填报的家庭成员看不到
  - list: kin_relation
    columns: [code, path, sex, standard]
  - list: kin_class
    columns: [path]
columns:
  - { name: claim, type: VARCHAR, title: 家庭成员表的行 }
  - { name: person_id, type: VARCHAR, title: 干部证号 }
  - { name: person_name, type: VARCHAR, title: 干部姓名 }
  - { name: path, type: VARCHAR, title: 关系路径 }
  - { name: member_name, type: VARCHAR, title: 所填姓名 }
  - { name: sex, type: BIGINT, title: 性别（1 男 0 女） }
  - { name: birth, type: DATE, title: 所填出生日期 }
  - { name: birth_level, type: VARCHAR, title: 所填出生到 }
  - { name: work_unit_post, type: VARCHAR, title: 所填单位职务 }
  - { name: tier, type: VARCHAR, title: 干部证号的等级 }
---*/
SELECT
  kinship._src || '#' || CAST(kinship._row AS varchar) AS claim,
  kinship.cadre_citizen_id AS person_id,
  kinship.cadre_name AS person_name,
  relation.path,
  kinship.member_name,
  CAST(CASE coalesce(relation.sex, kinship.gender) WHEN '1' THEN 1 WHEN '2' THEN 0 END AS bigint) AS sex,
  kinship.birth,
  CASE
    WHEN kinship.birth IS NULL THEN 'none'
    ELSE coalesce(kinship.birth_precision, 'day')
  END AS birth_level,
  kinship.work_unit_post,
  CASE kinship.cadre_citizen_id_check WHEN 'ok' THEN 'M1' ELSE 'M2' END AS tier
FROM kinship
JOIN (
  SELECT code, path, max(sex) AS sex
  FROM kin_relation
  WHERE standard AND path IS NOT NULL
  GROUP BY code, path
) relation ON relation.code = kinship.rel_code
JOIN kin_class ON kin_class.path = relation.path
WHERE kinship.cadre_citizen_id_check IN ('ok', 'upgraded')
  AND coalesce(kinship.member_citizen_id_check, 'missing') NOT IN ('ok', 'upgraded')
  AND length(kinship.member_name) >= 2
