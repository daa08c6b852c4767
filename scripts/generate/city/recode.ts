import {
	closeSync,
	openSync,
	readSync,
	renameSync,
	statSync,
	writeSync,
} from "node:fs";
import { Gb18030 } from "../files/gb18030.ts";

const block = 4 << 20;

/** Rewrites a file of UTF-8 as GB18030 where that is asked for; gives its size. */
export function recode(path: string, wanted: boolean): number {
	if (!wanted) return statSync(path).size;
	const half = `${path}.part`;
	const [from, to] = [openSync(path, "r"), openSync(half, "w")];
	try {
		const encoder = new Gb18030();
		const buffer = Buffer.allocUnsafe(block);
		for (let got = 1; got > 0; ) {
			got = readSync(from, buffer, 0, block, null);
			writeSync(to, encoder.block(buffer.subarray(0, got)));
		}
	} finally {
		closeSync(from);
		closeSync(to);
	}
	renameSync(half, path);
	return statSync(path).size;
}
