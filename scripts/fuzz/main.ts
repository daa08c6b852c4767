import { parseArgs } from "node:util";
import {
	FLOOR,
	FORMATS,
	type Format,
	FULL_RUN,
	OUTCOMES,
	REACHABLE,
} from "./cells.ts";
import { fuzz, tableOf } from "./run.ts";

const { values } = parseArgs({
	options: {
		inputs: { type: "string", default: String(FULL_RUN) },
		seed: { type: "string", default: "1" },
		from: { type: "string", default: "0" },
		format: { type: "string", multiple: true, default: [...FORMATS] },
	},
});
const inputs = Number(values.inputs);
const formats = FORMATS.filter((format) => values.format.includes(format));
const { counts, faults } = await fuzz(inputs, Number(values.seed), {
	formats: formats as Format[],
	from: Number(values.from),
	onBatch: (done) => process.stderr.write(`\r${done}/${inputs}`),
});
process.stderr.write("\n");
process.stdout.write(`${tableOf(counts)}\n`);
for (const fault of faults.slice(0, 50)) process.stdout.write(`${fault}\n`);
process.stdout.write(`${faults.length} faults\n`);
const thin = FORMATS.flatMap((format) =>
	OUTCOMES.filter((outcome) => {
		const reached = counts[format][outcome];
		return REACHABLE[format].includes(outcome)
			? inputs >= FULL_RUN &&
					formats.length === FORMATS.length &&
					reached < FLOOR
			: reached > 0;
	}).map((outcome) => `${format} ${outcome}: ${counts[format][outcome]}`),
);
for (const cell of thin) process.stdout.write(`not as listed: ${cell}\n`);
process.exitCode = faults.length > 0 || thin.length > 0 ? 1 : 0;
