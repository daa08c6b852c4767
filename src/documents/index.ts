export { ParsedTexts } from "./parsed.ts";
export { type Loaded, loadYaml, parseYaml } from "./yaml.ts";
