import {
	dropPlaceholder,
	foldWidth,
	full,
	holdsText,
	INVISIBLE_RANGES,
	isOneOf,
	placeholderFinding,
	squeeze,
	unwrap,
} from "./fold.ts";
import type { Normaliser } from "./types.ts";
import { addressPlaceholders, devicePlaceholders } from "./words.ts";

/** Marks of machines (MAC, disk and CPU serials): upper case, no separators; programs' fillers are NULL. */
export const device: Normaliser = ({ index: i, plain }) => {
	const r = `r${i}`;
	return {
		steps: [
			[`u${i}`, plain ? r : unwrap(r)],
			[
				`s${i}`,
				plain
					? r
					: `regexp_replace(upper(${foldWidth(`u${i}`)}), '[${INVISIBLE_RANGES}:：._/\\\\-]+', '', 'g')`,
			],
			[
				`t${i}`,
				`CASE WHEN ${isOneOf(`s${i}`, devicePlaceholders)} OR ${full(`s${i}`, "0+|F+|X+")} THEN NULL ELSE ${dropPlaceholder(`s${i}`)} END`,
			],
		],
		value: `t${i}`,
		finding: `CASE WHEN t${i} IS NULL AND ${holdsText(r)} THEN 'device-placeholder' END`,
	};
};

const OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const IPV4 = `${OCTET}(\\.${OCTET}){3}`;
const IPV6 = "[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}";

/** Network addresses: IPv4 without port, IPv6 in lower case; loopback and empty ones are NULL. */
export const ip: Normaliser = ({ index: i }) => {
	const r = `r${i}`;
	const bare = `regexp_replace(${squeeze(`lower(${foldWidth(`u${i}`)})`)}, '^([0-9.]+):[0-9]{1,5}$', '\\1')`;
	return {
		steps: [
			[`u${i}`, unwrap(r)],
			[`s${i}`, bare],
			[
				`t${i}`,
				`CASE WHEN ${isOneOf(`s${i}`, addressPlaceholders)} THEN NULL WHEN ${full(`s${i}`, IPV4)} OR ${full(`s${i}`, IPV6)} THEN s${i} END`,
			],
			[`p${i}`, dropPlaceholder(`upper(s${i})`)],
		],
		value: `t${i}`,
		finding: `CASE WHEN t${i} IS NOT NULL THEN NULL WHEN p${i} IS NULL OR ${isOneOf(`s${i}`, addressPlaceholders)} THEN ${placeholderFinding(r)} ELSE 'ip-unreadable' END`,
	};
};
