import type { AstNode, AstValue } from "../../engine/index.ts";
import { node, nodes } from "../lint/tree/context.ts";

/** What a mutant does to a rule. */
export type EditKind =
	| "drop-condition"
	| "drop-join"
	| "shift-comparison"
	| "shift-value";

/** One change of a tree: it is made, printed and undone before the next one. */
export interface Edit {
	kind: EditKind;
	/** The part of the tree that changes, for its words and its place. */
	target: AstNode;
	/** Changes the tree. @returns what undoes it */
	apply: () => () => void;
	/** What stands there afterwards; undefined when it is dropped. */
	after: AstNode | undefined;
}

/** The comparison that stands one step away. An equality has no such step: it is dropped where it is a condition. */
const shifted: Record<string, string> = {
	COMPARE_LESSTHAN: "COMPARE_LESSTHANOREQUALTO",
	COMPARE_LESSTHANOREQUALTO: "COMPARE_LESSTHAN",
	COMPARE_GREATERTHAN: "COMPARE_GREATERTHANOREQUALTO",
	COMPARE_GREATERTHANOREQUALTO: "COMPARE_GREATERTHAN",
};

/** Clauses that hold one condition. */
const clauses = [
	"where_clause",
	"having",
	"qualify",
	"filter",
	"filter_expr",
] as const;

/** What only orders rows or names groups: a change there breaks ties, it finds nothing else. */
const passedOver = new Set([
	"orders",
	"order_bys",
	"partitions",
	"group_expressions",
	"modifiers",
]);

/** Days beyond these bounds stand for "always" and "never", and the next day means the same. */
const [FIRST_DAY, LAST_DAY] = ["1901-01-01", "2900-01-01"];

const integers = new Set(["INTEGER", "BIGINT", "SMALLINT", "TINYINT"]);

function isNode(value: AstValue): value is AstNode {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}

function exchange(
	holder: AstNode | AstValue[],
	key: string | number,
	after: AstNode,
): () => () => void {
	const slots = holder as Record<string | number, AstValue>;
	return () => {
		const before = slots[key];
		slots[key] = after;
		return () => {
			slots[key] = before;
		};
	};
}

/** A day some days later or earlier. */
export function nextDay(day: string, step: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + step);
	return date.toISOString().slice(0, 10);
}

/** Both neighbours of a decimal text: a tenth of it away, or one where it is zero. */
export function decimalNeighbours(text: string): string[] {
	const value = Number(text);
	const step = value === 0 ? 1 : Math.abs(value) / 10;
	const digits = Math.max((text.split(".")[1] ?? "").length, 1) + 1;
	return [value + step, value - step].map((next) => next.toFixed(digits));
}

/** Constants that stand one step away from one; none for texts and sentinels. */
function neighbours(
	constant: AstNode,
	castType: string | undefined,
): AstNode[] {
	const value = node(constant.value);
	if (value === undefined || value.is_null === true) return [];
	const id = String(node(value.type)?.id);
	const put = (next: AstValue): AstNode => ({
		...constant,
		value: { ...value, value: next },
	});
	if (integers.has(id) || (id === "DECIMAL" && typeof value.value === "number"))
		return [Number(value.value) + 1, Number(value.value) - 1].map(put);
	const text = String(value.value);
	if (castType === "DATE" && /^\d{4}-\d{2}-\d{2}$/.test(text))
		return text < FIRST_DAY || text > LAST_DAY
			? []
			: [nextDay(text, 1), nextDay(text, -1)].map(put);
	if (castType === "DECIMAL" && /^-?\d+(\.\d+)?$/.test(text))
		return decimalNeighbours(text).map(put);
	return [];
}

/** Collects the edits of a tree, in the order of its fields. */
export class EditFinder {
	readonly edits: Edit[] = [];
	readonly #true: AstNode;

	/** @param alwaysTrue the tree of the expression `true` */
	constructor(alwaysTrue: AstNode) {
		this.#true = alwaysTrue;
	}

