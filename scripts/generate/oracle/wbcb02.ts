import type { Day } from "../base/day.ts";
import type {
	Company,
	Officer,
	Person,
	Shareholding,
} from "../world/records.ts";
import type { World } from "../world/world.ts";
import { bidsAtOpening, pairsOf, rivalHit } from "./bids.ts";
import type { Hit } from "./hit.ts";
import { differs } from "./names.ts";
import { active, standing } from "./stakes.ts";
import { headOn } from "./wbcb01.ts";

const stepsUp = 5;
const inCharge = /执行董事|(^|兼|、)总?经理/;

/** Who has what of a company on a day: parts in 1/10,000 of persons and companies, and who runs it. */
interface Board {
	parts: Map<Person | Company, number>;
	/** By the number that the register has, with the name beside it. */
	heads: { id: string; name: string }[];
	rows: object[];
}

/** How somebody controls a company. */
interface Control {
	levels: number;
	byOffice: boolean;
	name: string;
	rows: object[];
}

/** Two bidders of a lot of whom one controls the other, or whom one person or company controls. */
export function wbcb02(world: World, headed: readonly Hit[]): Hit[] {
	const boards = new Boards(world);
	const told = new Map(
		headed
			.filter(({ suppressed }) => suppressed === undefined)
			.map(({ subjects, rows }) => [pairKey(subjects), rows]),
	);
	const hits: Hit[] = [];
	for (const [where, bids] of bidsAtOpening(world))
		for (const [one, other] of pairsOf(bids)) {
			const tie = tieOf(
				boards,
				where.project.opened,
				one.company,
				other.company,
			);
			if (!tie) continue;
			const hit = rivalHit("WBCB-02", one, other, tie.rows, tie.suppressed);
			const unless = told.get(pairKey(hit.subjects));
			hits.push(unless ? { ...hit, unless } : hit);
		}
	return hits;
}

function pairKey(subjects: Hit["subjects"]): string {
	return subjects
		.filter(({ kind }) => kind !== "person")
		.map(({ key }) => key)
		.sort()
		.join(" ");
}

function tieOf(
	boards: Boards,
	day: Day,
	one: Company,
	other: Company,
): { rows: object[]; suppressed?: string } | undefined {
	const [a, b] = [boards.control(one, day), boards.control(other, day)];
	const above = a.get(other.uscc) ?? b.get(one.uscc);
	if (above) return { rows: above.rows };
	const common = [...a].flatMap(([key, ofOne]) => {
		const ofOther = b.get(key);
		return ofOther ? [{ key, ofOne, ofOther }] : [];
	});
	if (common.length === 0) return undefined;
	const rows = common.flatMap(({ ofOne, ofOther }) => [
		...ofOne.rows,
		...ofOther.rows,
	]);
	const free = common.filter(
		({ key, ofOne, ofOther }) =>
			!boards.ofState(key, day) &&
			!throughState(boards, one, day, key, ofOne) &&
			!throughState(boards, other, day, key, ofOther),
	);
	if (free.length === 0) return { rows, suppressed: "F07" };
	return free.every(({ ofOne, ofOther }) => differs(ofOne.name, ofOther.name))
		? { rows, suppressed: "F02" }
		: { rows };
}

/** Somebody runs a company of the state, and that one has the bidder: it is the state's, not his. */
function throughState(
	boards: Boards,
	which: Company,
	day: Day,
	key: string,
	how: Control,
): boolean {
	return (
		boards.company(key) === undefined &&
		how.byOffice &&
		how.levels > 1 &&
		boards.stateAbove(which, day)
	);
}

class Boards {
	readonly #world: World;
	readonly #known = new Map<string, Map<string, Control>>();
	readonly #companies: Map<string, Company>;
	readonly #shares = new Map<Company, Shareholding[]>();
	readonly #officers = new Map<Company, Officer[]>();

