import type { Gives, Takes } from "../data/functions.ts";
import {
	any,
	array,
	boolean,
	common,
	date,
	decimal,
	double,
	integer,
	isNumeric,
	isOpen,
	type Type,
	timestamp,
	varbinary,
	varchar,
} from "../types.ts";

interface Expectation {
	fits: (type: Type) => boolean;
	/** In Chinese, for the message. */
	name: string;
}

const isText = (type: Type) => type.kind === "varchar";
const isMoment = (type: Type) =>
	type.kind === "date" || type.kind === "timestamp";

const text: Expectation = { fits: isText, name: "文字（varchar）" };

const expectations: Readonly<Record<Takes, Expectation>> = {
	any: { fits: () => true, name: "" },
	text,
	unit: text,
	pattern: text,
	replacement: text,
	format: text,
	integer: { fits: ({ kind }) => kind === "integer", name: "整数（bigint）" },
	number: { fits: isNumeric, name: "数" },
	boolean: { fits: ({ kind }) => kind === "boolean", name: "是否（boolean）" },
	date: { fits: ({ kind }) => kind === "date", name: "日期（date）" },
	moment: { fits: isMoment, name: "日期或时间" },
	"moment or text": {
		fits: (type) => isMoment(type) || isText(type),
		name: "日期、时间或文字",
	},
	array: { fits: ({ kind }) => kind === "array", name: "数组（array）" },
	"text or array": {
		fits: (type) => isText(type) || type.kind === "array",
		name: "文字（varchar）",
	},
	binary: {
		fits: ({ kind }) => kind === "varbinary",
		name: "字节（varbinary，如 to_utf8(x)）",
	},
	interval: { fits: ({ kind }) => kind === "interval", name: "间隔" },
};

/** What an argument should have been; undefined when it fits or is not followed. */
export function accepts(takes: Takes, type: Type): string | undefined {
	const expectation = expectations[takes];
	return isOpen(type) || expectation.fits(type) ? undefined : expectation.name;
}

const results: Readonly<Record<Gives, (types: readonly Type[]) => Type>> = {
	integer: () => integer,
	double: () => double,
	text: () => varchar,
	boolean: () => boolean,
	date: () => date,
	timestamp: () => timestamp,
	binary: () => varbinary,
	texts: () => array(varchar),
	same: ([first = any]) => first,
	common: (types) =>
		types.reduce<Type>((a, b) => common(a, b) ?? any, types[0] ?? any),
	whole: ([first = any]) => (first.kind === "decimal" ? decimal(0) : first),
	element: ([first = any]) => (first.kind === "array" ? first.element : any),
	array: ([first = any]) => array(first),
	sequence: ([first = any]) => array(first),
	"last moment": (types) => types.at(-1) ?? any,
	sum: ([first = any]) => first,
};

/** The type of a call from the types of its arguments. */
export function resultType(gives: Gives, types: readonly Type[]): Type {
	return results[gives](types);
}
