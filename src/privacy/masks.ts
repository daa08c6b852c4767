import { maskName } from "./name.ts";
import { maskIdentities, maskText } from "./patterns.ts";

/** The last four letters or digits, when that leaves at least as many hidden. */
function lastFour(value: string): string {
	const plain = value.normalize("NFKC").replace(/[^0-9A-Za-z]/g, "");
	return plain.length >= 8 ? `****${plain.slice(-4).toUpperCase()}` : "****";
}

/** Three in front and four behind of a telephone number; shorter ones are hidden whole. */
function maskPhone(value: string): string {
	return value.replace(/[0-9０-９+()（）\-— 　]+/g, (run) => {
		const digits = run.normalize("NFKC").replace(/\D/g, "");
		if (digits === "") return run;
		const local = digits.length === 13 ? digits.replace(/^86/, "") : digits;
		return local.length >= 10
			? `${local.slice(0, 3)}****${local.slice(-4)}`
			: "****";
	});
}

const place =
	/.*(?:特别行政区|自治[区州县旗]|[省市县区旗盟乡镇村寨屯]|街道|社区|居委会|村委会|[^上下大小]路|大街|大道|街)/u;

/** The region and the village or the street stay; the house number and what follows it do not. */
function maskAddress(value: string): string {
	const beforeDigits = value.normalize("NFKC").split(/\d/, 1)[0] ?? "";
	const kept = place.exec(beforeDigits)?.[0] ?? "";
	return kept === value ? value : `${kept}****`;
}

/** The region letter pair and the last two: 云A***45. */
function maskPlate(value: string): string {
	const plain = value.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
	return plain.length >= 6
		? `${plain.slice(0, 2)}***${plain.slice(-2)}`
		: "***";
}

/** How each kind of sensitive value is shown. None of them can be undone: what is hidden is gone. */
export const masks = {
	name: maskName,
	citizen_id: lastFour,
	phone: maskPhone,
	account: lastFour,
	address: maskAddress,
	plate: maskPlate,
	/** Free text: identity numbers, telephones and long runs of digits wherever they stand. */
	text: maskText,
	/** Codes and figures: only what is certainly an identity number. */
	identities: maskIdentities,
	none: (value: string) => value,
} as const;

export type MaskName = keyof typeof masks;
