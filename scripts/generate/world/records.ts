import type { Day, Month } from "../base/day.ts";
import type { Village } from "../places/county.ts";
import type { Unit } from "../places/units.ts";

/*
 * What is true in the world, one interface a kind of fact. Departments write these down in exports;
 * each object is one row somewhere, and stands for its address in the truth.
 */

export type Gender = "男" | "女";

export interface Home {
	village: Village;
	group: number;
	door: number;
}

export interface Person {
	id: string;
	name: string;
	gender: Gender;
	birth: Day;
	phone: string;
	home: Home;
	nation: string;
}

/** One line of the population register: a person in a household, also after leaving it. */
export interface RegisterRow {
	household: Household;
	person: Person;
	relation: string;
	status: "正常" | "死亡注销" | "迁出";
	statusDate?: Day;
	from?: Day;
}
export interface Household {
	number: string;
	home: Home;
	head: Person;
	rows: RegisterRow[];
}

export interface Marriage {
	husband: Person;
	wife: Person;
	registered: Day;
	divorced?: Day;
}

export interface Cadre {
	person: Person;
	unit: Unit;
	post: string;
	since: Day;
	rank: string;
	duty: string;
	partyJoin: Day;
}
export interface ResumePost {
	person: Person;
	unit: Unit | { name: string; code?: string };
	post: string;
	from: Day;
	to?: Day;
}
/** One line of the roll of people whom the budget pays: a spell at a unit. */
export interface Employee {
	person: Person;
	unit: Unit;
	post: string;
	staff:
		| "公务员"
		| "参公"
		| "事业"
		| "工勤"
		| "临聘"
		| "公益岗"
		| "离退休"
		| "遗属";
	status: "在职" | "退休" | "调出";
	from: Day;
	/** The day of leaving or of retirement. */
	to?: Day;
	/** What the roll has instead of the number, when it is wrong. */
	wrongId?: string;
}
/** A post in a company or an association that the organisation department approved. */
export interface ApprovedPosition {
	person: Person;
	unit: Unit;
	company: Company;
	post: string;
	number: string;
	from: Day;
	to?: Day;
}
/** What a cadre is in charge of, as the office has split its work. */
export interface Duty {
	person: Person;
	unit: Unit;
	post: string;
	/** As the list of fields has it. */
	field: string;
	text: string;
	region: string;
	from: Day;
	to?: Day;
}
/** A line of the family table in a cadre's appointment form. */
export interface FamilyMember {
	cadre: Person;
	relation: string;
	member: Person;
	/** The form hardly ever has the relative's number. */
	idGiven: boolean;
	work: string;
	alive: boolean;
}

export interface Company {
	uscc: string;
	name: string;
	type: string;
	legalRep: Person;
	capital: number;
	established: Day;
	status: "存续" | "注销" | "吊销";
	statusDate?: Day;
	home: Home;
	phone: string;
	scope: string;
	industryCode: string;
	works: readonly string[];
	insured: number;
	/** The basic account at the bank. */
	account: string;
	/** What the register has instead of the head's number, when it was mistaken for another's. */
	wrongHeadId?: string;
	/** Whose it is, where not that of a few persons. */
	ownership?: "listed" | "state";
	/** Where it is registered, when not in the county. */
	region?: string;
}
/** Another head of a company was entered in the register. */
export interface HeadChange {
	company: Company;
	before: Person;
	after: Person;
	day: Day;
}
export interface Shareholding {
	company: Company;
	holder: Person | Company;
	/** In 1/10,000. */
	share: number;
	from: Day;
	to?: Day;
}
export interface Officer {
	company: Company;
	person: Person;
	position: string;
	from: Day;
	to?: Day;
}