	#add(
		kind: EditKind,
		target: AstNode,
		apply: Edit["apply"],
		after?: AstNode,
	): void {
		this.edits.push({ kind, target, apply, after });
	}

	/** A condition that stands alone is dropped as a whole; in a conjunction each part is. */
	#clause(holder: AstNode, key: string, kind: EditKind): void {
		const condition = node(holder[key]);
		if (condition !== undefined && condition.class !== "CONJUNCTION")
			this.#add(kind, condition, exchange(holder, key, this.#true));
	}

	#conjunction(
		holder: AstNode | AstValue[],
		key: string | number,
		self: AstNode,
		kind: EditKind,
	): void {
		const children = nodes(self.children);
		children.forEach((child, i) => {
			const rest = children.filter((_, j) => j !== i);
			const [only] = rest;
			this.#add(
				kind,
				child,
				exchange(
					holder,
					key,
					rest.length === 1 && only !== undefined
						? { ...only, alias: self.alias }
						: { ...self, children: rest },
				),
			);
		});
	}

	#comparison(
		holder: AstNode | AstValue[],
		key: string | number,
		self: AstNode,
	): void {
		const type = shifted[String(self.type)];
		if (type === undefined) return;
		const after = { ...self, type };
		this.#add("shift-comparison", self, exchange(holder, key, after), after);
	}

	/** `BETWEEN` without its lower, then without its upper end. */
	#between(
		holder: AstNode | AstValue[],
		key: string | number,
		self: AstNode,
	): void {
		const compare = (type: string, right: AstValue): AstNode => ({
			class: "COMPARISON",
			type,
			alias: "",
			query_location: self.query_location ?? 0,
			left: self.input,
			right,
		});
		for (const [lower, upper] of [
			["COMPARE_GREATERTHAN", "COMPARE_LESSTHANOREQUALTO"],
			["COMPARE_GREATERTHANOREQUALTO", "COMPARE_LESSTHAN"],
		] as const) {
			const after: AstNode = {
				class: "CONJUNCTION",
				type: "CONJUNCTION_AND",
				alias: self.alias ?? "",
				query_location: self.query_location ?? 0,
				children: [compare(lower, self.lower), compare(upper, self.upper)],
			};
			this.#add("shift-comparison", self, exchange(holder, key, after), after);
		}
	}

	#constant(
		holder: AstNode | AstValue[],
		key: string | number,
		self: AstNode,
		castType: string | undefined,
	): void {
		for (const after of neighbours(self, castType))
			this.#add("shift-value", self, exchange(holder, key, after), after);
	}

	/**
	 * @param compared whether the value takes part in a comparison or in date arithmetic
	 * @param castType the type that the parent casts to
	 */
	visit(
		holder: AstNode | AstValue[],
		key: string | number,
		kind: EditKind = "drop-condition",
		compared = false,
		castType?: string,
	): void {
		const value = (holder as Record<string | number, AstValue>)[key];
		if (Array.isArray(value)) {
			for (const i of value.keys()) this.visit(value, i, kind, compared);
			return;
		}
		if (!isNode(value)) return;
		switch (value.class) {
			case "CONJUNCTION":
				this.#conjunction(holder, key, value, kind);
				break;
			case "COMPARISON":
				this.#comparison(holder, key, value);
				break;
			case "BETWEEN":
				this.#between(holder, key, value);
				break;
			case "CONSTANT":
				if (compared) this.#constant(holder, key, value, castType);
				return;
		}
		for (const clause of clauses) this.#clause(value, clause, "drop-condition");
		if (value.type === "JOIN" && value.class === undefined)
			this.#clause(value, "condition", "drop-join");
		const inside =
			(value.class === "COMPARISON" && String(value.type) in shifted) ||
			value.class === "BETWEEN" ||
			value.function_name === "date_add" ||
			// What a comparison is made of: not the branches of a CASE, not another query.
			(compared && value.class !== "CASE" && value.class !== "SUBQUERY");
		const cast =
			value.class === "CAST" ? String(node(value.cast_type)?.id) : undefined;
		for (const field of Object.keys(value))
			if (!passedOver.has(field))
				this.visit(
					value,
					field,
					value.type === "JOIN" && field === "condition"
						? "drop-join"
						: value.class === "CONJUNCTION"
							? kind
							: "drop-condition",
					inside,
					cast,
				);
	}
}

/** The first place in the text that a part of a tree has, in bytes; 0 when it has none. */
export function placeOf(part: AstValue): number {
	if (Array.isArray(part)) {
		const places = part.map(placeOf).filter((place) => place > 0);
		return places.length === 0 ? 0 : Math.min(...places);
	}
	if (!isNode(part)) return 0;
	const own = Number(part.query_location ?? 0);
	const inner = placeOf(
		Object.values(part).filter((child) => typeof child === "object"),
	);
	return own > 0 && inner > 0 ? Math.min(own, inner) : Math.max(own, inner);
}
