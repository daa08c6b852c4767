import { type Day, on } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import type {
	ApprovedPosition,
	AreaClaim,
	Award,
	BankAccount,
	Bid,
	Cadre,
	Company,
	Contract,
	Death,
	Deposit,
	Duty,
	Employee,
	Estate,
	FamilyMember,
	Farm,
	Filing,
	HeadChange,
	Household,
	Insured,
	Lot,
	Marriage,
	Officer,
	Payment,
	PensionPayment,
	Person,
	Plot,
	Project,
	PublicAddress,
	RegisterRow,
	ResumePost,
	Shareholding,
	SubsidyPayment,
	TeamMember,
	Transfer,
	Upload,
	Vehicle,
	VillageCadre,
	WelfareFamily,
	WelfareMember,
	WelfarePayment,
} from "./records.ts";

/** The tables of the world, and the counters that keep numbers from being given twice. */
export class World {
	readonly rng: Rng;
	/** The day of the exports. */
	readonly asOf: Day = on("2026-06-30");

	readonly people: Person[] = [];
	readonly households: Household[] = [];
	readonly register: RegisterRow[] = [];
	readonly marriages: Marriage[] = [];
	readonly cadres: Cadre[] = [];
	readonly resumes: ResumePost[] = [];
	readonly employees: Employee[] = [];
	readonly approvedPositions: ApprovedPosition[] = [];
	readonly duties: Duty[] = [];
	readonly familyTables: FamilyMember[] = [];
	readonly companies: Company[] = [];
	readonly shareholdings: Shareholding[] = [];
	readonly officers: Officer[] = [];
	readonly headChanges: HeadChange[] = [];
	readonly projects: Project[] = [];
	readonly bids: Bid[] = [];
	readonly awards: Award[] = [];
	readonly uploads: Upload[] = [];
	readonly deposits: Deposit[] = [];
	readonly teams: TeamMember[] = [];
	readonly publicAddresses: PublicAddress[] = [];
	readonly contracts: Contract[] = [];
	readonly payments: Payment[] = [];
	readonly welfareFamilies: WelfareFamily[] = [];
	readonly welfareMembers: WelfareMember[] = [];
	readonly welfarePayments: WelfarePayment[] = [];
	readonly filings: Filing[] = [];
	readonly villageCadres: VillageCadre[] = [];
	readonly farms: Farm[] = [];
	readonly plots: Plot[] = [];
	readonly transfers: Transfer[] = [];
	readonly areaClaims: AreaClaim[] = [];
	readonly subsidyPayments: SubsidyPayment[] = [];
	readonly deaths: Death[] = [];
	readonly vehicles: Vehicle[] = [];
	readonly pensionPayments: PensionPayment[] = [];
	readonly insured: Insured[] = [];
	readonly estates: Estate[] = [];
	readonly bankAccounts: BankAccount[] = [];

	/** The lines of a person, and the bids of a lot: looked up for each of them. */
	readonly linesOf = new Map<Person, RegisterRow[]>();
	readonly bidsOf = new Map<Lot, Bid[]>();

	readonly #taken = new Set<string>();
	readonly #counters = new Map<string, number>();

	constructor(rng: Rng) {
		this.rng = rng;
	}

	/** Draws until the value is one that nobody in this name space has. */
	unique(space: string, draw: () => string): string {
		for (let i = 0; i < 10_000; i++) {
			const value = draw();
			const key = `${space} ${value}`;
			if (this.#taken.has(key)) continue;
			this.#taken.add(key);
			return value;
		}
		throw new Error(`no free value left in ${space}`);
	}

	/** Takes a value for itself; false when it is somebody's already. */
	claim(space: string, value: string): boolean {
		const key = `${space} ${value}`;
		if (this.#taken.has(key)) return false;
		this.#taken.add(key);
		return true;
	}

	/** The next number of a series, from 1. */
	next(series: string): number {
		const number = (this.#counters.get(series) ?? 0) + 1;
		this.#counters.set(series, number);
		return number;
	}
}
