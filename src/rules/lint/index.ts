export { type LintOptions, lintSql } from "./lint.ts";
export {
	AS_OF,
	type BoundParameter,
	bindParameters,
	type ParameterType,
	parametersIn,
	typedLiteral,
} from "./parameters.ts";
export { checkResultTypes } from "./results.ts";
