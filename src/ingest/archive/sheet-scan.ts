/** What hides everything up to its end. */
const HIDING: Readonly<Record<string, { end: string; title: string }>> = {
	"<!--": { end: "-->", title: "注释" },
	"<![CDATA[": { end: "]]>", title: "CDATA 段" },
	"<?": { end: "?>", title: "处理指令" },
};
/** What hides, and the tags of rows; a tag that the next one interrupts has no `>`. */
const NOTABLE = /<(?:!--|!\[CDATA\[|\?|\/?(?:\w+:)?row(?=[\s/>])[^<>]*(>?))/g;
const ATTRIBUTES =
	/^<(?:\w+:)?row(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>$/;
/** No tag of a sheet is longer. */
const LONGEST_TAG = 1 << 16;

const BROKEN_ROW = "有的行的标记不成对";

/**
 * Counts the rows of a sheet without the reader that loads them, over its XML piece by piece, and holds
 * it to what rows and comments must be: a reader that takes such a sheet in part would lose rows.
 */
export class SheetScan {
	rows = 0;
	#carry = "";
	#hiding: { end: string; title: string } | undefined;
	#inRow = false;
	#fault: string | undefined;

	/** @param piece the next piece of the text; of its characters only ASCII matters */
	feed(piece: string): void {
		if (this.#fault !== undefined) return;
		const text = this.#carry + piece;
		let at = 0;
		while (at < text.length) {
			if (this.#hiding !== undefined) {
				const { end } = this.#hiding;
				const found = text.indexOf(end, at);
				if (found < 0) {
					this.#carry = text.slice(Math.max(at, text.length - end.length + 1));
					return;
				}
				at = found + end.length;
				this.#hiding = undefined;
			}
			NOTABLE.lastIndex = at;
			const found = NOTABLE.exec(text);
			if (found === null) break;
			at = NOTABLE.lastIndex;
			this.#hiding = HIDING[found[0]];
			if (this.#hiding !== undefined) continue;
			if (found[1] === "") {
				if (at < text.length) this.#fault = BROKEN_ROW;
				at = found.index;
				break;
			}
			this.#row(found[0]);
			if (this.#fault !== undefined) return;
		}
		// A tag that the end of the piece cuts is read with the next one.
		const open = text.lastIndexOf("<");
		const from =
			open > text.lastIndexOf(">") ? Math.max(at, open) : text.length;
		this.#carry = text.slice(from);
		if (this.#carry.length > LONGEST_TAG) this.#fault = "有的标记长得不正常";
	}

	#row(tag: string): void {
		const closing = tag.startsWith("</");
		if (closing !== this.#inRow || (!closing && !ATTRIBUTES.test(tag))) {
			this.#fault = BROKEN_ROW;
			return;
		}
		if (closing) {
			this.#inRow = false;
			return;
		}
		this.rows++;
		this.#inRow = !tag.endsWith("/>");
	}

	/** Why the sheet is not to be read, when its text has ended; undefined when it may be. */
	end(): string | undefined {
		if (this.#fault !== undefined) return this.#fault;
		if (this.#hiding !== undefined)
			return `有一处${this.#hiding.title}没有结束`;
		return this.#inRow ? BROKEN_ROW : undefined;
	}
}
