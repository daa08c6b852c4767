import { card } from "./card.ts";
import { dom } from "./dom.ts";
import { filters } from "./filters.ts";
import { list } from "./list.ts";
import { main } from "./main.ts";
import { overview } from "./overview.ts";
import { path } from "./path.ts";
import { tables } from "./tables.ts";

/**
 * The script of the page. Plain JavaScript of 2015 kept as text: browsers of office machines are old,
 * and the compiler that makes dist/ copies no other files.
 */
export const clientScript = `(function () {
"use strict";
${[dom, overview, filters, list, path, card, tables, main].join("")}
})();
`;
