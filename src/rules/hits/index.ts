export { groupHits, HitError, type ParameterValues } from "./read-hit.ts";
export {
	type Facts,
	factsSchema,
	type Hit,
	type PathStep,
	type Subject,
	type TypedValue,
} from "./schema.ts";
