export {
	lakeSettings,
	ownerOf,
	type Published,
	publishSnapshot,
	reaching,
} from "./publish.ts";
export { type LakeRecord, readLakeRecord } from "./record.ts";
