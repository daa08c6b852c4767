import type { Lead } from "../../leads/index.ts";
import { packOf } from "../../rules/index.ts";
import type { WorkspaceConfig } from "../../workspace/index.ts";

type Group = WorkspaceConfig["groups"][number];
type Fit = (group: Group, lead: Lead) => boolean;

function plain(name: string): string {
	return name.normalize("NFKC").replace(/\s+/g, "");
}

/** From the most particular to the most general: a unit outweighs a region, a region a kind of lead. */
const criteria: readonly Fit[] = [
	({ units }, { facts }) => {
		const { unit } = facts;
		return unit !== null && units.some((name) => plain(name) === plain(unit));
	},
	({ regions }, { facts }) => {
		const { region } = facts;
		return region !== null && regions.some((code) => region.startsWith(code));
	},
	({ packs }, { facts }) => packs.includes(packOf(facts.rule)),
];

/** The group that gets a lead: the first that fits it by unit, else by region, else by pack. */
export function groupOf(
	groups: readonly Group[],
	lead: Lead,
): Group | undefined {
	for (const matches of criteria) {
		const found = groups.find((group) => matches(group, lead));
		if (found !== undefined) return found;
	}
	return undefined;
}
