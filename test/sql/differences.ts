/** A difference between the engines that no linter can see, because it lies in the data. */
export interface Difference {
	/** An entry of the oracle that shows it; undefined when it is known otherwise. */
	entry?: string;
	what: string;
	why: string;
	instead: string;
}

/** The short list; docs/portable-sql.md repeats it for authors. */
export const differences: readonly Difference[] = [
	{
		entry: "upper('ß')",
		what: "`upper` of letters such as ß",
		why: "Trino maps one character to one character (ß stays), DuckDB knows the capital ẞ",
		instead: "compare `lower(x)`; no dataset holds such letters",
	},
	{
		entry: "cast(99999999999999.99 as decimal(18,2))*cast(100 as decimal(5,2))",
		what: "A product of decimals beyond 18 digits",
		why: "DuckDB stops with an overflow where both factors have at most 18 digits, Trino widens",
		instead: "`cast(amount as decimal(38,2)) * rate`",
	},
	{
		what: "`cast(x as bigint)` of a text column",
		why: "DuckDB also takes 12.7 and 1e3 (as 13 and 1000), Trino also takes full-width digits",
		instead:
			"`case when regexp_like(x, '^[0-9]+$') then cast(x as bigint) end`; numbers are columns of a dataset",
	},
	{
		what: "`cast(x as decimal(p,s))` of a text column",
		why: "DuckDB drops blanks around the digits, Trino refuses them",
		instead: "`cast(trim(x) as decimal(18,2))`",
	},
	{
		what: "`cast(x as date)` of a text column",
		why: "DuckDB also takes 2024/02/03 and a time behind the date",
		instead:
			"`case when regexp_like(x, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') then cast(x as date) end`; dates are columns of a dataset",
	},
	{
		what: "`cast(x as boolean)` of a text column",
		why: "DuckDB also takes yes, no, on and off",
		instead: "`x = '是'`",
	},
	{
		what: "Last bits of a DOUBLE, above all of sums and averages",
		why: "Each engine adds in its own order",
		instead: "compare `round(x, 6)`; amounts are DECIMAL",
	},
	{
		what: "`min_by`, `max_by` and ranks with ties",
		why: "Which of equal rows comes first is open on both engines",
		instead: "order by as many columns as make the order certain",
	},
	{
		what: "`\\d`, `\\w`, `\\s` and `\\b` in regular expressions",
		why: "ASCII in DuckDB; what Trino's regular expressions take beyond ASCII was not measured",
		instead: "`[0-9]`, `[0-9A-Za-z_]`, `[ 　]`",
	},
	{
		what: "Evaluation order: an error behind a condition",
		why: "`where x <> 0 and 1 / x > 2` may divide first on either engine",
		instead: "`1 / nullif(x, 0)`, `try_cast`, `case when`",
	},
	{
		what: "Precision of a DECIMAL result (not its scale)",
		why: "DuckDB widens to 38 digits, Trino to the exact number",
		instead: "`cast(… as decimal(18,2))` in the result",
	},
];
