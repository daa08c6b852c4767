export { type Forecast, forecast } from "./forecast.ts";
export { type Foreseen, Outlook } from "./outlook.ts";