export interface Project {
	number: string;
	name: string;
	buyer: Unit;
	agency: string;
	type: "工程" | "货物" | "服务";
	/** Bought by a public body under the law of government purchases. */
	purchase: boolean;
	method: string;
	/** In fen. */
	budget: number;
	published: Day;
	opened: Day;
	lots: Lot[];
}
export interface Lot {
	project: Project;
	number: string;
	/** The kind of work or goods, as the centre sorts them. */
	category: string;
	/** The law obliges the buyer to put it out to tender. */
	obligatory: boolean;
}
export interface Bid {
	lot: Lot;
	company: Company;
	price: number;
	/** 撤回 before the opening, 撤销 after it. */
	status: "已递交" | "撤回" | "撤销" | "否决";
	reason?: string;
	withdrawn?: Day;
	/** All members of the consortium, when it bids as one. */
	consortium?: Company[];
	rank?: number;
}
export interface Award {
	lot: Lot;
	company: Company;
	amount: number;
	notice: Day;
	/** Second and third of the candidates did not win. */
	rank?: number;
}
/** The traits of the machine that a bid file was made on and sent from. */
export interface Machine {
	mac: string;
	disk: string;
	cpu: string;
	lock: string;
	ca: string;
	ip: string;
	creator: string;
}
export interface Upload {
	lot: Lot;
	company: Company;
	machine: Machine;
	fileId: string;
	day: Day;
	/** Minutes after midnight. */
	minute: number;
	decrypted: boolean;
	/** Where the bid was opened with the key; the machine's own address where nothing is said. */
	decryptedFrom?: string;
	/** The tender documents were fetched from here. */
	fetched?: { ip: string; day: Day; minute: number };
}
/** What a bidder left as security for its bid in a lot. */
export interface Deposit {
	lot: Lot;
	company: Company;
	payer: string;
	/** Whose account it was paid from; a guarantor's and the centre's is everybody's. */
	payerIs: "bidder" | "company" | "person" | "guarantor";
	/** None where cash was handed in. */
	account?: string;
	method: "转账" | "支票" | "现金" | "保函" | "年度保证金";
	/** In fen. */
	amount: number;
	day: Day;
	minute: number;
}
/** Somebody whom a bid names for the project. */
export interface TeamMember {
	lot: Lot;
	company: Company;
	post: string;
	name: string;
	/** Some lists have no numbers. */
	id?: string;
	certificate?: string;
}
export interface PublicAddress {
	ip: string;
	place: string;
	org: string;
	from: Day;
}

export interface Contract {
	number: string;
	name: string;
	buyer: Unit;
	supplier: Company;
	type: string;
	method: string;
	/** In fen. */
	amount: number;
	signed: Day;
	starts: Day;
	ends: Day;
	dept: string;
	project?: Project;
}
/** A payment out of the budget of a unit. */
export interface Payment {
	number: string;
	payer: Unit;
	payee: Company;
	/** In fen. */
	amount: number;
	paid: Day;
	summary: string;
	/** None where the ledger of contracts has nothing for it. */
	contract?: Contract;
	status: "成功" | "退回";
}

export interface WelfareFamily {
	certificate: string;
	head: Person;
	category: "农村低保" | "城市低保" | "特困" | "低保边缘家庭";
	home: Home;
	members: WelfareMember[];
	first: Month;
	/** The first month without. */
	stop?: Month;
	/** Of the whole family, in fen. */
	monthly: number;
	reason: string;
	account: string;
}
export interface WelfareMember {
	family: WelfareFamily;
	person: Person;
	relation: string;
	disability?: string;
	/** Lives with the family, and gets nothing. */
	notAided?: boolean;
}
export interface WelfarePayment {
	family: WelfareFamily;
	period: Month;
	paid: Day;
	amount: number;
	status: "成功" | "退回";
}
export interface Filing {
	filer: Person;
	filerUnit: string;
	filerPost: string;
	relation: string;
	member: Person;
	assistance: "低保" | "临时救助";
	filed: Day;
	accepted: string;
}
export interface VillageCadre {
	person: Person;
	village: Village;
	post: string;
	from: Day;
	to?: Day;
}

