import type { ColumnKind } from "./kinds.ts";
import type { Dataset, DatasetColumn } from "./schema.ts";
import { storedUnit } from "./units.ts";

/** A value as an office would write it; people, companies and numbers are made up or from standards. */
const examples: Record<ColumnKind, string> = {
	text: "示例",
	code: "A001",
	name: "张三",
	org: "某某县某某局",
	citizen_id: "11010519491231002X",
	uscc: "91350100M000100Y43",
	phone: "13800000000",
	account: "6222000000000000001",
	address: "某某镇某某村3组5号",
	plate: "京A12345",
	device: "A1B2C3D4E5F6",
	ip: "192.0.2.10",
	region: "110105",
	date: "2026-06-30",
	month: "2026-06",
	timestamp: "2026-06-30 09:30:00",
	money: "1200.50",
	area: "3.5",
	ratio: "50%",
	integer: "3",
	number: "1.5",
	boolean: "是",
};

/** Kinds that are figures; all others are text, so that no program changes their digits. */
const figures: ReadonlySet<ColumnKind> = new Set([
	"money",
	"area",
	"integer",
	"number",
]);

/** A column of the form that an office fills in. */
export interface FormColumn {
	column: DatasetColumn;
	/** A heading that the loader knows, with its unit. */
	heading: string;
	example: string;
	/** To be formatted as text. */
	text: boolean;
}

/** @param codes spellings of a column whose codes are in a list */
function exampleOf(
	column: DatasetColumn,
	codes: (list: string) => string | undefined,
): string {
	const [code, spellings] = Object.entries(column.codes ?? {})[0] ?? [];
	return (
		spellings?.[0] ??
		code ??
		(column.codes_list === undefined ? undefined : codes(column.codes_list)) ??
		examples[column.kind]
	);
}

/**
 * The form of a dataset: every column under a heading that loads, with an example of its value.
 * @param codes gives a spelling of a list of codes
 */
export function formOf(
	dataset: Dataset,
	codes: (list: string) => string | undefined,
): FormColumn[] {
	return dataset.columns.map((column) => {
		const unit = storedUnit(column);
		const heading = column.headers[0] ?? column.title;
		return {
			column,
			heading: unit === undefined ? heading : `${heading}（${unit}）`,
			example: exampleOf(column, codes),
			text: !figures.has(column.kind),
		};
	});
}
