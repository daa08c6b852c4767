/*---
contract: bidui/model@1
name: deal_fact
title: 单位与企业的往来（一笔一行）
version: 2
author: 数据组
description: >-
  合同为主；中标而台账里没有合同的按中标通知日；只有付款的按付款日：写明的合同号在台账里没有，同一单位（认别名）与同一企业之间也没有任何合同和中标。
  kind：合同、中标、付款。付款按企业名称在登记企业里唯一认定的等级为 M4。
inputs:
  - model: contract_fact
    columns: [contract_key, contract_no, contract_name, buyer, buyer_code, uscc, amount, sign_date, tier, evidence]
  - model: company_best
    columns: [uscc, company_name]
  - model: unit_alias
    columns: [spelling, unit_code]
  - dataset: contract
    columns: [_src, _row, uscc, project_no]
    optional_columns:
      uscc: 合同与中标不能按项目编号对照
      project_no: 合同与中标只按单位、企业和日期对照
  - dataset: bid_result
    columns: [_src, _row, project_no, project_name, lot_no, uscc, uscc_check, rank_no, amount, publicity_to, notice_date]
    optional_columns:
      project_name: 不显示中标项目名称
      lot_no: 一个项目几个标段中标的并成一笔
      rank_no: 名单里的都当作中标人
      amount: 不显示中标金额
      publicity_to: 没有中标通知日的中标不列
      notice_date: 中标按公示结束日算
    optional: true
    without: 中标而没有登记合同的看不到
  - dataset: bid_project
    columns: [project_no, buyer, buyer_code]
    optional_columns:
      buyer: 招标人只按代码认
      buyer_code: 招标人只按名称认
    optional: true
    without: 不知道招标人是谁，中标用不上
  - dataset: payment
    columns:
      [_src, _row, payer, payer_code, payee, payee_uscc, payee_uscc_check, amount, pay_date, summary, contract_no, status]
    optional_columns:
      payer: 付款单位只按代码认
      payer_code: 付款单位只按名称认
      payee_uscc: 收款方按名称认，等级低
      summary: 不显示付款摘要
      contract_no: 付款与合同只按单位和企业对照
      status: 退回的付款看不出
    optional: true
    without: 只有付款、没有合同的往来看不到
columns:
  - { name: deal_key, type: VARCHAR, title: 往来标识 }
  - { name: kind, type: VARCHAR, title: 种类 }
  - { name: deal_name, type: VARCHAR, title: 名称 }
  - { name: buyer, type: VARCHAR, title: 单位 }
  - { name: buyer_code, type: VARCHAR, title: 单位代码 }
  - { name: uscc, type: VARCHAR, title: 企业代码 }
  - { name: amount, type: "DECIMAL(18,2)", title: 金额 }
  - { name: deal_date, type: DATE, title: 日期 }
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
-- A winner is the first of the candidates, or whoever the list names without ranks.
won AS (
  SELECT
    bid_result.project_no || '|' || coalesce(bid_result.lot_no, '-') || '|' || bid_result.uscc AS deal_key,
    bid_result.project_no,
    bid_result.uscc,
    max(bid_result.project_name) AS deal_name,
    max(bid_result.amount) AS amount,
    min(coalesce(bid_result.notice_date, bid_result.publicity_to)) AS deal_date,
    min(CASE WHEN bid_result.uscc_check = 'ok' THEN 'M1' ELSE 'M2' END) AS tier,
    array_join(array_agg(bid_result._src || '#' || CAST(bid_result._row AS varchar) ORDER BY bid_result._src, bid_result._row), ' ') AS evidence
  FROM bid_result
  WHERE bid_result.uscc_check IN ('ok', 'upgraded')
    AND coalesce(bid_result.rank_no, 1) = 1
    AND coalesce(bid_result.notice_date, bid_result.publicity_to) IS NOT NULL
  GROUP BY bid_result.project_no, bid_result.lot_no, bid_result.uscc
),
project AS (
  SELECT project_no, max(buyer) AS buyer, max(buyer_code) AS buyer_code
  FROM bid_project
  GROUP BY project_no
),
-- The project that a contract says it comes from, and the contracts that say nothing.
contracted_project AS (
  SELECT project_no, uscc
  FROM contract
  WHERE project_no IS NOT NULL AND uscc IS NOT NULL
  GROUP BY project_no, uscc
),
-- A unit goes by several keys: its code, its name, and the code that the tree of units gives for either.
contract_unit AS (
  SELECT contract_key, uscc, sign_date, 'n:' || buyer AS unit_key
  FROM contract_fact
  WHERE buyer IS NOT NULL
  UNION
  SELECT contract_key, uscc, sign_date, 'c:' || buyer_code AS unit_key
  FROM contract_fact
  WHERE buyer_code IS NOT NULL
  UNION
  SELECT contract_fact.contract_key, contract_fact.uscc, contract_fact.sign_date, 'c:' || unit_alias.unit_code AS unit_key
  FROM contract_fact
  JOIN unit_alias ON unit_alias.spelling = contract_fact.buyer
),
project_unit AS (
  SELECT project_no, 'n:' || buyer AS unit_key
  FROM project
  WHERE buyer IS NOT NULL
  UNION
  SELECT project_no, 'c:' || buyer_code AS unit_key
  FROM project
  WHERE buyer_code IS NOT NULL
  UNION
  SELECT project.project_no, 'c:' || unit_alias.unit_code AS unit_key
  FROM project
  JOIN unit_alias ON unit_alias.spelling = project.buyer
),
-- A contract of the two within half a year of the award is taken as the contract of the award.
contracted_pair AS (
  SELECT won.deal_key
  FROM won
  JOIN project_unit ON project_unit.project_no = won.project_no
  JOIN contract_unit ON contract_unit.uscc = won.uscc AND contract_unit.unit_key = project_unit.unit_key
  WHERE contract_unit.sign_date >= won.deal_date
    AND contract_unit.sign_date < date_add('day', 180, won.deal_date)
  GROUP BY won.deal_key
),
awarded AS (
  SELECT
    won.deal_key,
    won.project_no,
    won.deal_name,
    project.buyer,
    project.buyer_code,
    won.uscc,
    won.amount,
    won.deal_date,
    won.tier,
    won.evidence
  FROM won
  JOIN project ON project.project_no = won.project_no
  LEFT JOIN contracted_project
    ON contracted_project.project_no = won.project_no AND contracted_project.uscc = won.uscc
  LEFT JOIN contracted_pair ON contracted_pair.deal_key = won.deal_key
  WHERE contracted_project.uscc IS NULL AND contracted_pair.deal_key IS NULL
),
-- What the ledger of contracts and the awards know of a unit and a company: payments between them are theirs.
known AS (
  SELECT uscc, unit_key
  FROM contract_unit
  UNION
  SELECT awarded.uscc, project_unit.unit_key
  FROM awarded
  JOIN project_unit ON project_unit.project_no = awarded.project_no
),
paid AS (
  SELECT
    payment._src || '#' || CAST(payment._row AS varchar) AS address,
    payment.payer,
    payment.payer_code,
    payment.payee_uscc AS uscc,
    payment.amount,
    payment.pay_date,
    payment.summary,
    payment.contract_no,
    CASE WHEN payment.payee_uscc_check = 'ok' THEN 'M1' ELSE 'M2' END AS tier
  FROM payment
  WHERE payment.payee_uscc_check IN ('ok', 'upgraded') AND coalesce(payment.status, '成功') <> '退回'
  UNION ALL
  SELECT
    payment._src || '#' || CAST(payment._row AS varchar) AS address,
    payment.payer,
    payment.payer_code,
    lone_name.uscc,
    payment.amount,
    payment.pay_date,
    payment.summary,
    payment.contract_no,
    'M4' AS tier
  FROM payment
  JOIN lone_name ON lone_name.company_name = payment.payee
  WHERE payment.payee_uscc IS NULL AND coalesce(payment.status, '成功') <> '退回'
),
covered AS (
  SELECT paid.address
  FROM paid
  JOIN contract_fact ON contract_fact.uscc = paid.uscc AND contract_fact.contract_no = paid.contract_no
  UNION
  SELECT paid.address
  FROM paid
  JOIN known ON known.uscc = paid.uscc AND known.unit_key = 'n:' || paid.payer
  UNION
  SELECT paid.address
  FROM paid
  JOIN known ON known.uscc = paid.uscc AND known.unit_key = 'c:' || paid.payer_code
  UNION
  SELECT paid.address
  FROM paid
  JOIN unit_alias ON unit_alias.spelling = paid.payer
  JOIN known ON known.uscc = paid.uscc AND known.unit_key = 'c:' || unit_alias.unit_code
),
bare_payment AS (
  SELECT paid.address, paid.payer, paid.payer_code, paid.uscc, paid.amount, paid.pay_date, paid.summary, paid.tier
  FROM paid
  LEFT JOIN covered ON covered.address = paid.address
  WHERE covered.address IS NULL
)
SELECT
  'H:' || contract_key AS deal_key,
  '合同' AS kind,
  contract_name AS deal_name,
  buyer,
  buyer_code,
  uscc,
  amount,
  sign_date AS deal_date,
  tier,
  evidence
FROM contract_fact
WHERE sign_date IS NOT NULL
UNION ALL
SELECT
  'Z:' || deal_key AS deal_key,
  '中标' AS kind,
  deal_name,
  buyer,
  buyer_code,
  uscc,
  amount,
  deal_date,
  tier,
  evidence
FROM awarded
UNION ALL
SELECT
  'F:' || address AS deal_key,
  '付款' AS kind,
  summary AS deal_name,
  payer AS buyer,
  payer_code AS buyer_code,
  uscc,
  amount,
  pay_date AS deal_date,
  tier,
  address AS evidence
FROM bare_payment
WHERE pay_date IS NOT NULL
