import { clientScript } from "./client/index.ts";
import { styleSheet } from "./styles/index.ts";

export { reportPage } from "./page.ts";

/** Everything that the page says whatever the data; also what makes another look another report. */
export const pageText = `${clientScript}${styleSheet}`;
