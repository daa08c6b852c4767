import type { Plan } from "../sql.ts";

/** The other districts of the city: fictitious, as the county is. */
export const districts = [
	{ code: "380101", name: "锦屏区" },
	{ code: "380102", name: "江北区" },
	{ code: "380104", name: "南湖区" },
	{ code: "380105", name: "高桥区" },
	{ code: "380106", name: "云台区" },
	{ code: "380122", name: "望岫县" },
	{ code: "380123", name: "清河县" },
	{ code: "380124", name: "梅川县" },
	{ code: "380125", name: "石泉县" },
	{ code: "380181", name: "广源市" },
] as const;

/** Codes that numbers of citizens begin with; none that the county gives. */
export const birthCodes = districts
	.map(({ code }) => code)
	.filter((code) => code !== "380122");

const first = "龙凤金玉青白双石清云大新永安太和兴福东西南北高平长红黄花松竹梅";
const second = "溪河塘湾坪岭山桥井泉庙寺坝垭沟口台岗洞林田坡滩渡";

/** Villages, towns and districts, one row a village. */
export function places({ villages }: Plan): string[] {
	const rows: string[] = [];
	const names = new Set<string>();
	for (let v = 0; v < villages; v++) {
		const d = v % districts.length;
		const district = districts[d] as (typeof districts)[number];
		const n = Math.floor(v / districts.length);
		const t = Math.floor(n / 15);
		const inTown = n % 15;
		const rural = inTown % 3 !== 0;
		const town = `${word(d * 61 + t * 7)}${t % 3 === 0 ? "街道" : t % 3 === 1 ? "镇" : "乡"}`;
		let village = "";
		for (let turn = 0; village === "" || names.has(`${t} ${d} ${village}`); )
			village = word(d * 17 + t * 101 + inTown * 13 + turn++);
		names.add(`${t} ${d} ${village}`);
		const townCode = `${district.code}${String(100 + t).padStart(3, "0")}`;
		const code = `${townCode}${String((rural ? 200 : 1) + inTown).padStart(3, "0")}`;
		const named = `${village}${rural ? "村" : "社区"}`;
		rows.push(
			`(${v}, ${d}, '${district.code}', '${district.name}', '${town}', '${named}', '${code}', ${rural}, '${district.name}${town}${named}')`,
		);
	}
	return [
		"CREATE TABLE place (v INTEGER, d INTEGER, district VARCHAR, district_name VARCHAR, town VARCHAR, village VARCHAR, code VARCHAR, rural BOOLEAN, prefix VARCHAR)",
		`INSERT INTO place VALUES ${rows.join(", ")}`,
		// Villages of the country, by their place among them.
		"CREATE TABLE country AS SELECT (row_number() OVER (ORDER BY v) - 1)::INTEGER AS i, v FROM place WHERE rural ORDER BY v",
		"CREATE TABLE town AS SELECT (row_number() OVER (ORDER BY v) - 1)::INTEGER AS i, v FROM place WHERE NOT rural ORDER BY v",
	];
}

function word(n: number): string {
	const firsts = [...first];
	const seconds = [...second];
	return (
		(firsts[n % firsts.length] ?? "") +
		(seconds[(n * 5 + Math.floor(n / firsts.length)) % seconds.length] ?? "")
	);
}
