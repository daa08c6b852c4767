import { type Column, layOut, type Table } from "../files/sheet.ts";
import { decimal, Spelling } from "../files/spelling.ts";
import { inspectedUnits, type Unit } from "../places/units.ts";
import type { Contract } from "../world/records.ts";
import type { Department, Desk, SourceNote } from "./desk.ts";

/** Each inspected unit keeps its ledger of contracts in its own way. */
export const inspectedLedgers: Department = async (desk) => {
	const notes: SourceNote[] = [];
	for (const unit of inspectedUnits) {
		const note = await ledger(desk, unit);
		if (note) notes.push(note);
	}
	// Offices send a file twice when nobody says that the first one came.
	if (desk.errors > 0)
		await desk.outbox.again(
			"被巡察单位/教育局合同台账.xlsx",
			"被巡察单位/教育局合同台账（重报）.xlsx",
		);
	return [
		{
			id: "contract",
			path: "被巡察单位/*合同台账*.xlsx",
			dataset: "contract",
			from: "被巡察单位",
			mode: "append",
			...(desk.errors > 0 ? { twice: true } : {}),
			comment: "几个单位各一个文件，一个通配符全收；交通运输局的金额单位是万元",
		},
		...notes,
	];
};

async function ledger(desk: Desk, unit: Unit): Promise<SourceNote | undefined> {
	const own = desk.rng.fork(`ledger ${unit.short}`);
	const records = desk.world.contracts
		.filter(({ buyer }) => buyer === unit || buyer.parent === unit)
		.sort((a, b) => a.signed - b.signed);
	const file = `被巡察单位/${unit.short}合同台账`;
	// What two of them call otherwise, the glob of the others leaves alone in whatever form they send it.
	const register = `被巡察单位/${unit.short}合同登记簿.csv`;
	if (unit.short === "水利局") {
		desk.outbox.text(
			register,
			layOut(own, {
				records,
				blanks: 1,
				columns: plain(new Spelling(own, "mixed")),
			}),
			{ delimiter: ",", encoding: "gb18030" },
		);
		return {
			id: "contract_water",
			path: register,
			dataset: "contract",
			from: unit.name,
		};
	}
	if (unit.short === "综合执法局") {
		desk.outbox.text(
			register,
			layOut(own, { records, columns: plain(new Spelling(own, "compact")) }),
			{ delimiter: ",", encoding: "utf-8" },
		);
		return {
			id: "contract_law",
			path: register,
			dataset: "contract",
			from: unit.name,
		};
	}
	const say = new Spelling(
		own,
		own.pick(["iso", "slash", "dot", "chinese"] as const),
	);
	const table: Table<Contract> = {
		name: "合同台账",
		titles: [`${unit.name}合同台账`, "（2016年至今）"],
		records,
		total: "end",
		columns: unit.short === "交通局" ? inTenThousands(say) : formal(say),
	};
	await desk.outbox.workbook(`${file}.xlsx`, [layOut(own, table)]);
	return undefined;
}

function plain(say: Spelling): Column<Contract>[] {
	return [
		{ heading: "合同编号", cell: ({ number }) => number },
		{ heading: "合同名称", cell: ({ name }) => name },
		{ heading: "甲方", cell: ({ buyer }) => say.org(buyer.name) },
		{ heading: "乙方", cell: ({ supplier }) => say.org(supplier.name) },
		{
			heading: "乙方统一社会信用代码",
			cell: ({ supplier }) => say.code(supplier.uscc),
		},
		{ heading: "合同金额", cell: ({ amount }) => say.yuan(amount) },
		{ heading: "签订日期", cell: ({ signed }) => say.date(signed) },
		{ heading: "开工日期", cell: ({ starts }) => say.date(starts) },
		{ heading: "竣工日期", cell: ({ ends }) => say.date(ends) },
		{ heading: "经办科室", cell: ({ dept }) => dept },
	];
}

function formal(say: Spelling): Column<Contract>[] {
	return [
		{ heading: "合同编号", cell: ({ number }) => number },
		{ heading: "合同名称", cell: ({ name }) => name },
		{ heading: "采购单位", cell: ({ buyer }) => say.org(buyer.name) },
		{ heading: "供应商名称", cell: ({ supplier }) => say.org(supplier.name) },
		{
			heading: "统一社会信用代码",
			cell: ({ supplier }) => say.code(supplier.uscc),
		},
		{ heading: "合同类型", cell: ({ type }) => type },
		{ heading: "采购方式", cell: ({ method }) => method },
		{
			heading: "合同金额（元）",
			cell: ({ amount }) => say.yuan(amount),
			total: ({ amount }) => amount / 100,
		},
		{ heading: "合同签订日期", cell: ({ signed }) => say.date(signed) },
		{ heading: "履约开始日期", cell: ({ starts }) => say.date(starts) },
		{ heading: "履约截止日期", cell: ({ ends }) => say.date(ends) },
		{ heading: "承办科室", cell: ({ dept }) => dept },
	];
}

function inTenThousands(say: Spelling): Column<Contract>[] {
	return [
		{ heading: "序号", cell: ({ number }) => number.slice(-4, -1) },
		{ heading: "合同号", cell: ({ number }) => number },
		{ heading: "项目名称", cell: ({ name }) => name },
		{ heading: "发包人", cell: ({ buyer }) => say.org(buyer.name) },
		{ heading: "承包人", cell: ({ supplier }) => say.org(supplier.name) },
		{ heading: "信用代码", cell: ({ supplier }) => say.code(supplier.uscc) },
		{
			heading: "合同价（万元）",
			cell: ({ amount }) => decimal(amount / 100, 4),
			total: ({ amount }) => amount / 1_000_000,
		},
		{ heading: "签约日期", cell: ({ signed }) => say.date(signed) },
		{ heading: "确定方式", cell: ({ method }) => method },
	];
}
