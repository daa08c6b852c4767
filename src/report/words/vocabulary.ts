import type { Dataset } from "../../datasets/index.ts";
import type { LeadStatus } from "../../leads/index.ts";
import type { SubjectKind, Tier } from "../../rules/index.ts";
import type {
	LeadList,
	RuleView,
	SourceView,
	UncheckedKind,
} from "../model.ts";

export const statusWords: Record<LeadStatus, string> = {
	new: "新增",
	continuing: "延续",
	gone: "消失",
	not_rechecked: "未复核",
};

export const listWords: Record<LeadList, string> = {
	first: "首批清单",
	reserve: "备查",
	gone: "本次消失",
};

/** Evidence strength for readers; a company is told by its credit code, a person by the identity number. */
export const tierWords: Record<Tier, { person: string; company: string }> = {
	M1: { person: "身份证号完全一致", company: "统一社会信用代码完全一致" },
	M2: {
		person: "15位身份证号升为18位后一致",
		company: "信用代码与原组织机构代码（登记号）对应一致",
	},
	M3: {
		person:
			"姓名、出生日期、性别一致而证号缺失，或证号末几位损坏、姓名和前 15 位一致，待核",
		company: "名称及登记要素一致，待核",
	},
	M3R: {
		person: "经户籍等多方核对指向同一人，出生只到月，待核",
		company: "经多方核对指向同一企业，待核",
	},
	M4: {
		person: "姓名与电话、住址或单位一致，待核",
		company: "名称规范化后一致，待核",
	},
	M5: { person: "仅姓名一致，只作佐证", company: "仅名称相近，只作佐证" },
};

export const kindWords: Record<SubjectKind, string> = {
	person: "人员",
	company: "企业",
	household: "家庭",
	lot: "标段",
	unit: "单位",
	parcel: "地块",
	vehicle: "车辆",
};

export const familyWords: Record<Dataset["family"], string> = {
	cadre: "干部人事",
	household: "户籍人口",
	market: "市场主体登记",
	procurement: "采购与合同",
	welfare: "社会救助",
	agriculture: "农业农村",
	insurance: "社会保险",
	property: "财产登记",
	finance: "财政资金",
	education: "教育",
	oversight: "监督管理",
};

export const sourceStatusWords: Record<SourceView["status"], string> = {
	loaded: "已装载",
	refused: "未采用",
	kept: "沿用上次",
	duplicate: "重复文件",
	missing: "未收到",
};

export const ruleStatusWords: Record<RuleView["status"], string> = {
	ran: "已比对",
	skipped: "未比对",
	failed: "比对出错",
};

export const uncheckedWords: Record<UncheckedKind, string> = {
	rule: "没有比对的事项",
	narrowed: "只比对了一部分的事项",
	source: "没有收到或没有采用的数据",
	rows: "隔离待补正的记录",
	identity: "证号缺失或有误的记录",
	totals: "合计不一致的数据",
	leads: "本次没有复核的疑点",
	resent: "重报变动：依据在重报后消失或改变的疑点",
};

export const unassigned = "待分配";
