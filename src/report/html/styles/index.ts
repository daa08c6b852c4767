import { base } from "./base.ts";
import { card } from "./card.ts";
import { leads } from "./leads.ts";
import { panels } from "./panels.ts";
import { print } from "./print.ts";

export const styleSheet = [base, panels, leads, card, print].join("");
