import type { Place } from "../../errors/index.ts";
import { refuse } from "../refusal.ts";

/** Bytes that one archive may unpack to, in all. */
export const MOST_UNPACKED = 16 * 2 ** 30;
/** Of that, more than the packed bytes so many times is a bomb; exports shrink to a tenth. */
export const MOST_RATIO = 400;
/** Below this nothing is a bomb. */
export const SMALL = 64 << 20;
export const MOST_ENTRIES = 10_000;

const ARCHIVES = /\.(zip|gz|tgz|bz2|xz|rar|7z|tar)$/i;

/** Refuses an archive inside an archive. */
export function refuseNested(name: string, at: Place): void {
	if (ARCHIVES.test(name))
		refuse("archive-unreadable", at, { reason: "压缩包里还有压缩包" });
}
