/** Characters that a console draws two cells wide (East Asian Width W and F, the common blocks). */
const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’…—·\u{20000}-\u{3fffd}]/u;

/** Console cells that a text takes. */
export function cells(text: string): number {
	let width = 0;
	for (const character of text) width += WIDE.test(character) ? 2 : 1;
	return width;
}

/** Pads a text to a number of cells, on the right or on the left. */
export function pad(text: string, width: number, right = false): string {
	const fill = " ".repeat(Math.max(0, width - cells(text)));
	return right ? fill + text : text + fill;
}
