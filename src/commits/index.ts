export type { Commit, Head } from "./commit.ts";
export { NO_COMMIT } from "./commit.ts";
export { type Chain, CommitLog } from "./log.ts";
