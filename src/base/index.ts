export { canonicalJson, compareCodePoints, type Json } from "./canonical.ts";
export { elapsed, monotonic, timestamp } from "./clock.ts";
export { fingerprint, hmacSha256, sha256, sha256File } from "./digest.ts";
export {
	createExclusive,
	makePrivateDir,
	publishImmutable,
	publishTogether,
	syncFile,
	writeNew,
} from "./files.ts";
