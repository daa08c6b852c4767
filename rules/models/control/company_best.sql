/*---
contract: bidui/model@1
name: company_best
title: 企业（一家一行）
version: 2
author: 数据组
description: >-
  同一信用代码的几行并成一行；listed、state_owned、collective 供规则设抑制：看企业类型、名称，人工认定（company_mark），
  以及由国资监管机构、财政部门、政府持股一半以上的（国有）。
  注销、撤销的按状态日止，没有状态日的止于不明；吊销不算止。
inputs:
  - dataset: company
    columns:
      [_src, _row, uscc, uscc_check, name, type, reg_capital, est_date, status, status_date, region_code]
    optional_columns:
      type: 上市公司和国有企业扣不下来
      reg_capital: 没有持股比例的股东按不占份额
      est_date: 没有起始日期的角色按起点不明
      status: 已注销、吊销的企业看不出
      status_date: 已注销企业的角色算到比对日
      region_code: 不知道企业登记在哪里
  - dataset: company_shareholder
    columns: [uscc, uscc_check, sh_name, ratio]
    optional_columns:
      ratio: 国资监管机构、政府直接持股的企业看不出
    optional: true
    without: 国资监管机构、政府直接持股的企业看不出
  - list: company_mark
    columns: [uscc, mark]
columns:
  - { name: uscc, type: VARCHAR, title: 统一社会信用代码 }
  - { name: company_name, type: VARCHAR, title: 企业名称 }
  - { name: type, type: VARCHAR, title: 企业类型 }
  - { name: reg_capital, type: "DECIMAL(18,2)", title: 注册资本 }
  - { name: est_date, type: DATE, title: 成立日期 }
  - { name: end_date, type: DATE, title: 注销日期 }
  - { name: status, type: VARCHAR, title: 登记状态 }
  - { name: deregistered, type: BOOLEAN, title: 已注销 }
  - { name: revoked, type: BOOLEAN, title: 吊销未注销 }
  - { name: revoked_date, type: DATE, title: 吊销日期 }
  - { name: listed, type: BOOLEAN, title: 上市公司或银行类 }
  - { name: state_owned, type: BOOLEAN, title: 国有 }
  - { name: collective, type: BOOLEAN, title: 村集体经济组织 }
  - { name: region_code, type: VARCHAR, title: 行政区划 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
-- Held by the state itself, whatever the type says; a ratio above 1 is a percentage.
WITH state_held AS (
  SELECT uscc
  FROM company_shareholder
  WHERE uscc_check IN ('ok', 'upgraded')
    AND regexp_like(sh_name, '国有资产|国资委|国资局|国资中心|财政(厅|局|所)$|人民政府$')
  GROUP BY uscc
  HAVING sum(CASE WHEN ratio > 1 THEN ratio * 0.01 ELSE ratio END) >= 0.5
),
marked AS (
  SELECT
    uscc,
    bool_or(mark = '上市') AS listed,
    bool_or(mark = '国有') AS state_owned,
    bool_or(mark = '集体') AS collective
  FROM company_mark
  GROUP BY uscc
),
best AS (
  SELECT
    uscc,
    max(name) AS company_name,
    max(type) AS type,
    max(reg_capital) AS reg_capital,
    min(est_date) AS est_date,
    max(CASE WHEN status IN ('注销', '撤销') THEN status_date END) AS end_date,
    max(status) AS status,
    coalesce(bool_or(status IN ('注销', '撤销')), false) AS deregistered,
    coalesce(bool_or(status = '吊销'), false) AND NOT coalesce(bool_or(status IN ('注销', '撤销')), false) AS revoked,
    min(CASE WHEN status = '吊销' THEN status_date END) AS revoked_date,
    coalesce(bool_or(regexp_like(type, '上市|农商|农村商业银行|信用社|信用合作')
      OR regexp_like(name, '农村商业银行|农村信用')), false) AS listed,
    coalesce(bool_or(regexp_like(type, '国有|全民所有制')), false) AS state_owned,
    coalesce(bool_or(substr(uscc, 1, 2) = 'N2'
      OR regexp_like(name, '股份经济合作(联合)?社|经济联合(总)?社|村集体经济组织')), false) AS collective,
    max(region_code) AS region_code,
    CASE WHEN max(uscc_check) = 'ok' THEN 'M1' ELSE 'M2' END AS tier,
    array_join(array_agg(DISTINCT _src || '#' || CAST(_row AS varchar)
      ORDER BY _src || '#' || CAST(_row AS varchar)), ' ') AS evidence
  FROM company
  WHERE uscc_check IN ('ok', 'upgraded')
  GROUP BY uscc
)
SELECT
  best.uscc,
  best.company_name,
  best.type,
  best.reg_capital,
  best.est_date,
  best.end_date,
  best.status,
  best.deregistered,
  best.revoked,
  best.revoked_date,
  best.listed OR coalesce(marked.listed, false) AS listed,
  best.state_owned OR state_held.uscc IS NOT NULL OR coalesce(marked.state_owned, false) AS state_owned,
  best.collective OR coalesce(marked.collective, false) AS collective,
  best.region_code,
  best.tier,
  best.evidence
FROM best
LEFT JOIN state_held ON state_held.uscc = best.uscc
LEFT JOIN marked ON marked.uscc = best.uscc
