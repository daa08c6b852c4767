import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	expect,
	test,
} from "vitest";

const root = join(import.meta.dirname, "../..");

/** The report to look at: the one that is named, else the newest of the sample. */
function reportFile(): string {
	const named = process.env.BIDUI_REPORT;
	if (named !== undefined) return resolve(named);
	const out = join(root, "datasets-sample/out");
	const reports = (existsSync(out) ? readdirSync(out) : [])
		.map((folder) => join(out, folder, "疑点报告.html"))
		.filter((file) => existsSync(file))
		.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
	if (reports[0] === undefined)
		throw new Error(
			"没有报告可看：先运行 npm start，或用 BIDUI_REPORT 指明报告文件。",
		);
	return reports[0];
}

const address = pathToFileURL(reportFile()).href;

interface LeadData {
	id: string;
	severity: string;
	packName: string;
	sentence: string;
	path: { type: string }[];
	evidence: unknown[];
}

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
	browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
		args: [
			"--headless",
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
		],
	});
});

afterAll(async () => {
	await browser?.close();
});

beforeEach(async () => {
	complaints = [];
	page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
	page.on("console", (message) => {
		if (message.type() === "error" || message.type() === "warning")
			complaints.push(`console: ${message.text()}`);
	});
	page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
	page.on("request", (request) => {
		const url = request.url();
		if (url.split("#")[0] !== address && !url.startsWith("data:"))
			complaints.push(`request: ${url}`);
	});
	await page.goto(address);
});

afterEach(async () => {
	await page.close();
	expect(complaints).toEqual([]);
});

async function leads(): Promise<LeadData[]> {
	const text = await page.locator("#data").textContent();
	return JSON.parse(text ?? "").leads;
}

async function listed(): Promise<number> {
	const text = (await page.locator("#count").textContent()) ?? "";
	return Number(/符合条件 ([\d,]+) 条/.exec(text)?.[1]?.replace(/,/g, ""));
}

test("it opens with an overview: what was read, compared and found", async () => {
	await expect.poll(() => page.locator("#view-overview .tile").count()).toBe(4);
	expect(await page.locator("#view-overview").textContent()).toContain(
		"未能检查的范围",
	);
	for (const tab of ["unchecked", "sources", "rules"]) {
		await page.click(`#tab-${tab}`);
		expect(await page.locator(`#view-${tab}`).isVisible()).toBe(true);
		expect(
			await page.locator(`#view-${tab} .panel, #view-${tab} .empty`).count(),
		).toBeGreaterThan(0);
	}
});

test("a filter leaves the leads that fit", async () => {
	const all = await leads();
	const pack = all[0]?.packName ?? "";
	const fitting = all.filter((lead) => lead.packName === pack);
	await page.click("#tab-leads");
	expect(await listed()).toBe(all.length);
	await page.selectOption("#f-pack", pack);
	expect(await listed()).toBe(fitting.length);
	expect(await page.locator(".row").count()).toBe(Math.min(50, fitting.length));
	await page.fill("#f-text", fitting[0]?.id ?? "");
	expect(await listed()).toBe(1);
	await page.click("#f-clear");
	expect(await listed()).toBe(all.length);
});

test("a lead opens by its address, and its evidence down to file, sheet and row", async () => {
	const lead = (await leads()).at(-1);
	await page.goto(`${address}#lead-${lead?.id}`);
	const card = page.locator("#card .card");
	await expect.poll(() => card.isVisible()).toBe(true);
	expect(await card.locator(".sentence").textContent()).toBe(lead?.sentence);
	expect(await card.locator(".evidence-row").count()).toBe(0);
	await card.locator("details.evidence > summary").click();
	await expect
		.poll(() => card.locator(".evidence-row").count())
		.toBe(lead?.evidence.length);
	expect(
		await card.locator(".evidence-row .where").first().textContent(),
	).toMatch(/第 \d+ 行/);
	expect(await card.locator(".cells dd").count()).toBeGreaterThan(0);
});

test("the path of a lead is drawn, box by box", async () => {
	const lead = (await leads()).find((item) => item.path.length > 4);
	expect(lead, "没有带关系路径的线索").toBeDefined();
	await page.goto(`${address}#lead-${lead?.id}`);
	const nodes = lead?.path.filter((step) => step.type === "node").length;
	await expect.poll(() => page.locator(".path .node").count()).toBe(nodes);
	expect(await page.locator(".path .edge-line").count()).toBe(
		(lead?.path.length ?? 0) - (nodes ?? 0),
	);
	for (const box of await page.locator(".path .node").all())
		expect((await box.boundingBox())?.width).toBeGreaterThan(20);
});

test("nothing fits: the page says so and offers the way back", async () => {
	await page.click("#tab-leads");
	await page.fill("#f-text", "没有任何线索会写的一句话");
	await expect.poll(() => page.locator("#empty").isVisible()).toBe(true);
	expect(await page.locator("#empty").textContent()).toContain(
		"没有符合条件的疑点",
	);
	await page.locator("#empty button").click();
	expect(await listed()).toBe((await leads()).length);
});

test("the list is walked with the keyboard alone", async () => {
	await page.click("#tab-leads");
	await page.locator(".row").first().focus();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	const second = (await leads())[1]?.id ?? "";
	await expect
		.poll(() => page.locator("#card .code").first().textContent())
		.toBe(second);
	expect(
		await page.locator('.row[aria-current="true"]').getAttribute("data-id"),
	).toBe(second);
});

test("no page is wider than its window", async () => {
	for (const width of [1366, 1920]) {
		await page.setViewportSize({ width, height: 768 });
		for (const view of ["overview", "leads", "unchecked", "sources", "rules"]) {
			await page.click(`#tab-${view}`);
			const over = await page.evaluate(
				"document.documentElement.scrollWidth - window.innerWidth",
			);
			expect(over, `${view} ${width}`).toBeLessThanOrEqual(0);
		}
	}
});
