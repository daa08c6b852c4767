/*---
contract: bidui/model@1
name: contract_fact
title: 合同（一份一行）
version: 1
author: 数据组
description: >-
  同一份合同在两张表里各有一行的并成一份，金额不重复计。
  供应商有信用代码的按代码；没有的按名称在登记企业里唯一时认定，等级 M4。
inputs:
  - dataset: contract
    columns:
      [_src, _row, contract_no, name, buyer, buyer_code, supplier, uscc, uscc_check, amount, sign_date]
    optional_columns:
      contract_no: 每行算一份合同，重复登记的会计两次
      name: 不显示合同名称
      buyer_code: 采购单位只按名称认
      uscc: 供应商按名称认，等级低
      amount: 不显示合同金额
  - model: company_best
    columns: [uscc, company_name, tier]
columns:
  - { name: contract_key, type: VARCHAR, title: 合同标识 }
  - { name: contract_no, type: VARCHAR, title: 合同编号 }
  - { name: contract_name, type: VARCHAR, title: 合同名称 }
  - { name: buyer, type: VARCHAR, title: 采购单位 }
  - { name: buyer_code, type: VARCHAR, title: 采购单位代码 }
  - { name: uscc, type: VARCHAR, title: 供应商代码 }
  - { name: amount, type: "DECIMAL(18,2)", title: 金额 }
  - { name: sign_date, type: DATE, title: 签订日期 }
  - { name: tier, type: VARCHAR, title: 匹配等级 }
  - { name: evidence, type: VARCHAR, title: 证据 }
---*/
WITH lone_name AS (
  SELECT company_name, max(uscc) AS uscc
  FROM company_best
  WHERE company_name IS NOT NULL
  GROUP BY company_name
  HAVING count(DISTINCT uscc) = 1
),
supplied AS (
  SELECT
    contract._src AS src,
    contract._row AS line,
    contract.contract_no,
    contract.name,
    contract.buyer,
    contract.buyer_code,
    contract.uscc,
    contract.amount,
    contract.sign_date,
    CASE WHEN contract.uscc_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier
  FROM contract
  WHERE contract.uscc_check IN ('ok', 'upgraded')
  UNION ALL
  SELECT
    contract._src AS src,
    contract._row AS line,
    contract.contract_no,
    contract.name,
    contract.buyer,
    contract.buyer_code,
    lone_name.uscc,
    contract.amount,
    contract.sign_date,
    'M4' AS tier
  FROM contract
  JOIN lone_name ON lone_name.company_name = contract.supplier
  WHERE contract.uscc IS NULL
),
keyed AS (
  SELECT
    -- Without a number every row is a contract of its own.
    coalesce(
      contract_no || '|' || coalesce(buyer, '') || '|' || uscc || '|' || coalesce(CAST(sign_date AS varchar), ''),
      src || '#' || CAST(line AS varchar)
    ) AS contract_key,
    contract_no,
    name,
    buyer,
    buyer_code,
    uscc,
    amount,
    sign_date,
    tier,
    src || '#' || CAST(line AS varchar) AS evidence
  FROM supplied
)
SELECT
  contract_key,
  max(contract_no) AS contract_no,
  max(name) AS contract_name,
  max(buyer) AS buyer,
  max(buyer_code) AS buyer_code,
  uscc,
  max(amount) AS amount,
  sign_date,
  min(tier) AS tier,
  array_join(array_agg(DISTINCT evidence ORDER BY evidence), ' ') AS evidence
FROM keyed
GROUP BY contract_key, uscc, sign_date
