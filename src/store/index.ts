export {
	PART_CONTRACT,
	type Part,
	partSchema,
	SNAPSHOT_CONTRACT,
	type Snapshot,
	type SnapshotLine,
	type SnapshotPart,
	snapshotLineSchema,
} from "./schema.ts";
export {
	type Companion,
	partsOf,
	type RawRow,
	type StagedPart,
	Store,
} from "./store.ts";
