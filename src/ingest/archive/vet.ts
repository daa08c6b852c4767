import type { Place } from "../../errors/index.ts";
import { refuse } from "../refusal.ts";
import { MOST_RATIO, SMALL } from "./limits.ts";
import { SheetScan } from "./sheet-scan.ts";
import { ZipFault, ZipFile } from "./zip.ts";

/** Sheets are streamed; every other part is held in memory by whoever reads it. */
const LARGEST_SHEET = 8 * 2 ** 30;
const LARGEST_PART = 512 << 20;
/** The prologue of a part, and its last bytes. */
const EDGE = 4096;
const DIMENSION = /<(?:\w+:)?dimension\s[^>]*\bref="[A-Z]+\d+:([A-Z]{1,3})\d+"/;
/** Programs that write workbooks without Excel often leave the values out. */
const UNCALCULATED =
	/(?:<\/(?:\w+:)?f>|<(?:\w+:)?f\/>)(?:<(?:\w+:)?v\/>|<(?:\w+:)?v><\/(?:\w+:)?v>)?<\/(?:\w+:)?c>/g;
/** Longer than the end of a formula, a value and a cell together. */
const CARRY = 64;

/** What was seen of one part of a package. */
export interface VettedPart {
	/** Row elements, counted without the reader that loads them. */
	rows: number;
	/** Cells with a formula that was never calculated: they show nothing. */
	uncalculated: number;
	/** Columns that a sheet says it has; 0 where it says nothing. */
	columns: number;
}

/** The number of a column from its letters: A is 1. */
export function columnNumber(letters: string): number {
	return [...letters].reduce(
		(sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
		0,
	);
}

const isSheet = (name: string) => /(^|\/)worksheets\//.test(name);

/** Why the text of a part is not to be read; undefined when it may be. */
function fault(name: string, head: string, tail: string): string | undefined {
	if (/<!(DOCTYPE|ENTITY)/i.test(head))
		return "里面有实体定义，不是正常的表格文件";
	const root = /<([A-Za-z_][\w.:-]*)/.exec(
		head.replace(/<\?.*?\?>|<!--.*?-->/gs, ""),
	)?.[1];
	const end = tail.trimEnd();
	if (root === undefined) return `${name} 里没有内容`;
	if (end.endsWith(`</${root}>`) || (end.endsWith("/>") && end.length < EDGE))
		return undefined;
	return `${name} 不完整，末尾缺了一段`;
}

/**
 * Looks through a package of XML parts (xlsx, ods) before a library reads it: refuses what unpacks
 * beyond reason, defines entities, or breaks off. Memory stays bounded.
 * @returns what was seen of each XML part, by its name in the package
 */
export async function vetPackage(
	path: string,
	at: Place,
): Promise<Map<string, VettedPart>> {
	const parts = new Map<string, VettedPart>();
	let zip: ZipFile | undefined;
	try {
		zip = await ZipFile.open(path);
		for (const entry of zip.entries) {
			if (!/\.(xml|rels)$/i.test(entry.name)) continue;
			const most = Math.min(
				isSheet(entry.name) ? LARGEST_SHEET : LARGEST_PART,
				Math.max(SMALL, entry.compressed * MOST_RATIO),
			);
			const scan = new SheetScan();
			let uncalculated = 0;
			let carry = "";
			let head: string | undefined;
			let tail: Buffer = Buffer.alloc(0);
			for await (const bytes of zip.stream(entry, most)) {
				head ??= bytes.toString("utf8", 0, EDGE);
				tail =
					bytes.length >= EDGE
						? bytes.subarray(bytes.length - EDGE)
						: Buffer.concat([tail, bytes]).subarray(-EDGE);
				if (!isSheet(entry.name)) continue;
				// Element names are ASCII in every encoding that workbooks use.
				const piece = bytes.toString("latin1");
				scan.feed(piece);
				const text = carry + piece;
				if (text.includes("f>") || text.includes("f/>"))
					uncalculated += text.match(UNCALCULATED)?.length ?? 0;
				carry = text.slice(text.lastIndexOf("</c>") + 1).slice(-CARRY);
			}
			const broken = isSheet(entry.name) ? scan.end() : undefined;
			const reason =
				fault(entry.name, head ?? "", tail.toString("utf8")) ??
				(broken === undefined ? undefined : `${entry.name} 里${broken}`);
			if (reason !== undefined) refuse("workbook-unreadable", at, { reason });
			const last = DIMENSION.exec(head ?? "")?.[1] ?? "";
			parts.set(entry.name, {
				rows: scan.rows,
				uncalculated,
				columns: columnNumber(last),
			});
		}
	} catch (error) {
		if (error instanceof ZipFault)
			refuse("workbook-unreadable", at, { reason: error.message });
		throw error;
	} finally {
		await zip?.close();
	}
	return parts;
}
