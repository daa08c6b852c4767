import {
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { writeCity } from "./city/city.ts";
import { rowTable } from "./city/report.ts";
import { county } from "./county.ts";
import type { Truth } from "./truth/truth.ts";

const { values } = parseArgs({
	options: {
		seed: { type: "string", default: "7" },
		scale: { type: "string", default: "0.005" },
		out: { type: "string" },
		/** How many errors are sown: 0 none, 1 as offices make them, 3 three times as many. */
		errors: { type: "string", default: "0" },
		/** The workspace as it stands so many nights after the first delivery. */
		night: { type: "string", default: "0" },
		/** Up to which scale residents are made one by one; the rest of a city is made in bulk. */
		core: { type: "string", default: "0.1" },
		/** So many of the files, 0 to 1, as workbooks; without it those that an office would send so. */
		xlsx: { type: "string" },
		/** The sample that ships with the program: seed 7, 5,000 residents, in datasets-sample/. */
		sample: { type: "boolean", default: false },
	},
});

const seed = values.sample ? 7 : Number(values.seed);
const scale = values.sample ? 0.005 : Number(values.scale);
const errors = values.sample ? 0 : Number(values.errors);
const core = Math.min(scale, Number(values.core));
const night = values.sample ? 0 : Number(values.night);
const xlsx =
	values.sample || values.xlsx === undefined ? undefined : Number(values.xlsx);
const out = values.out ?? "datasets-sample";
if (
	!Number.isInteger(seed) ||
	!(scale > 0) ||
	!(errors >= 0) ||
	!Number.isInteger(night) ||
	(xlsx !== undefined && !(xlsx >= 0 && xlsx <= 1))
) {
	console.error(
		"usage: npm run generate -- [--sample] [--seed 7] [--scale 0.005] [--errors 0|1|3] [--night N] [--xlsx SHARE] [--core 0.1] [--out DIR]",
	);
	process.exit(2);
}

const made = await county(seed, scale, {
	errors,
	nights: night,
	core,
	xlsx,
});
// What an earlier generation sent must not stay beside the new files, unless it is the same county and a night
// comes on top: then only what changed is written.
const keep = night > 0 && sameCounty(out);
if (!keep) rmSync(join(out, "sources"), { recursive: true, force: true });
let bytes = 0;
let sources = 0;
for (const file of made.files) {
	const path = join(out, file.path);
	// What is below private/ is for its owner only, as bidui keeps it.
	const secret = file.path.startsWith("private/");
	mkdirSync(dirname(path), {
		recursive: true,
		...(secret ? { mode: 0o700 } : {}),
	});
	if (!keep || !holds(path, file.bytes))
		writeFileSync(path, file.bytes, secret ? { mode: 0o600 } : {});
	if (!file.path.startsWith("sources/")) continue;
	bytes += file.bytes.length;
	sources++;
}

console.log(
	`${out}: ${made.residents} residents, ${sources} source files, ${(bytes / 1e6).toFixed(2)} MB`,
);
if (core < scale) {
	const city = await writeCity(join(out, "sources"), {
		seed,
		residents: Math.round((scale - core) * 1_000_000),
		known: made.known,
		errors,
		nights: night,
		keep,
		xlsx,
		say: (text) => console.log(text),
	});
	if (keep) console.log("what has not changed was not written again");
	else console.log(rowTable(city, scale - core));
	// Of a rule that is on trial nothing is hidden yet, so nothing is asked of it.
	const rules = new Set(made.truth.cases.map(({ rule }) => rule));
	made.truth.cases.push(
		...city.background.filter(({ rule }) => rules.has(rule)),
	);
	made.truth.quarantined.push(...city.quarantined);
	writeFileSync(
		join(out, "truth.json"),
		`${JSON.stringify(made.truth, null, "\t")}\n`,
	);
}
const used = process.resourceUsage();
console.log(
	`${Math.round(performance.now() / 1000)} s, ${Math.round((used.userCPUTime + used.systemCPUTime) / 1e6)} s of processor, at most ${(used.maxRSS / 1024 ** 2).toFixed(2)} GiB of memory`,
);
const counts = new Map<
	string,
	{ leads: number; lost: number; suppressed: number; near: number }
>();
for (const one of made.truth.cases) {
	const count = counts.get(one.rule) ?? {
		leads: 0,
		lost: 0,
		suppressed: 0,
		near: 0,
	};
	if (one.expect && one.survived === false) count.lost++;
	else if (one.expect) count.leads++;
	else if (one.suppressed) count.suppressed++;
	else count.near++;
	counts.set(one.rule, count);
}
for (const [rule, count] of counts)
	console.log(
		`${rule}: ${count.leads} leads expected, ${count.lost} spoiled by errors, ${count.suppressed} set aside, ${count.near} other near misses`,
	);

/** Whether the folder holds this county already, of whatever night. */
function sameCounty(dir: string): boolean {
	const path = join(dir, "truth.json");
	if (!existsSync(path)) return false;
	const told = JSON.parse(readFileSync(path, "utf8")) as Partial<Truth>;
	return (
		told.seed === seed &&
		told.scale === scale &&
		(told.errors ?? 0) === errors &&
		told.core === (core < scale ? core : undefined)
	);
}

function holds(path: string, bytes: Uint8Array): boolean {
	return existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0;
}
