import type { Day } from "../base/day.ts";
import { company, person } from "../cases/case.ts";
import type {
	Company,
	Contract,
	Officer,
	Person,
	Shareholding,
} from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";
import type { Kin } from "./kin.ts";

/** A relative's company signed with the cadre's unit while he was in office, and no nearer relative stands behind it. */
export function lyct05(world: World, kin: Kin): Hit[] {
	const stakes = new Stakes(world);
	const hits = new Map<string, Hit>();
	const signed = new Map<string, Contract[]>();
	for (const contract of world.contracts) {
		const known = signed.get(contract.buyer.name);
		if (known) known.push(contract);
		else signed.set(contract.buyer.name, [contract]);
	}
	for (const tenure of world.resumes)
		for (const contract of signed.get(tenure.unit.name) ?? []) {
			const day = contract.signed;
			if (day < tenure.from || (tenure.to !== undefined && day >= tenure.to))
				continue;
			const ever = kin.ever(tenure.person);
			const candidates = stakes.behind(contract).filter((one) => ever.has(one));
			if (candidates.length === 0) continue;
			const relatives = kin.of(tenure.person, day);
			const behind = candidates.filter((one) => relatives.has(one));
			const classes = behind.map((one) => relatives.get(one));
			if (behind.length === 0 || classes.includes("N") || classes.includes("S"))
				continue;
			const key = `${tenure.person.id} ${contract.supplier.uscc}`;
			const known = hits.get(key);
			if (known) known.rows.push(contract);
			else
				hits.set(key, {
					rule: "LYCT-05",
					subjects: [
						person("干部", tenure.person),
						...behind.map((one) => person("亲属", one)),
						company("企业", contract.supplier),
					],
					rows: [tenure, contract],
					...(contract.supplier.uscc.startsWith("N2")
						? { suppressed: "F09" }
						: {}),
				});
		}
	return [...hits.values()];
}

/** Who stands behind a company on a day: by control, by office, or by a tenth of the benefit. */
class Stakes {
	readonly #shares = new Map<Company, Shareholding[]>();
	readonly #officers = new Map<Company, Officer[]>();
	readonly #behind = new Map<Contract, Person[]>();

	constructor(world: World) {
		for (const share of world.shareholdings) {
			const known = this.#shares.get(share.company);
			if (known) known.push(share);
			else this.#shares.set(share.company, [share]);
		}
		for (const officer of world.officers) {
			const known = this.#officers.get(officer.company);
			if (known) known.push(officer);
			else this.#officers.set(officer.company, [officer]);
		}
	}

	/** Behind the supplier on the day of signing. */
	behind(contract: Contract): Person[] {
		let known = this.#behind.get(contract);
		if (!known) {
			known = this.#standing(contract.supplier, contract.signed);
			this.#behind.set(contract, known);
		}
		return known;
	}

	#standing(which: Company, day: Day): Person[] {
		const found = new Set<Person>(this.#controllers(which, day, 5));
		for (const officer of this.#officers.get(which) ?? [])
			if (active(officer.from, officer.to, day) && standing(which, day))
				found.add(officer.person);
		for (const [holder, share] of this.#benefits(which, day, 5))
			if (share >= 0.1 - 1e-9) found.add(holder);
		return [...found];
	}

	#holders(which: Company, day: Day): Shareholding[] {
		if (!standing(which, day)) return [];
		return (this.#shares.get(which) ?? []).filter((share) =>
			active(share.from, share.to, day),
		);
	}

	#controllers(which: Company, day: Day, depth: number): Person[] {
		if (depth === 0 || !standing(which, day)) return [];
		const found = [which.legalRep];
		for (const { holder, share } of this.#holders(which, day)) {
			if (share < 5000) continue;
			if ("uscc" in holder) found.push(...this.#owners(holder, day, depth - 1));
			else found.push(holder);
		}
		return found;
	}

	/** Up a chain of holdings of a half and more. */
	#owners(which: Company, day: Day, depth: number): Person[] {
		return this.#controllers(which, day, depth);
	}

	#benefits(which: Company, day: Day, depth: number): Map<Person, number> {
		const sums = new Map<Person, number>();
		if (depth === 0) return sums;
		for (const { holder, share } of this.#holders(which, day)) {
			const part = share / 10_000;
			if ("uscc" in holder)
				for (const [person, theirs] of this.#benefits(holder, day, depth - 1))
					sums.set(person, (sums.get(person) ?? 0) + part * theirs);
			else sums.set(holder, (sums.get(holder) ?? 0) + part);
		}
		return sums;
	}
}

function active(from: Day, to: Day | undefined, day: Day): boolean {
	return from <= day && (to === undefined || day < to);
}

function standing(which: Company, day: Day): boolean {
	return (
		which.established <= day &&
		(which.status !== "注销" ||
			which.statusDate === undefined ||
			day < which.statusDate)
	);
}
