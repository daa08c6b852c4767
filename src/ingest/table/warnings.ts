import type { Dataset } from "../../datasets/index.ts";
import { type Place, type Problem, problem } from "../../errors/index.ts";
import type { Part } from "../../store/index.ts";
import type { FoundHeading } from "../header/find.ts";
import { mappingWarnings } from "../mapping.ts";

/** What a person should hear of a table that was loaded. */
export function tableWarnings(
	found: FoundHeading,
	dataset: Dataset,
	{ counts, totals }: Pick<Part, "counts" | "totals">,
	accepted: ReadonlyMap<string, { evidence: string }>,
	at: Place,
): Problem[] {
	const warnings = mappingWarnings(found, dataset, at);
	for (const [name, { evidence }] of accepted) {
		const column =
			dataset.columns.find((item) => item.name === name)?.title ?? name;
		warnings.push(
			problem(
				"damaged-accepted",
				{ ...at, field: column },
				{ column, evidence },
			),
		);
	}
	if (counts.loaded + counts.quarantined === 0)
		warnings.push(problem("no-data-rows", at));
	for (const total of totals)
		if (!total.agrees)
			warnings.push(
				problem(
					"total-mismatch",
					{ ...at, row: total.row },
					{
						column:
							dataset.columns.find((item) => item.name === total.column)
								?.title ?? total.column,
						stated: total.stated,
						loaded: total.loaded,
					},
				),
			);
	return warnings;
}
