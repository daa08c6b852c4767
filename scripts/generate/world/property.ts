import type { Day } from "../base/day.ts";
import { county } from "../places/county.ts";
import { addressOf } from "./families.ts";
import type { Estate, Home, Person } from "./records.ts";
import type { World } from "./world.ts";

export interface EstateSpec {
	/** One line each; several hold in common unless shares are given. */
	owners: readonly Person[];
	use: string;
	/** In 1/100 m². */
	area: number;
	registered: Day;
	home?: Home;
	/** Of each owner, as the register writes it. */
	shares?: readonly string[];
	/** Registered once more: the same building under a new certificate. */
	unit?: string;
	address?: string;
	/** A certificate of the time before units had numbers. */
	withoutUnit?: boolean;
	acquired?: Estate["acquired"];
	ended?: Day;
	/** Gone, and the register does not say since when. */
	gone?: boolean;
	/** What the register has instead of the owner's number. */
	wrongId?: string;
}

/** Registers a building, a line an owner. */
export function estate(world: World, spec: EstateSpec): Estate[] {
	const { owners, shares } = spec;
	const home = spec.home ?? owners[0]?.home;
	if (!home) throw new Error("a building needs an owner");
	const [year, number] = [
		1970 + Math.floor(spec.registered / 365.25),
		world.next("certificate of real estate"),
	];
	const unit = spec.unit ?? unitNumber(world, home);
	const lines = owners.map((owner, i): Estate => {
		const line: Estate = {
			certificate: `岚（${year}）${county.name}不动产权第${String(number).padStart(7, "0")}号`,
			owner,
			address: spec.address ?? addressAt(world, home, spec.use),
			use: spec.use,
			area: spec.area,
			tenure:
				owners.length === 1 && !shares
					? "单独所有"
					: shares
						? "按份共有"
						: "共同共有",
			registered: spec.registered,
			acquired: spec.acquired ?? "买卖",
			status: spec.gone || spec.ended !== undefined ? "历史" : "现势",
		};
		if (!spec.withoutUnit) line.unit = unit;
		if (shares?.[i] !== undefined) line.share = shares[i];
		if (spec.ended !== undefined) line.ended = spec.ended;
		if (spec.wrongId !== undefined) line.wrongId = spec.wrongId;
		return line;
	});
	for (const line of lines) line.address = lines[0]?.address ?? line.address;
	world.estates.push(...lines);
	return lines;
}

/** 28 characters: county, cadastral area and section, kind of parcel and its number, F and the building. */
function unitNumber(world: World, home: Home): string {
	const section = home.village.code.slice(-6);
	const parcel = home.village.rural ? "JC" : "GB";
	const number = world.next(`unit of real estate ${section}`);
	return `${county.code}${section}${parcel}${String(number).padStart(5, "0")}F${String(number).padStart(8, "0")}`;
}

/** No two buildings have one address. */
function addressAt(world: World, home: Home, use: string): string {
	const address = addressOf(home);
	const kind = /商|办公/.test(use)
		? "商业"
		: /车位|储藏/.test(use)
			? "地下"
			: "";
	return `${address}${kind}${world.next(`address of real estate ${address}${kind}`)}号`;
}
