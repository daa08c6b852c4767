import { sha256 } from "../base/index.ts";
import type { GroupList } from "./excel/workbook.ts";
import { reportPage } from "./html/index.ts";
import { MANIFEST } from "./manifest-name.ts";
import type { ReportModel } from "./model.ts";
import { unassigned } from "./words/vocabulary.ts";

/** A file of a report, ready to be written. */
export interface ReportFile {
	name: string;
	bytes: Uint8Array;
}

/** Letters that Windows does not allow in the name of a file. */
function fileName(text: string): string {
	return text.replace(/[\\/:*?"<>|\s]/g, "_").slice(0, 60);
}

/** One list per group of the workspace, and one for leads that fit none. */
function groupLists(model: ReportModel): GroupList[] {
	const lists = model.groups.map((group) => ({
		name: group.name,
		leads: model.leads.filter((lead) => lead.group === group.id),
	}));
	const rest = model.leads.filter((lead) => lead.group === null);
	return rest.length > 0 || lists.length === 0
		? [...lists, { name: unassigned, leads: rest }]
		: lists;
}

async function workbooks(
	model: ReportModel,
	digest: string,
): Promise<ReportFile[]> {
	// Loaded when a report is made: every other command starts faster without.
	const { groupWorkbook } = await import("./excel/workbook.ts");
	const files: ReportFile[] = [];
	const taken = new Set<string>();
	for (const list of groupLists(model)) {
		const base = `疑点清单_${fileName(list.name)}`;
		let name = base;
		for (let i = 2; taken.has(name); i++) name = `${base}_${i}`;
		taken.add(name);
		files.push({
			name: `${name}.xlsx`,
			bytes: await groupWorkbook(model, list, digest),
		});
	}
	return files;
}

function manifest(
	model: ReportModel,
	digest: string,
	files: readonly ReportFile[],
): ReportFile {
	const content = {
		contract: model.contract,
		digest,
		round: model.round,
		as_of: model.asOf,
		provenance: model.provenance,
		leads: model.leads.length,
		files: files.map(({ name, bytes }) => ({
			name,
			bytes: bytes.length,
			sha256: sha256(bytes),
		})),
	};
	return {
		name: MANIFEST,
		bytes: Buffer.from(`${JSON.stringify(content, null, "\t")}\n`),
	};
}

/** Renders every file of a report. Equal models give equal bytes. */
export async function reportFiles(
	model: ReportModel,
	digest: string,
): Promise<ReportFile[]> {
	const { hitsArrow, leadsArrow } = await import("./arrow/tables.ts");
	const files = [
		{ name: "疑点报告.html", bytes: Buffer.from(reportPage(model, digest)) },
		...(await workbooks(model, digest)),
		{ name: "leads.arrow", bytes: leadsArrow(model) },
		{ name: "hits.arrow", bytes: hitsArrow(model) },
	];
	return [...files, manifest(model, digest, files)];
}
