import type { ColumnKind } from "../../datasets/index.ts";
import { area, integer, money, number, ratio } from "./amounts.ts";
import { date, month, timestamp } from "./dates.ts";
import { citizenId, uscc } from "./identity.ts";
import {
	account,
	address,
	boolean,
	code,
	device,
	ip,
	name,
	org,
	phone,
	plate,
	region,
	text,
} from "./text.ts";
import type { Normaliser } from "./types.ts";

export type { ColumnContext, ColumnPlan } from "./types.ts";

/** Raised whenever a normaliser changes what it gives: every part is then made anew. */
export const NORMALISER_VERSION = 1;

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
