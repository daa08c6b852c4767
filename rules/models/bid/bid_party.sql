/*---
contract: bidui/model@1
name: bid_party
title: 联合体的成员
version: 1
author: 数据组
description: >-
  以联合体投标的，每个成员（名称和信用代码各一行）属于哪个联合体。成员写在任何一家都算，几家写法不同也归到一起：
  名单上写到同一个成员的行是同一个联合体。只比整个名称，“某某建设”不是“岚川某某建设”。
inputs:
  - dataset: bidder
    columns: [_src, _row, project_no, lot_no, bidder_name, uscc, uscc_check, consortium_members]
    optional_columns:
      lot_no: 不分标段
      bidder_name: 联合体成员只按信用代码认
      uscc: 联合体成员只按名称认
      consortium_members: 联合体成员认不出，要人工排除
    optional: true
    without: 联合体成员认不出，要人工排除
columns:
  - { name: project_no, type: VARCHAR, title: 项目编号 }
  - { name: lot_no, type: VARCHAR, title: 标段 }
  - { name: member, type: VARCHAR, title: 成员的名称或代码 }
  - { name: party, type: VARCHAR, title: 联合体 }
---*/
WITH listed AS (
  SELECT
    project_no,
    coalesce(lot_no, '-') AS lot_no,
    _src || '#' || CAST(_row AS varchar) AS line,
    bidder_name,
    CASE WHEN uscc_check IN ('ok', 'upgraded') THEN uscc END AS uscc,
    upper(translate(regexp_replace(consortium_members, '\s', ''), '():,;', '（）：，；')) AS members
  FROM bidder
  WHERE consortium_members IS NOT NULL
),
-- "牵头人：甲公司（91…）、乙公司（成员）": the names, and the codes.
said AS (
  SELECT l.project_no, l.lot_no, l.line,
    regexp_replace(
      regexp_replace(u.member, '^(联合体)?(牵头|主办|成员)(人|方|单位)?：', ''),
      '（((联合体)?(牵头|主办|成员)(人|方|单位)?|[0-9A-Z]{18})）$',
      ''
    ) AS member
  FROM listed l
  CROSS JOIN UNNEST(regexp_split(l.members, '[、，；/|]')) AS u (member)
  UNION ALL
  SELECT l.project_no, l.lot_no, l.line, u.member
  FROM listed l
  CROSS JOIN UNNEST(regexp_extract_all(l.members, '[0-9A-Z]{18}')) AS u (member)
  UNION ALL
  SELECT project_no, lot_no, line, bidder_name AS member FROM listed
  UNION ALL
  SELECT project_no, lot_no, line, uscc AS member FROM listed
),
named AS (
  SELECT DISTINCT project_no, lot_no, line, member
  FROM said
  WHERE member <> ''
),
-- The least name goes from the lines to their members and back, twice: lines that share a member end as one.
line1 AS (
  SELECT line, min(member) AS party FROM named GROUP BY line
),
member1 AS (
  SELECT n.project_no, n.lot_no, n.member, min(line1.party) AS party
  FROM named n
  JOIN line1 ON line1.line = n.line
  GROUP BY n.project_no, n.lot_no, n.member
),
line2 AS (
  SELECT n.line, min(m.party) AS party
  FROM named n
  JOIN member1 m ON m.project_no = n.project_no AND m.lot_no = n.lot_no AND m.member = n.member
  GROUP BY n.line
)
SELECT n.project_no, n.lot_no, n.member, min(line2.party) AS party
FROM named n
JOIN line2 ON line2.line = n.line
GROUP BY n.project_no, n.lot_no, n.member
