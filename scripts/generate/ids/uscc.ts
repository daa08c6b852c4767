const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const orgWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of GB 11714 for the eight characters of an organisation code. */
export function organisationCheck(body: string): string {
	let sum = 0;
	for (let i = 0; i < 8; i++) {
		const character = body[i] as string;
		const value =
			character >= "A"
				? character.charCodeAt(0) - 55
				: character.charCodeAt(0) - 48;
		sum += value * (orgWeights[i] ?? 0);
	}
	const check = 11 - (sum % 11);
	return check === 10 ? "X" : check === 11 ? "0" : String(check);
}

/** The check character of GB 32100-2015 for the first 17 characters. */
export function creditCheck(first17: string): string {
	let sum = 0;
	let weight = 1;
	for (const character of first17) {
		sum += alphabet.indexOf(character) * weight;
		weight = (weight * 3) % 31;
	}
	const check = 31 - (sum % 31);
	return alphabet[check === 31 ? 0 : check] as string;
}

/** A credit code: registration department and category (91 company, 92 individual, N2 village collective), region, organisation code. */
export function creditCode(
	kind: string,
	region: string,
	organisation: string,
): string {
	const first17 = `${kind}${region}${organisation}${organisationCheck(organisation)}`;
	return first17 + creditCheck(first17);
}
