export { bundleNames, filesOf, makeBundles } from "./compact.ts";
export { keyHash, partColumns, rowHash } from "./rows.ts";
export {
	CHANGE_CONTRACT,
	changeSchema,
	PART_CONTRACT,
	type Part,
	partSchema,
	SNAPSHOT_CONTRACT,
	type Snapshot,
	type SnapshotLine,
	type SnapshotPart,
	type SnapshotVersion,
	type SourceChange,
	snapshotLineSchema,
} from "./schema.ts";
export {
	type Companion,
	type CorrectedRow,
	datasetsOf,
	partsOf,
	type RawRow,
	type StagedPart,
	Store,
} from "./store.ts";
export { type Kept, type Swept, sweepFiles } from "./sweep.ts";
