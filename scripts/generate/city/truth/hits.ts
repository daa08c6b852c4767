import { businessHits } from "./business.ts";
import type { CityHits } from "./hit.ts";
import { paymentHits } from "./payments.ts";
import { tenderHits } from "./tenders.ts";
import { welfareHits } from "./welfare.ts";

/** Rule by rule, in an order in which what one makes before is there for the next. */
export const hits: readonly CityHits[] = [
	...welfareHits,
	...paymentHits,
	...businessHits,
	...tenderHits,
];
