import { agriculture } from "./agriculture.ts";
import { civilAffairs } from "./civil-affairs.ts";
import type { Department } from "./desk.ts";
import { establishment } from "./establishment.ts";
import { finance } from "./finance.ts";
import { inspectedLedgers } from "./inspected-units.ts";
import { market } from "./market.ts";
import { mishaps } from "./mishaps.ts";
import { naturalResources } from "./natural-resources.ts";
import { organisation } from "./organisation.ts";
import { police } from "./police.ts";
import { socialSecurity } from "./social-security.ts";
import { subsidyAccounts } from "./subsidy-accounts.ts";
import { townships } from "./townships.ts";
import { tradingCentre } from "./trading-centre.ts";

export const departments: readonly Department[] = [
	organisation,
	police,
	civilAffairs,
	market,
	tradingCentre,
	inspectedLedgers,
	townships,
	agriculture,
	socialSecurity,
	establishment,
	naturalResources,
	finance,
	subsidyAccounts,
	mishaps,
];
