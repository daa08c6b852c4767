import type { CellStyle } from "hucre";

const FONT = "宋体";
const thin = { style: "thin", color: { rgb: "9AA5B1" } } as const;
const border = { top: thin, right: thin, bottom: thin, left: thin };

function solid(rgb: string) {
	return { type: "pattern", pattern: "solid", fgColor: { rgb } } as const;
}

/** The few looks that the lists use; named by what they are for. */
export const styles = {
	title: {
		font: { name: "黑体", size: 16, bold: true },
		alignment: { horizontal: "center", vertical: "center" },
	},
	note: {
		font: { name: FONT, size: 9, color: { rgb: "505B66" } },
		alignment: { horizontal: "left", vertical: "center", wrapText: true },
	},
	heading: {
		font: { name: FONT, size: 10, bold: true },
		fill: solid("DCE6F1"),
		border,
		alignment: { horizontal: "center", vertical: "center", wrapText: true },
	},
	text: {
		font: { name: FONT, size: 10 },
		border,
		alignment: { horizontal: "left", vertical: "top", wrapText: true },
		numFmt: "@",
	},
	centre: {
		font: { name: FONT, size: 10 },
		border,
		alignment: { horizontal: "center", vertical: "top", wrapText: true },
		numFmt: "@",
	},
	number: {
		font: { name: FONT, size: 10 },
		border,
		alignment: { horizontal: "right", vertical: "top" },
		numFmt: "#,##0.00",
	},
	count: {
		font: { name: FONT, size: 10 },
		border,
		alignment: { horizontal: "center", vertical: "top" },
		numFmt: "0",
	},
	/** Where the checker writes. */
	feedback: {
		font: { name: FONT, size: 10 },
		fill: solid("FFF9E5"),
		border,
		alignment: { horizontal: "left", vertical: "top", wrapText: true },
		numFmt: "@",
	},
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof styles;
