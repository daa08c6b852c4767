/**
 * Makes docs/images/report.png, the picture of the README: the lead with the longest path of the sample's
 * last report. Run it after npm start, where Chromium is: npm run picture
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sample = join(root, "datasets-sample");
const runs = join(sample, "store", "runs");
const newest = readdirSync(runs).sort().at(-1) ?? "";
const manifest = readFileSync(join(runs, newest), "utf8").split("\n")[1] ?? "";
const { out } = JSON.parse(manifest) as { out: string };
const report = pathToFileURL(join(sample, "out", out, "疑点报告.html")).href;

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
	args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
await page.goto(report);
const data = await page.locator("#data").textContent();
const { leads } = JSON.parse(data ?? "") as {
	leads: { id: string; path: unknown[] }[];
};
const longest = leads.reduce((a, b) => (b.path.length > a.path.length ? b : a));
await page.goto(`${report}#lead-${longest.id}`);
await page.locator(".path").scrollIntoViewIfNeeded();
await page.screenshot({ path: join(root, "docs", "images", "report.png") });
await browser.close();
