/*---
contract: bidui/model@1
name: kin_focus
title: 要查亲属的人
version: 1
author: 数据组
description: 亲属关系只从干部和村（社区）干部出发推，不推全体居民。
inputs:
  - dataset: cadre
    columns: [citizen_id, citizen_id_check, name]
    optional: true
    without: 干部本人的亲属不推
  - dataset: cadre_resume
    columns: [citizen_id, citizen_id_check, name]
    optional_columns:
      name: 用干部基本情况里的姓名
    optional: true
    without: 只在任职经历里出现的干部不推
  - dataset: village_cadre
    columns: [citizen_id, citizen_id_check, name]
    optional: true
    without: 村（社区）干部的亲属不推
columns:
  - { name: person_id, type: VARCHAR, title: 证号 }
  - { name: person_name, type: VARCHAR, title: 姓名 }
---*/
SELECT person_id, max(person_name) AS person_name
FROM (
  SELECT citizen_id AS person_id, name AS person_name
  FROM cadre
  WHERE citizen_id_check IN ('ok', 'upgraded')
  UNION ALL
  SELECT citizen_id AS person_id, name AS person_name
  FROM cadre_resume
  WHERE citizen_id_check IN ('ok', 'upgraded')
  UNION ALL
  SELECT citizen_id AS person_id, name AS person_name
  FROM village_cadre
  WHERE citizen_id_check IN ('ok', 'upgraded')
) person
GROUP BY person_id
