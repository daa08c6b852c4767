export type { RuleOutcome } from "./outcome.ts";
