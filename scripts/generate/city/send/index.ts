import { civil, civilLines } from "./civil.ts";
import { market, marketLines } from "./market.ts";
import { officeLines, officeTables } from "./offices.ts";
import { paymentLines, payments } from "./payments.ts";
import { police, policeLines } from "./police.ts";
import type { CityTable } from "./table.ts";
import { trading, tradingLines } from "./trading.ts";

export const cityTables: readonly CityTable[] = [
	...police,
	...civil,
	...market,
	...trading,
	...payments,
	...officeTables,
];

/** What is made once more in the order of the files before they are written. */
export const lineTables: readonly string[] = [
	...policeLines,
	...civilLines,
	...marketLines,
	...tradingLines,
	...paymentLines,
	...officeLines,
];

export { nightTables } from "./nights.ts";
export type { CityFile, CityTable } from "./table.ts";
