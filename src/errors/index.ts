export { type ErrorCode, errorCodes } from "./codes/index.ts";
export {
	describePlace,
	describeProblem,
	exitCodeOf,
	fail,
	type Place,
	PROBLEM_CONTRACT,
	type Problem,
	ProblemError,
	placeSchema,
	problem,
	problemSchema,
} from "./problem.ts";
