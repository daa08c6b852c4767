import { isUtf8 } from "node:buffer";
import { compareCodePoints } from "../../base/index.ts";
import type { Place } from "../../errors/index.ts";
import { refuse } from "../refusal.ts";
import { MOST_ENTRIES, refuseNested } from "./limits.ts";
import type { ZipEntry } from "./zip.ts";

/** Files that packers and systems leave in archives. */
const LEFTOVERS = /(^|\/)(__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** A file of an archive under the name that people see. */
export interface Member {
	name: string;
	entry: ZipEntry;
}

/** Windows packs names in its own code page without saying so. */
function nameOf(entry: ZipEntry): string | undefined {
	if (entry.utf8 || isUtf8(entry.rawName)) return entry.name;
	try {
		return new TextDecoder("gb18030", { fatal: true }).decode(entry.rawName);
	} catch {
		return undefined;
	}
}

/**
 * The files of an archive, sorted by name. Names are only shown, never written to; one that points
 * out of the archive, or is a link, shows that the archive means harm, and all of it is refused.
 */
export function membersOf(entries: readonly ZipEntry[], at: Place): Member[] {
	if (entries.length > MOST_ENTRIES)
		refuse("archive-unreadable", at, {
			reason: `里面有 ${entries.length} 个文件，多得不正常`,
		});
	const members: Member[] = [];
	const seen = new Set<string>();
	for (const entry of entries) {
		const name = nameOf(entry)?.replaceAll("\\", "/");
		if (name === undefined || /\p{Cc}/u.test(name))
			return refuse("archive-unreadable", at, {
				reason: "文件名既不是 UTF-8 也不是 GBK",
			});
		if (
			entry.link ||
			/^(\/|[A-Za-z]:)/.test(name) ||
			name.split("/").includes("..")
		)
			refuse("archive-unreadable", at, {
				reason: "里面有指向压缩包之外的路径或链接",
			});
		if (name.endsWith("/") || LEFTOVERS.test(name)) continue;
		refuseNested(name, at);
		if (seen.has(name))
			refuse("archive-unreadable", at, { reason: "里面有同名文件" });
		seen.add(name);
		members.push({ name, entry });
	}
	return members.sort((a, b) => compareCodePoints(a.name, b.name));
}
