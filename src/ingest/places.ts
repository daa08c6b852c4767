import type { List } from "../lists/index.ts";
import { REGION_LIST } from "./key.ts";

interface Region {
	code: string;
	to: string;
	fictitious: boolean;
}

/** Peoples after whom autonomous regions, prefectures and counties are named; everyday speech leaves them out. */
const PEOPLES =
	/(蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族/g;

/** Names of the list that stand for a level and for no place. */
const NO_PLACE = /直辖|市辖区|^县$|^市$/;

/** The spellings under which the place above another one is written. */
function above(names: readonly string[]): string[] {
	return names.flatMap((name) => {
		const bare = name
			.replace(PEOPLES, "")
			.replace(/(维吾尔|壮族|回族)?自治区$/, "");
		return [
			name,
			bare,
			bare.replace(/自治州$/, "州"),
			bare.replace(/(省|市|地区|自治州|盟)$/, ""),
		];
	});
}

/**
 * The counties and cities of the list of regions by the ways in which addresses write them: with and
 * without the province and city above them, these in full or short.
 */
export class Places {
	readonly #byName = new Map<string, Region[]>();
	readonly #above = new Map<string, Set<string>>();

	constructor(lists: ReadonlyMap<string, List>) {
		const list = lists.get(REGION_LIST);
		if (list === undefined) return;
		const at = (name: string) =>
			list.columns.findIndex((column) => column.name === name);
		const [code, name, to, fictitious] = [
			at("code"),
			at("name"),
			at("valid_to"),
			at("fictitious"),
		];
		if (code === undefined || code < 0 || name === undefined || name < 0)
			return;
		const names = new Map<string, string[]>();
		for (const row of list.rows) {
			const called = String(row[name] ?? "");
			const number = String(row[code] ?? "");
			if (called === "" || NO_PLACE.test(called)) continue;
			if (number.endsWith("00"))
				names.set(number, [...(names.get(number) ?? []), called]);
			const regions = this.#byName.get(called) ?? [];
			this.#byName.set(called, regions);
			regions.push({
				code: number,
				to: String(row[to ?? -1] ?? ""),
				fictitious: row[fictitious ?? -1] === true,
			});
		}
		for (const [number, spellings] of names)
			this.#above.set(number, new Set(above(spellings)));
	}

	/** Whether a text is empty, or writes the places above a region. */
	#leads(text: string, code: string): boolean {
		if (text === "" || text === "中国") return true;
		const city = code.endsWith("00")
			? undefined
			: this.#above.get(`${code.slice(0, 4)}00`);
		const province = this.#above.get(`${code.slice(0, 2)}0000`);
		if (city?.has(text) || province?.has(text)) return true;
		for (let i = 1; i < text.length; i++)
			if (province?.has(text.slice(0, i)) && city?.has(text.slice(i)))
				return true;
		return false;
	}

	/**
	 * @param text how an address begins, up to the name of a county or city
	 * @returns the code of the one region that is written so: of several the one that still is, of
	 * those that are no more the last; undefined where that leaves none, or more than one
	 */
	codeOf(text: string): string | undefined {
		for (let i = 0; i < text.length - 1; i++) {
			const regions = this.#byName
				.get(text.slice(i))
				?.filter(
					({ code }) =>
						!code.endsWith("0000") && this.#leads(text.slice(0, i), code),
				);
			if (regions === undefined || regions.length === 0) continue;
			const real = regions.filter(({ fictitious }) => !fictitious);
			const from = real.length > 0 ? real : regions;
			const last = from.some(({ to }) => to === "")
				? ""
				: from
						.map(({ to }) => to)
						.sort()
						.at(-1);
			const codes = new Set(
				from.filter(({ to }) => to === last).map(({ code }) => code),
			);
			return codes.size === 1 ? [...codes][0] : undefined;
		}
		return undefined;
	}
}
