import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { masked } from "../log.ts";
import { profilePicture } from "./picture.ts";
import { profileTable } from "./table.ts";
import type { Profile } from "./types.ts";

/**
 * Writes a profile below logs/: figures, table, picture. Texts are masked on their way in.
 * @param folder absolute; made when it is not there
 * @returns absolute paths
 */
export function writeProfile(folder: string, profile: Profile): string[] {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const shown = masked(profile) as Profile;
	const files = {
		"profile.json": `${JSON.stringify(shown, null, "\t")}\n`,
		"用时表.md": profileTable(shown),
		"时间线.svg": profilePicture(shown),
	};
	return Object.entries(files).map(([name, text]) => {
		const path = join(folder, name);
		writeFileSync(path, text, { mode: 0o600 });
		return path;
	});
}
