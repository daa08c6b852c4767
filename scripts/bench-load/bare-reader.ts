/** One turn of the bare reader: an xlsx FILE read row by row with its library, nothing kept. Prints {seconds, cpu, megabytes}. */
import { readFile } from "node:fs/promises";
import { streamXlsxRows } from "hucre/xlsx";
import { printTurn } from "./turn.ts";

const [file = ""] = process.argv.slice(2);
await printTurn(async () => {
	let cells = 0;
	for await (const row of streamXlsxRows(await readFile(file), { sheet: 0 }))
		cells += row.values.length;
	if (cells === 0) throw new Error("nothing was read");
});
