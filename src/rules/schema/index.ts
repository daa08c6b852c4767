export {
	type Input,
	inputName,
	inputSchema,
	type Parameter,
	parameterSchema,
} from "./inputs.ts";
export {
	MODEL_CONTRACT,
	type ModelHeader,
	modelSchema,
	type Packs,
	packsSchema,
} from "./model.ts";
export { outputSchema, type RuleOutput } from "./output.ts";
export {
	packOf,
	RULE_CONTRACT,
	type Rule,
	type RuleTest,
	ruleSchema,
} from "./rule.ts";
export {
	type ArgumentType,
	argumentTypes,
	evidenceWords,
	falsePositiveCode,
	roleWords,
	type Severity,
	type SubjectKind,
	severities,
	severityWords,
	subjectKinds,
	type Tier,
	tiers,
	UNFILLED,
} from "./vocabulary.ts";
