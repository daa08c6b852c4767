export { type Loaded, loadYaml, parseYaml } from "./yaml.ts";
