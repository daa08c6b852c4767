import * as z from "zod";
import { datasetSchema } from "../../src/datasets/index.ts";
import { exemptionsSchema } from "../../src/leads/index.ts";
import { listSchema } from "../../src/lists/index.ts";
import { modelSchema, ruleSchema } from "../../src/rules/index.ts";
import { workspaceSchema } from "../../src/workspace/index.ts";
import { titles } from "./titles.ts";

/** The contracts that people write by hand, under the name of their schema file. */
const contracts = {
	rule: ruleSchema,
	dataset: datasetSchema,
	model: modelSchema,
	list: listSchema,
	workspace: workspaceSchema,
	exemptions: exemptionsSchema,
};

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Adds the words that an editor shows beside each top-level key. */
function explained(name: string, schema: JsonSchema): JsonSchema {
	for (const [key, title] of Object.entries(titles[name] ?? {})) {
		const property = schema.properties?.[key];
		if (typeof property !== "object")
			throw new Error(`${name} has no key ${key}`);
		property.description = title;
	}
	return schema;
}

/** The JSON Schema of each contract as the text of its file, by file name. */
export function editorSchemas(): Map<string, string> {
	return new Map(
		Object.entries(contracts).map(([name, contract]) => [
			`${name}.schema.json`,
			`${JSON.stringify(
				{
					...explained(name, z.toJSONSchema(contract, { io: "input" })),
					title: `bidui ${name}`,
				},
				null,
				"\t",
			)}\n`,
		]),
	);
}
