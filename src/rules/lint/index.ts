export {
	AS_OF,
	bindParameters,
	type ParameterType,
	parametersIn,
	type TypedValue,
	typedLiteral,
} from "./parameters.ts";