	constructor(world: World) {
		this.#world = world;
		for (const share of world.shareholdings)
			this.#shares.set(share.company, [
				...(this.#shares.get(share.company) ?? []),
				share,
			]);
		for (const officer of world.officers)
			this.#officers.set(officer.company, [
				...(this.#officers.get(officer.company) ?? []),
				officer,
			]);
		this.#companies = new Map(world.companies.map((one) => [one.uscc, one]));
	}

	company(key: string): Company | undefined {
		return this.#companies.get(key);
	}

	/** A company of the state, or one that such a company controls. */
	ofState(key: string, day: Day): boolean {
		const which = this.company(key);
		if (!which) return false;
		return which.ownership === "state" || this.stateAbove(which, day);
	}

	stateAbove(which: Company, day: Day): boolean {
		return [...this.control(which, day).keys()].some(
			(key) => this.company(key)?.ownership === "state",
		);
	}

	/** Everybody who controls a company on a day, by number or code: each candidate's circle is grown from it. */
	control(which: Company, day: Day): Map<string, Control> {
		const key = `${which.uscc} ${day}`;
		const known = this.#known.get(key);
		if (known) return known;
		const found = new Map<string, Control>();
		const boards = new Map<Company, Board>();
		this.#gather(which, day, stepsUp, boards);
		const candidates = new Map<string, Person | Company | undefined>();
		for (const { parts, heads } of boards.values()) {
			for (const { id } of heads)
				if (!candidates.has(id)) candidates.set(id, undefined);
			for (const holder of parts.keys())
				candidates.set("uscc" in holder ? holder.uscc : holder.id, holder);
		}
		for (const [id, candidate] of candidates) {
			const held = circle(id, candidate, boards).get(which);
			if (held && id !== which.uscc) found.set(id, held);
		}
		this.#known.set(key, found);
		return found;
	}

	#gather(
		which: Company,
		day: Day,
		left: number,
		boards: Map<Company, Board>,
	): void {
		if (left === 0 || !standing(which, day)) return;
		if (!boards.has(which)) boards.set(which, this.#board(which, day));
		for (const holder of boards.get(which)?.parts.keys() ?? [])
			if ("uscc" in holder) this.#gather(holder, day, left - 1, boards);
	}

	#board(which: Company, day: Day): Board {
		const board: Board = { parts: new Map(), heads: [], rows: [] };
		for (const share of this.#shares.get(which) ?? [])
			if (active(share.from, share.to, day)) {
				board.parts.set(
					share.holder,
					(board.parts.get(share.holder) ?? 0) + share.share,
				);
				board.rows.push(share);
			}
		const { head, rows } = headOn(this.#world, which, day);
		board.heads.push({
			id: head === which.legalRep ? (which.wrongHeadId ?? head.id) : head.id,
			name: head.name,
		});
		board.rows.push(...rows);
		for (const officer of this.#officers.get(which) ?? [])
			if (
				inCharge.test(officer.position) &&
				active(officer.from, officer.to, day)
			) {
				board.heads.push({ id: officer.person.id, name: officer.person.name });
				board.rows.push(officer);
			}
		return board;
	}
}

/** The companies that one person or company controls among some, growing until nothing is added. */
function circle(
	id: string,
	candidate: Person | Company | undefined,
	boards: Map<Company, Board>,
): Map<Company, Control> {
	const held = new Map<Company, Control>();
	for (let round = 1; round <= stepsUp; round++) {
		const added = new Map<Company, Control>();
		for (const [which, { parts, heads, rows }] of boards) {
			if (held.has(which) || which === candidate) continue;
			const own = candidate ? (parts.get(candidate) ?? 0) : 0;
			const head = heads.find((one) => one.id === id);
			if (round === 1) {
				if (own < 5000 && !head) continue;
				const name = head?.name ?? (candidate ? candidate.name : "");
				added.set(which, { levels: 1, byOffice: own < 5000, name, rows });
				continue;
			}
			const through = [...parts].flatMap(([holder, part]) => {
				const above = "uscc" in holder ? held.get(holder) : undefined;
				return above ? [{ part, above }] : [];
			});
			const sum = through.reduce((total, { part }) => total + part, own);
			if (through.length === 0 || sum < 5000) continue;
			added.set(which, {
				levels: 1 + Math.max(...through.map(({ above }) => above.levels)),
				byOffice: through.some(({ above }) => above.byOffice),
				name: through[0]?.above.name ?? "",
				rows: [...rows, ...through.flatMap(({ above }) => above.rows)],
			});
		}
		if (added.size === 0) break;
		for (const [which, control] of added) held.set(which, control);
	}
	return held;
}
