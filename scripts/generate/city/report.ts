import type { City } from "./city.ts";

/** Rows that a city of ten million should have, where its description names a figure. */
const wanted: Readonly<Record<string, number>> = {
	residents: 10_000_000,
	household: 20_000_000,
	company: 2_000_000,
	company_shareholder: 6_500_000,
	bidder: 3_000_000,
	subsidy_pay: 60_000_000,
	pension_pay: 12_000_000,
	real_estate: 3_300_000,
	vehicle: 2_500_000,
	public_employee: 200_000,
	death: 130_000,
	"all rows": 120_000_000,
};

/** Rows wanted at this scale and rows written, as a table of Markdown. */
export function rowTable({ residents, written }: City, scale: number): string {
	const sum = (of: "rows" | "bytes") =>
		written.reduce((all, one) => all + one[of], 0);
	const lines = [
		{ dataset: "residents", rows: residents, bytes: 0 },
		...written,
		{ dataset: "all rows", rows: sum("rows"), bytes: sum("bytes") },
	];
	const number = (value: number) => value.toLocaleString("en-US");
	return [
		"| dataset | rows wanted | rows written | MB |",
		"| --- | ---: | ---: | ---: |",
		...lines.map(({ dataset, rows, bytes }) => {
			const should = wanted[dataset];
			return `| ${dataset} | ${should === undefined ? "in proportion" : number(Math.round((should * scale) / 10))} | ${number(rows)} | ${bytes === 0 ? "" : number(Math.round(bytes / 1e6))} |`;
		}),
	].join("\n");
}
