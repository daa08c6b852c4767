export { type Form, filledForms, publishForms } from "./forms/publish.ts";
export { type ReadForm, readForm } from "./forms/read.ts";
