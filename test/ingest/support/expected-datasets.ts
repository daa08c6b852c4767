/**
 * The canonical tables of the domain: name, who holds it, and the columns that rules rely on; one
 * line a dataset, `name | held by | columns`. Half-open validity is from_date and to_date everywhere.
 */
export const EXPECTED_DATASETS = `
public_employee | 编办 人社 组织部 财政 | citizen_id name unit unit_code dept post rank staff_type status in_date out_date
cadre | 组织部 纪检监察机关 | citizen_id name gender birth nation native_place party_join edu current_post post_since rank duty unit phone home_addr
cadre_resume | 组织部 | citizen_id unit unit_code post duty_scope region_code industry_tags from_date to_date
duty_scope | 被巡察单位 组织部 | citizen_id name unit unit_code post duty_text industry_tag scope_unit scope_unit_code region_code from_date to_date
org_tree | 编办 国资 | unit_code unit_name alias parent_code unit_type level region_code uscc from_date to_date
kinship | 组织部 | cadre_citizen_id rel_code rel_text member_name member_citizen_id birth politic work_unit_post alive_flag from_date to_date
declare_invest | 组织部 | auth_no citizen_id holder_name rel_code company_name uscc reg_capital invest_amount ratio post invest_date
declare_house | 组织部 | auth_no citizen_id owner_name address area nature deal_date price
declare_job | 组织部 | auth_no citizen_id member_name rel_code unit post
declare_stock | 组织部 | auth_no citizen_id holder_name stock_code value
declare_fund | 组织部 | auth_no citizen_id holder_name fund_code value
declare_insurance | 组织部 | auth_no citizen_id holder_name policy_no premium
declare_abroad | 组织部 | auth_no citizen_id person_name doc_no dest out_date in_date
declare_marriage | 组织部 | auth_no citizen_id status changed_at spouse_name spouse_citizen_id
approved_position | 组织部 国资 | citizen_id name unit org_name org_uscc post paid approve_org approve_no from_date to_date
relative_filing | 民政 乡镇（街道） | filer_citizen_id filer_name filer_unit filer_post rel_code rel_text member_citizen_id member_name assist_type filed_at accept_org from_date to_date
village_cadre | 乡镇（街道） 组织部 | citizen_id name village_code post from_date to_date
secondment | 组织部 人社 | citizen_id name from_unit from_unit_code to_unit to_unit_code type approve_no from_date to_date
accountability | 纪检监察机关 | citizen_id name unit finding_id measure decided_at doc_no refund_amount
household | 公安 | hh_no citizen_id name rel_to_head addr region_code status status_date
household_change | 公安 | citizen_id change_type change_date old_hh_no new_hh_no
marriage | 民政 | husband_citizen_id wife_citizen_id reg_date divorce_date
guardianship | 民政 乡镇（街道） 村（居） | ward_citizen_id ward_name guardian_citizen_id guardian_name rel_code type org_name acct doc_no from_date to_date
death | 公安 卫健 民政 人社 | citizen_id name death_date source cremation_date cremation_no burial
detention | 司法行政（监狱、强戒） 公安 法院 | citizen_id in_date out_date type
border | 移民管理 | citizen_id name doc_type doc_no out_date in_date dest port
company | 市场监管 | uscc reg_no name type legal_rep_name legal_rep_citizen_id reg_capital currency est_date approve_date status status_date region_code reg_org addr scope industry_code phone email insured_cnt
company_shareholder | 市场监管 | uscc sh_name sh_type sh_citizen_id sh_uscc subscribed paid ratio form from_date to_date
company_officer | 市场监管 | uscc name citizen_id position from_date to_date
company_change | 市场监管 | uscc item before_text after_text change_date
company_contact | 市场监管 | uscc company_name kind value contact_name contact_citizen_id from_date to_date
company_branch | 市场监管 | uscc branch_uscc branch_name region_code est_date status
penalty | 作出处罚的机关 信用平台 | uscc citizen_id name type org doc_no decided_at amount from_date to_date
dishonest | 法院 | uscc citizen_id name case_no org from_date to_date
bid_project | 公共资源交易中心 招标代理 财政 | project_no name buyer buyer_code agency method budget publish_at doc_sale_from doc_sale_to deadline open_at
bid_lot | 公共资源交易中心 招标代理 财政 | project_no lot_no est_price ctrl_price
bidder | 公共资源交易中心 招标代理 财政 | project_no lot_no bidder_name uscc price basic_acct is_valid invalid_reason rank_no score is_consortium consortium_members
bid_result | 公共资源交易中心 招标代理 财政 | project_no lot_no winner_name uscc amount publicity_from publicity_to notice_date
bid_staff | 公共资源交易中心 招标代理 | project_no lot_no bidder_uscc role name citizen_id cert_no
bid_deposit | 公共资源交易中心 招标代理 | project_no lot_no bidder_uscc bidder_name payer_name payer_acct bank amount paid_at method refunded_at is_basic_acct
bid_upload_meta | 公共资源交易中心 招标代理 | project_no lot_no bidder_uscc bidder_name file_create_id ip mac disk_sn cpu_sn lock_no ca_sn doc_creator doc_modified_by upload_at download_at download_ip decrypt_at decrypt_ip
bidder_contact | 公共资源交易中心 招标代理 | project_no lot_no bidder_uscc bidder_name role contact_name contact_citizen_id phone email addr
bid_item | 公共资源交易中心 招标代理 | project_no lot_no bidder_uscc bidder_name item_no item_code item_name unit qty unit_price amount
bid_person | 公共资源交易中心 招标代理 | project_no lot_no role name citizen_id unit unit_code on_date recused
expert_score | 公共资源交易中心 招标代理 | project_no lot_no expert_name expert_citizen_id bidder_uscc bidder_name item score
contract | 被巡察单位 | contract_no name buyer dept supplier uscc type method amount sign_date start_date end_date approver project_no
contract_change | 被巡察单位 | contract_no seq reason amount approve_no change_date
settlement | 被巡察单位 | contract_no amount audited_amount settle_date
payment | 被巡察单位 财政 | voucher_no pay_date payee payee_acct amount summary
approval | 主管部门 发改 财政 被巡察单位 | doc_no type object_type object_no object_name unit unit_code approve_org approver approved_at from_date to_date
permit | 住建 | permit_no project_no project_name builder_name builder_uscc contractor_name contractor_uscc pm_name pm_citizen_id pm_cert_no start_date end_date status region_code
ledger_payable | 被巡察单位财务 | unit unit_code subject counterparty counterparty_uscc counterparty_citizen_id kind contract_no in_date amount due_date refunded_at balance
dibao_family | 民政 | head_name head_citizen_id family_size guarantee_size annual_income per_capita_income month_amount family_class_amt person_class_amt total_amt cert_no first_month reason calc_method grade housing_count housing_area fin_assets member_names member_id_cards bank_acct bank_name
dibao_person | 民政 | name citizen_id head_citizen_id rel_to_head employment annual_income monthly_income is_disabled disability_no disability_type disability_level work_capacity health insurance_type school_name employer_name employer_nature employer_place category is_poverty
destitute | 民政 | name citizen_id support_mode support_org self_care caregiver_name caregiver_citizen_id care_cost
dibao_pay | 民政 | citizen_id head_citizen_id category period pay_date amount acct acct_name status
edge_family | 民政 | head_name head_citizen_id member_name member_citizen_id rel_to_head family_size per_capita_income reason cert_no region_code from_date to_date
orphan | 民政 | citizen_id name category guardian_citizen_id guardian_name support_mode month_amount first_month stop_month region_code
bank_acct | 代发银行 财政 | acct acct_name citizen_id bank_name acct_kind opened_at closed_at status
subsidy_pay | 农业农村 财政 乡镇（街道） | citizen_id name village_code item item_code year period qty std amount acct acct_name pay_date batch status
subsidy_area | 农业农村 | season apply_area contract_area trust_in trust_out no_subsidy_area parcel_code citizen_id name
land_contract | 农业农村 乡镇（街道） | contractor_citizen_id hh_code village_code parcel_code measured_area contract_area confirm_area cert_no members
land_transfer | 农业农村 乡镇（街道） | out_citizen_id in_citizen_id in_uscc area from_date to_date price subsidy_to
machine_subsidy | 农业农村 | buyer_citizen_id buyer_uscc name category model factory_no engine_no invoice_no dealer subsidy total_price apply_date
public_welfare_post | 人社 乡镇（街道） | citizen_id name post employer from_date to_date
housing_aid | 住建 发改 | head_citizen_id head_name project year amount
pension_pay | 人社 | citizen_id name scheme region_code period pay_item amount acct acct_name pay_date status
social_ins | 人社 税务 | citizen_id name unit unit_code from_month to_month base insurance
unemp_pay | 人社 | citizen_id name last_unit period amount status
tax_salary | 税务 | citizen_id name payer period income
housing_fund | 公积金中心 | citizen_id name base unit status last_month
medical_visit | 医保 | citizen_id visit_type in_date out_date hospital total_fee
disability | 残联 | citizen_id name cert_no type level from_date to_date
old_age_pay | 民政 | citizen_id name item period amount
disability_pay | 民政 残联 | citizen_id name item level period amount acct acct_name pay_date status
bank_flow | 监察机关依法取得 | acct acct_name holder_citizen_id holder_uscc txn_at direction amount balance counter_acct counter_name counter_bank summary txn_no auth_no
real_estate | 自然资源（不动产登记） | owner_name owner_citizen_id co_own share unit_no cert_no address use_type area reg_date acquire_type status
real_estate_presale | 住建 | contract_no buyer_name buyer_citizen_id address area sign_date cancel_date status
vehicle | 公安交管 农业农村 | plate plate_type vehicle_type brand use_type first_reg_date owner_name owner_citizen_id status engine_no vin
student_enroll | 教育 | student_no citizen_id school_code grade from_date to_date boarding
meal_report | 教育 学校 | school month days reported_cnt std amount
meal_daily | 学校 | school meal_date count
food_purchase | 教育 学校 | item unit qty price amount supplier buy_date
food_contract | 教育 学校 | school supplier uscc amount from_date to_date
student_aid | 教育 农业农村 | citizen_id name school school_code item level term amount acct acct_name pay_date status
payroll_item | 财政统发 被巡察单位 | citizen_id period item amount unit basis
allowance_std | 财政 人社 | region year rank item max
voucher | 被巡察单位财务 | voucher_no voucher_date subject summary debit credit
invoice | 税务 被巡察单位 | invoice_no issue_date seller buyer item amount
fuel_card | 机关事务 加油卡公司 | card_no plate_no fuel_at litre amount
asset | 国资 财政 被巡察单位 | asset_no asset_name unit address area use_status
lease | 国资 财政 被巡察单位 | contract_no asset_no lessee lessee_citizen_id lessee_uscc area month_rent from_date to_date
rent_pay | 国资 财政 被巡察单位 | contract_no period due_amount amount pay_date
village_contract | 农业农村 乡镇（街道） | contract_no contractor contractor_citizen_id amount from_date to_date received
trade | 国企 | seller buyer goods amount trade_date
soe_staff | 国企 国资 | citizen_id name unit post from_date to_date
union_pay | 工会 下属企业 | citizen_id name payer payer_type item period amount basis voucher_no pay_date
gps | 机关事务 | plate_no plate_type order_no driver start_at end_at start_place end_place region_code mileage_km
fund_apply | 主管部门 财政 | applicant applicant_uscc project_name year apply_amount apply_date
fund_pay | 主管部门 财政 | payee payee_uscc amount pay_date
fund_budget | 主管部门 财政 | fund_name unit amount arrived_at spent balance
training | 人社 教育 | citizen_id name org_name class_no sign_ip
prior_finding | 巡察办 | finding_id round unit unit_code category summary rule_id citizen_id uscc amount found_at source_doc
audit_finding | 审计 | finding_id report_no year unit unit_code category summary citizen_id uscc amount rectify_status found_at
rectification | 被巡察单位 巡察办 | finding_id seq unit unit_code measure owner due_date status refund_due refund_paid refund_date evidence_no cancelled_at
param | 民政 财政 | region year key value source_doc
public_ip | 公共资源交易中心 | ip
agency_phone | 市场监管 | phone
calendar | 教育 | day kind
`
	.trim()
	.split("\n")
	.map((line) => {
		const [name = "", heldBy = "", columns = ""] = line.split(" | ");
		return { name, heldBy: heldBy.split(" "), columns: columns.split(" ") };
	});

/** Datasets that no rule may read without a class of authorisation. */
export const EXPECTED_AUTHORISATIONS: Record<string, string> = {
	declare_invest: "declared",
	declare_house: "declared",
	declare_job: "declared",
	declare_stock: "declared",
	declare_fund: "declared",
	declare_insurance: "declared",
	declare_abroad: "declared",
	declare_marriage: "declared",
	detention: "detention",
	border: "border",
	bank_acct: "bank",
	bank_flow: "bank",
	tax_salary: "tax",
	medical_visit: "medical",
};
