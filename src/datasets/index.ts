export { type ColumnKind, columnKinds } from "./kinds.ts";
export {
	type ColumnType,
	columnName,
	DATASET_CONTRACT,
	type Dataset,
	type DatasetColumn,
	datasetSchema,
	identifierSchema,
	type StoredColumn,
	storedColumns,
} from "./schema.ts";
