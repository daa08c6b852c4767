export { type MissingCell, missingCells } from "./cells.ts";
export { type List, loadLists, withRows } from "./loader.ts";
export {
	LIST_CONTRACT,
	type ListFile,
	listSchema,
	typedColumnSchema,
} from "./schema.ts";
export {
	type EditedList,
	listNameOf,
	listWorkbook,
	readListWorkbook,
	readSheets,
} from "./workbook.ts";
export { writeList } from "./write.ts";
