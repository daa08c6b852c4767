export type { ListColumns } from "./check.ts";
export { type FormColumn, formOf } from "./form.ts";
export {
	fitsColumn,
	type HeadingMap,
	type MappedColumn,
	mapHeadings,
	type NormalHeading,
	normaliseHeading,
	spellingsOf,
} from "./headings.ts";
export {
	type ColumnKind,
	type ColumnType,
	type CompanionSuffix,
	columnKinds,
	companionSuffixes,
} from "./kinds.ts";
export { type LoadedDatasets, loadDatasets } from "./loader.ts";
export {
	columnName,
	companionsOf,
	DATASET_CONTRACT,
	type Dataset,
	type DatasetColumn,
	datasetSchema,
	identifierSchema,
	type Reference,
	type StoredColumn,
	storedColumns,
} from "./schema.ts";
export {
	describeFactor,
	type Factor,
	factorOf,
	storedUnit,
	unitOf,
	unitsFor,
} from "./units.ts";
