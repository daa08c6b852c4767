import type { Input, ModelHeader, Parameter, Rule } from "../schema/index.ts";

/** Where a piece of SQL stands in its file, so that findings point at the file's own lines. */
export interface SqlPlace {
	file: string;
	/** Line of the file on which the SQL begins. */
	line: number;
	/** Columns by which a block scalar is indented. */
	indent: number;
}

export type Origin = "shipped" | "edited" | "local";

interface NodeBase {
	inputs: Input[];
	parameters: Record<string, Parameter>;
	sql: string;
	place: SqlPlace;
	/** Path of the file as findings show it. */
	file: string;
	/** shipped with the product, shipped and edited since it was locked, or local to the workspace. */
	origin: Origin;
	/** The line of a setting in the file. */
	lineOf: (path: readonly PropertyKey[]) => number;
}

/** One SELECT of a model that has several, and where it begins. */
export interface SqlPiece {
	sql: string;
	place: SqlPlace;
}

/** The SELECTs of a model of kind `iterate`; its `sql` holds all of them. */
export interface IteratePieces {
	seed: SqlPiece;
	step: SqlPiece;
	/** Gives one BOOLEAN: true ends the rounds. */
	stop: SqlPiece | undefined;
}

export interface LoadedModel extends NodeBase {
	kind: "model";
	name: string;
	header: ModelHeader;
	iterate?: IteratePieces | undefined;
}

export interface LoadedRule extends NodeBase {
	kind: "rule";
	name: string;
	rule: Rule;
}

/** A model or a rule: one SELECT over declared inputs. */
export type RuleNode = LoadedModel | LoadedRule;
