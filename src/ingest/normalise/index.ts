import type { ColumnKind } from "../../datasets/index.ts";
import { address } from "./address.ts";
import {
	area,
	INTEGER,
	integer,
	money,
	number,
	PLAIN,
	ratio,
} from "./amounts.ts";
import {
	date,
	ISO_DAY,
	ISO_MOMENT,
	ISO_MONTH,
	month,
	timestamp,
} from "./dates.ts";
import { citizenId, EIGHTEEN, USCC_SHAPE, uscc } from "./identity.ts";
import { device, ip } from "./machines.ts";
import {
	ACCOUNT,
	account,
	code,
	MOBILE,
	PLATE,
	phone,
	plate,
	region,
} from "./numbers.ts";
import { boolean, name, org, text } from "./text.ts";
import type { Normaliser } from "./types.ts";

export type { ColumnContext, ColumnPlan } from "./types.ts";

/** Raised whenever a normaliser changes what it gives: every part is then made anew. */
export const NORMALISER_VERSION = 7;

/** How each kind of value is normalised. */
export const normalisers: Record<ColumnKind, Normaliser> = {
	text,
	code,
	name,
	org,
	citizen_id: citizenId,
	uscc,
	phone,
	account,
	address,
	plate,
	device,
	ip,
	region,
	date,
	month,
	timestamp,
	money,
	area,
	ratio,
	integer,
	number,
	boolean,
};

/** A text in which nothing is to be folded, tidied or dropped. */
const TIDY = "[0-9A-Za-z一-鿿（），。、：；《》“”·.,:;()_/+#@-]+";

/**
 * The form in which a cell needs no cleaning, as a pattern for the whole text. Where every cell of
 * a column has it, which one pass tells, the short way of the normaliser is taken.
 */
export const plainForms: Partial<Record<ColumnKind, string>> = {
	text: TIDY,
	address: TIDY,
	code: "[0-9A-Z一-鿿]+",
	name: "[一-鿿]+",
	org: "[0-9A-Z一-鿿（）]+",
	plate: PLATE,
	device: "[0-9A-Z]+",
	citizen_id: EIGHTEEN,
	uscc: USCC_SHAPE,
	region: "[0-9]{6}([0-9]{3}){0,2}",
	phone: MOBILE,
	account: ACCOUNT,
	date: ISO_DAY,
	month: ISO_MONTH,
	timestamp: ISO_MOMENT,
	money: PLAIN,
	area: PLAIN,
	number: PLAIN,
	integer: INTEGER,
};