/** A plot of a contracting household; areas in 1/100 mu. */
export interface Plot {
	code: string;
	farm: Farm;
	contractor: Person;
	name: string;
	measured: number;
	contracted: number;
	confirmed: number;
}
export interface Farm {
	/** Code of the contracting household; some old rolls do not have it. */
	code?: string;
	home: Home;
	contractor: Person;
	members: Person[];
	plots: Plot[];
	certificate: string;
}
export interface Transfer {
	number: string;
	out: Person;
	outFarm?: Farm;
	in: Person;
	inFarm?: Farm;
	area: number;
	from: Day;
	to: Day;
	price: number;
	subsidyTo: "转出方" | "转入方";
}
export interface AreaClaim {
	person: Person;
	farm: Farm;
	year: number;
	season: "大春" | "小春" | "耕地地力保护";
	item: string;
	plot?: Plot;
	/** What the roll says is contracted. */
	contracted: number;
	claimed: number;
	excluded?: number;
	inflow?: number;
	outflow?: number;
}
export interface SubsidyPayment {
	person: Person;
	farm: Farm;
	item: string;
	year: number;
	area: number;
	/** Per mu, in fen. */
	rate: number;
	amount: number;
	paid: Day;
	batch: string;
	account: string;
	/** The name that the roll gives the account; the payee's unless said. */
	accountName?: string;
	/** What a spreadsheet made of the account. */
	spelledAccount?: string;
	status: "成功" | "退回";
}
/** A line of the register of accounts that subsidies are paid into. */
export interface BankAccount {
	number: string;
	name: string;
	/** An institution has no citizen's number. */
	holder?: Person;
	kind: "个人账户" | "单位账户";
	bank: string;
	opened: Day;
}

export interface Death {
	person: Person;
	source: "公安注销" | "殡葬火化" | "卫健死因";
	died: Day;
	/** When it was written down: cancelled, cremated. */
	recorded: Day;
	/** The funeral home often has no number. */
	idGiven: boolean;
	/** What the source has instead of the number, when it is wrong. */
	wrongId?: string;
	/** Written as the 15-digit number of the first generation of cards. */
	oldId?: boolean;
	/** Wrong beyond belief, as a slip of the keyboard. */
	spelledDate?: string;
}

export interface Vehicle {
	plate: string;
	plateType: string;
	type: string;
	brand: string;
	use: string;
	owner: Person;
	firstRegistered: Day;
	acquired: Day;
	/** Transferred, cancelled or scrapped. */
	ended?: Day;
	inspectedUntil: Day;
	status: string;
	vin: string;
	engine: string;
	adapted?: string;
	register: "公安" | "农机";
	/** What the register has instead of the owner's number, when it is damaged. */
	wrongId?: string;
}

/** A spell of insurance for the old age: in a unit or in a company. */
export interface Insured {
	person: Person;
	employer: Unit | Company;
	from: Month;
	/** The first month that nobody paid for. */
	stop?: Month;
	/** What is paid for, in fen a month. */
	base: number;
}

export interface PensionPayment {
	person: Person;
	scheme: "城职" | "城居" | "机关";
	period: Month;
	item: string;
	amount: number;
	account: string;
	paid: Day;
	status: "成功" | "退回";
}

/** An owner's line in the register of real estate: a building held by several has a line each. */
export interface Estate {
	/** Number of the unit of real estate; certificates of earlier times do not have it. */
	unit?: string;
	certificate: string;
	owner: Person;
	address: string;
	use: string;
	/** In 1/100 m². */
	area: number;
	tenure: "单独所有" | "共同共有" | "按份共有";
	/** As it is written: 1/3, 40%. */
	share?: string;
	registered: Day;
	acquired: "买卖" | "首次登记" | "继承" | "拆迁安置" | "换证";
	/** Transferred or cancelled. */
	ended?: Day;
	status: "现势" | "历史";
	/** What the register has instead of the owner's number. */
	wrongId?: string;
}
