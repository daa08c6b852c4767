import type {
	CompanionSuffix,
	DatasetColumn,
	Factor,
} from "../../datasets/index.ts";

/** What a normaliser is told about one column of one file. */
export interface ColumnContext {
	column: DatasetColumn;
	/** Position in the dataset; the aliases of its steps end in it. */
	index: number;
	/** What the numbers of the file are multiplied by. */
	factor: Factor;
	/** The column gives percent (its heading says so, or its values exceed 1). */
	percent: boolean;
	/** Every cell of the column is in its plain form (plainForms), so nothing has to be cleaned. */
	plain: boolean;
	/** What the numbers look like that Excel has damaged, a pattern for the whole text. */
	damaged?: string | undefined;
	/** Most card numbers of the column hold under Luhn, so that one that does not is worth a hint. */
	luhn?: boolean | undefined;
	/** The length of most numbers of a column in front of which zeros may have been lost. */
	usual?: number | undefined;
	/** A table `code` of known regions, when there is one. */
	regionTable?: string | undefined;
	/** SQL of the region code of a text (SQL) that names a county or city, for addresses. */
	placeOf?: ((text: string) => string) | undefined;
	/** SQL of the code that a spelling (SQL) stands for, when the column is coded. */
	codeOf?: ((spelling: string) => string) | undefined;
}

/**
 * How a column is normalised: steps of SQL, each over the aliases of the steps before it, starting
 * from the raw text `r<index>`; then the stored value, its companion and what is to be said of it.
 */
export interface ColumnPlan {
	/** Alias and expression; every expression is computed once for a row. */
	steps: readonly (readonly [alias: string, sql: string])[];
	/** SQL of the stored value, of the kind's type. */
	value: string;
	/** SQL of the companion columns. */
	companions?: Partial<Record<CompanionSuffix, string>>;
	/**
	 * SQL of a finding code (src/ingest/findings.ts), NULL when there is nothing to say; over the steps
	 * and `value<index>`, the stored value.
	 */
	finding?: string;
}

export type Normaliser = (context: ColumnContext) => ColumnPlan;
