/*---
contract: bidui/model@1
name: post_told
title: 简历里写的任职
version: 1
author: 数据组
description: >-
  任免审批表的简历写在一个单元格里：“1998.07—2001.03　××局办事员”，一段一行；横线的各种写法、至今、今、空着的都认。
  “其间”的括注不算一段。月份按当月一日，止的月份是离任的月份。单位是单位树里最长的写法，单位树里没有的按名称的字尾断开，其余是职务。
inputs:
  - dataset: cadre
    columns: [_src, _row, citizen_id, citizen_id_check, name, career]
    optional_columns:
      career: 没有任职经历表的干部只按现任职务
    optional: true
    without: 简历里写的任职看不到
  - model: unit_alias
    columns: [spelling, unit_code]
columns:
  - { name: person_id, type: VARCHAR, title: 证号 }
  - { name: person_name, type: VARCHAR, title: 姓名 }
  - { name: unit, type: VARCHAR, title: 单位 }
  - { name: post, type: VARCHAR, title: 职务 }
  - { name: from_date, type: DATE, title: 起 }
  - { name: to_date, type: DATE, title: 止（不含当日），空的是仍在任 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH told AS (
  SELECT
    citizen_id AS person_id,
    name AS person_name,
    CASE WHEN citizen_id_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    _src || '#' || CAST(_row AS varchar) AS evidence,
    regexp_replace(career, '[（(][\s　]*(其间|期间)[^）)]*[）)]', '') AS career
  FROM cadre
  WHERE citizen_id_check IN ('ok', 'upgraded') AND career IS NOT NULL
),
-- The spans of time, and what stands between them: the words after the first span are the first post.
span AS (
  SELECT told.evidence, u.n, u.span
  FROM told
  CROSS JOIN UNNEST(regexp_extract_all(
    told.career,
    '(?:19|20)[0-9]{2}[\s　]*[.．。年/·][\s　]*[0-9]{1,2}[\s　]*月?(?:[0-9]{1,2}日)?[\s　]*[—–―─－~～至到-]+[\s　]*(?:(?:19|20)[0-9]{2}[\s　]*[.．。年/·][\s　]*[0-9]{1,2}[\s　]*月?(?:[0-9]{1,2}日)?|至今|今|现在)?'
  )) WITH ORDINALITY AS u (span, n)
),
words AS (
  SELECT told.person_id, told.person_name, told.tier, told.evidence, u.n - 1 AS n,
    regexp_replace(regexp_replace(u.words, '^[\s　:：,，、任]+', ''), '[\s　;；,，。]+$', '') AS words
  FROM told
  CROSS JOIN UNNEST(regexp_split(
    told.career,
    '(?:19|20)[0-9]{2}[\s　]*[.．。年/·][\s　]*[0-9]{1,2}[\s　]*月?(?:[0-9]{1,2}日)?[\s　]*[—–―─－~～至到-]+[\s　]*(?:(?:19|20)[0-9]{2}[\s　]*[.．。年/·][\s　]*[0-9]{1,2}[\s　]*月?(?:[0-9]{1,2}日)?|至今|今|现在)?'
  )) WITH ORDINALITY AS u (words, n)
),
post AS (
  SELECT
    words.person_id, words.person_name, words.tier, words.evidence, words.n, words.words,
    regexp_extract_all(span.span, '(?:19|20)[0-9]{2}[\s　]*[.．。年/·][\s　]*[0-9]{1,2}') AS days
  FROM words
  JOIN span ON span.evidence = words.evidence AND span.n = words.n
  WHERE words.words <> ''
),
known AS (
  SELECT post.evidence, post.n, max(length(unit_alias.spelling)) AS size
  FROM post
  CROSS JOIN UNNEST(sequence(2, length(post.words))) AS u (size)
  JOIN unit_alias ON unit_alias.spelling = substr(post.words, 1, u.size)
  GROUP BY post.evidence, post.n
),
split AS (
  SELECT
    post.*,
    coalesce(
      CASE WHEN known.size IS NOT NULL THEN substr(post.words, 1, known.size) END,
      regexp_extract(post.words, '^(.*?(?:人民政府|政府|委员会|办公室|办事处|党校|学校|中学|小学|医院|法院|检察院|中心|公司|集团|联合会|协会|厅|局|部|院|所|站|队))', 1)
    ) AS unit,
    element_at(post.days, 1) AS from_said,
    element_at(post.days, 2) AS to_said
  FROM post
  LEFT JOIN known ON known.evidence = post.evidence AND known.n = post.n
)
SELECT
  person_id,
  person_name,
  unit,
  CASE WHEN substr(words, coalesce(length(unit), 0) + 1) <> '' THEN substr(words, coalesce(length(unit), 0) + 1) END AS post,
  try_cast(substr(from_said, 1, 4) || '-' || lpad(regexp_extract(from_said, '([0-9]{1,2})$', 1), 2, '0') || '-01' AS date) AS from_date,
  try_cast(substr(to_said, 1, 4) || '-' || lpad(regexp_extract(to_said, '([0-9]{1,2})$', 1), 2, '0') || '-01' AS date) AS to_date,
  tier,
  evidence
FROM split
WHERE try_cast(substr(from_said, 1, 4) || '-' || lpad(regexp_extract(from_said, '([0-9]{1,2})$', 1), 2, '0') || '-01' AS date) IS NOT NULL
