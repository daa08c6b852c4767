import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const recordSchema = z.strictObject({
	contract: z.literal("bidui/lake@1"),
	snapshot: z.strictObject({ n: z.int(), sha: z.string() }),
	catalog: z.string(),
	schema: z.string(),
	/** Dataset → its rows. */
	tables: z.record(z.string(), z.int()),
});
/** Which snapshot the lake shows, and where. */
export type LakeRecord = z.infer<typeof recordSchema>;

const fileOf = (store: string) => join(store, "lake.json");

/** What was last published; undefined when nothing was, or the file is not to be read. */
export function readLakeRecord(store: string): LakeRecord | undefined {
	const file = fileOf(store);
	if (!existsSync(file)) return undefined;
	try {
		const found = recordSchema.safeParse(
			JSON.parse(readFileSync(file, "utf8")),
		);
		return found.success ? found.data : undefined;
	} catch {
		return undefined;
	}
}

export function writeLakeRecord(store: string, record: LakeRecord): void {
	const temporary = `${fileOf(store)}.new`;
	writeFileSync(temporary, `${JSON.stringify(record)}\n`, { mode: 0o600 });
	renameSync(temporary, fileOf(store));
}
