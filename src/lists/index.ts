export { type List, loadLists } from "./loader.ts";
export {
	LIST_CONTRACT,
	type ListFile,
	listSchema,
	typedColumnSchema,
} from "./schema.ts";
