import type { Row } from "../../engine/index.ts";
import type { List } from "../../lists/index.ts";
import { listRows } from "./test-rows.ts";

/** Rows, and a number that equal rows have in common. */
export interface Content {
	id: number;
	rows: readonly Row[];
}

/**
 * What lies on tables, and what models make of it. A model is a pure function of its text and its inputs
 * (the linter refuses whatever is not), so tests that give it the same rows share what it makes of them:
 * most models of a rule see nothing of what one test is about.
 */
export class Contents {
	readonly #byText = new Map<string, Content>();
	readonly #lists = new Map<List, Content>();
	readonly #made = new Map<string, Promise<Content>>();
	#next = 0;

	of(rows: readonly Row[]): Content {
		const text = JSON.stringify(rows);
		const known = this.#byText.get(text);
		if (known !== undefined) return known;
		const content = { id: this.#next++, rows };
		this.#byText.set(text, content);
		return content;
	}

	ofList(list: List): Content {
		const known = this.#lists.get(list);
		if (known !== undefined) return known;
		const content = { id: this.#next++, rows: listRows(list) };
		this.#lists.set(list, content);
		return content;
	}

	/** What a text makes of contents: made once, also when it fails. */
	made(
		text: string,
		inputs: readonly Content[],
		make: () => Promise<readonly Row[]>,
	): Promise<Content> {
		const key = `${inputs.map(({ id }) => id).join(" ")}\n${text}`;
		const known = this.#made.get(key);
		if (known !== undefined) return known;
		const made = make().then((rows) => this.of(rows));
		this.#made.set(key, made);
		return made;
	}
}
