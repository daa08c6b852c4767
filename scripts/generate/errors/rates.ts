/** Errors of a thousand cells or facts, at --errors 1. */
const rates = {
	/** The check character of a number is wrong. */
	wrongCheck: 3,
	/** A number is missing. */
	missing: 2,
	/** The number of the first generation of cards, 15 digits. */
	oldNumber: 20,
	/** Words, commas or marks that nobody sees stand around a number. */
	dressed: 10,
	/** One character of a name is a similar one, or none that can be shown. */
	typo: 5,
	/** A unit goes by another of its names, one that the tree of units has. */
	alias: 150,
	/** A unit goes by a name that no list has. */
	unknownAlias: 10,
	/** A second source gives a death a later day. */
	laterDeath: 100,
	/** A ledger counts in ten thousands of yuan. */
	tenThousands: 250,
	/** A cell counts in ten thousands of yuan, and says so. */
	tenThousandsInCell: 30,
	/** A text file comes in another encoding, with a title above or with a note below. */
	encoding: 350,
	title: 250,
	note: 250,
} as const;

export type ErrorKind = keyof typeof rates;

/** The rate of a kind under a multiplier; never more than nine in ten. */
export function rate(kind: ErrorKind, multiplier: number): number {
	return Math.min(900, rates[kind] * multiplier);
}
