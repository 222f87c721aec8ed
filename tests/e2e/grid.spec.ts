// The grid of customers, and reading a file differently: keys, focus, roles, preview, undo; with @full a million rows.
import AxeBuilder from "@axe-core/playwright";
import { writeFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { reportOf } from "./support/job";

async function loadSample(page: Page): Promise<void> {
  await page.getByTestId("load-sample").first().click();
  await reportOf(page, 81);
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByTestId("paste-input").fill(text);
  await page.getByTestId("paste-apply").click();
}

const grid = (page: Page): Locator => page.getByTestId("grid-customers");
const rowAt = (page: Page, index: number): Locator => grid(page).locator(`tr[aria-rowindex="${index}"]`);

test.describe("the grid", () => {
  test.beforeEach(async ({ page, site }) => {
    await openSealed(page, site.url);
    await loadSample(page);
    await expect(rowAt(page, 2).locator("td").first()).not.toHaveText("…");
  });

  test("says how many rows there are and where each is", async ({ page }) => {
    const table = grid(page).getByRole("grid");
    await expect(table).toHaveAttribute("aria-rowcount", "81");
    await expect(table).toHaveAttribute("aria-colcount", String(await table.locator("thead th").count()));
    const indices = await table.locator("tr").evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("aria-rowindex"))));
    expect(indices).toEqual(indices.map((_, place) => place + 1));
    // Far fewer rows are drawn than there are.
    expect(indices.length).toBeLessThan(50);
  });

  test("sorts by a heading, and the missing come last both ways", async ({ page }) => {
    const heading = grid(page).getByRole("columnheader", { name: "Omzet", exact: false }).first();
    const first = rowAt(page, 2).locator("th");
    await heading.getByRole("button").click();
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    await expect(first).not.toHaveText("…");
    const largest = await first.textContent();
    await heading.getByRole("button").click();
    await expect(heading).toHaveAttribute("aria-sort", "ascending");
    await expect(first).not.toHaveText(largest!);
  });

  test("searches any text and shows a part", async ({ page }) => {
    const search = page.getByTestId("grid-customers-search");
    const name = (await rowAt(page, 5).locator("th").textContent())!;
    await search.fill(name.toUpperCase());
    await expect(grid(page).getByRole("grid")).toHaveAttribute("aria-rowcount", "2");
    await expect(rowAt(page, 2).locator("th")).toHaveText(name);
    await search.fill("xyzzy");
    await expect(grid(page).getByRole("status")).toHaveText("Geen klant voldoet hieraan.");
    await search.fill("");
    const filter = page.getByTestId("grid-customers-filter");
    const label = (await filter.locator("optgroup option").first().textContent())!;
    const count = Number(/\((\d+)\)$/.exec(label)![1]);
    await filter.selectOption({ label });
    await expect(grid(page).getByRole("grid")).toHaveAttribute("aria-rowcount", String(count + 1));
  });

  test("is one tab stop, and goes from cell to cell by keys", async ({ page }) => {
    const stops = grid(page).locator('table [tabindex="0"]');
    await expect(stops).toHaveCount(1);
    await stops.focus();
    const here = () => page.evaluate(() => document.activeElement?.getAttribute("data-cell"));
    const press = async (key: string, cell: string) => {
      await page.keyboard.press(key);
      await expect.poll(here).toBe(cell);
    };
    const columns = await grid(page).locator("thead th").count();
    await press("ArrowDown", "1 0");
    await press("ArrowRight", "1 1");
    await press("End", `1 ${columns - 1}`);
    await press("ArrowRight", `1 ${columns - 1}`);
    await press("Home", "1 0");
    await press("Control+End", `80 ${columns - 1}`);
    await press("ArrowDown", `80 ${columns - 1}`);
    await press("Control+Home", "1 0");
    await page.keyboard.press("PageDown");
    await expect.poll(async () => Number((await here())!.split(" ")[0])).toBeGreaterThan(5);
    await page.keyboard.press("PageUp");
    await expect.poll(here).toBe("1 0");
    await press("ArrowUp", "0 0");
    await expect(stops).toHaveCount(1);
    // The focused cell is in sight, not under the heading.
    await press("Control+End", `80 ${columns - 1}`);
    const cell = (await page.locator(":focus").boundingBox())!;
    const box = (await grid(page).locator(".grid-scroll").boundingBox())!;
    expect(cell.y + cell.height).toBeLessThanOrEqual(box.y + box.height + 1);
    expect(cell.y).toBeGreaterThan(box.y + 39);
  });

  test("keeps the focused row when it is scrolled out of sight", async ({ page }) => {
    await rowAt(page, 3).locator("td").nth(1).focus();
    const scroller = grid(page).locator(".grid-scroll");
    // At once, to the end: a wheel that still turns would scroll on after the key.
    await scroller.evaluate((element) => element.scrollTo({ top: element.scrollHeight, behavior: "instant" }));
    await expect(rowAt(page, 81)).toBeVisible();
    await expect(page.locator(":focus")).toHaveAttribute("data-cell", "2 2");
    await expect(rowAt(page, 3)).toHaveCount(1);
    await page.keyboard.press("ArrowDown");
    await expect(page.locator(":focus")).toHaveAttribute("data-cell", "3 2");
    await expect(page.locator(":focus")).toBeInViewport();
  });

  test("is a plain table with pages when asked", async ({ page }) => {
    await page.getByTestId("grid-customers-mode").click();
    await expect(grid(page).getByRole("grid")).toHaveCount(0);
    await expect(grid(page).getByRole("table")).toBeVisible();
    await expect(grid(page)).toContainText("1–50 van 80 klanten");
    await page.getByTestId("grid-customers-next").click();
    await expect(grid(page)).toContainText("51–80 van 80 klanten");
    await expect(grid(page).locator("tbody tr")).toHaveCount(30);
    await page.getByTestId("grid-customers-mode").click();
    await expect(grid(page).getByRole("grid")).toHaveAttribute("aria-rowcount", "81");
  });

  test("has its columns in figures", async ({ page }) => {
    await page.getByTestId("columns").locator("summary").click();
    const revenue = page.locator('[data-testid="table-columns"] tr[data-row="revenue"]');
    await expect(revenue.locator("td").first()).toHaveText("80");
    await expect(revenue.locator(".cell-bars")).toBeVisible();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1440, 390]) {
      test(`axe finds nothing, ${colorScheme}, ${width} wide`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        for (const closed of ["differently", "columns"]) await page.getByTestId(closed).locator("summary").first().click();
        const found = await new AxeBuilder({ page }).include("#main").analyze();
        expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }
  }
});

test("of a short list the grid is as high as its rows, also while a search finds less", async ({ page, site }) => {
  await openSealed(page, site.url);
  await paste(page, "Klant;Omzet\nJansen;100\nBakker;50\nPiet;25\n");
  await reportOf(page, 3);
  const scroller = grid(page).locator(".grid-scroll");
  await expect(rowAt(page, 4).locator("th")).not.toHaveText("…");
  const height = async () => (await scroller.boundingBox())!.height;
  // A heading of 40 pixels and three rows of 36, with a border and perhaps a scroll bar.
  await expect.poll(height).toBeLessThan(175);
  expect(await height()).toBeGreaterThanOrEqual(148);
  expect(await scroller.evaluate((element) => element.scrollHeight <= element.clientHeight)).toBe(true);
  const before = await height();
  await page.getByTestId("grid-customers-search").fill("bakker");
  await expect(grid(page).getByRole("grid")).toHaveAttribute("aria-rowcount", "2");
  expect(await height()).toBe(before);
});

test("everything detected can be changed with the first rows at once as they then are", async ({ page, site }) => {
  await openSealed(page, site.url);
  await paste(page, "Klant;Omzet;Laatste order\nCafé;1.234;03-04-2025\nBakker, Zn;2.500;05-06-2025\n");
  await reportOf(page, 2);
  await page.getByTestId("differently").locator("summary").first().click();
  const preview = page.getByTestId("table-preview");
  await expect(preview.locator("thead th")).toHaveText(["Rij", "Klant", "Omzet", "Laatste order"]);
  await expect(preview.locator("tbody tr").first().locator("td")).toHaveText(["Café", "1.234", "03-04-2025"]);
  const revenue = rowAt(page, 2).locator("td.num").first();
  await expect(revenue).toHaveText("1.234,00");

  // A point is the decimal sign after all.
  await page.getByTestId("decimals").locator("summary").first().click();
  await page.getByTestId("read-decimal-Omzet").selectOption({ index: 2 });
  await expect(revenue).toHaveText("1,23");
  await page.keyboard.press("Control+z");
  await expect(revenue).toHaveText("1.234,00");

  // The month first.
  await page.getByTestId("read-days").selectOption({ index: 2 });
  await expect(rowAt(page, 2)).toContainText("04-03-2025");
  await page.getByTestId("read-days").selectOption({ index: 0 });
  await expect(rowAt(page, 2)).toContainText("03-04-2025");

  // No header: the first row is a customer. The person stays where they are.
  const header = page.getByTestId("read-header");
  await header.focus();
  await header.selectOption({ index: 1 });
  await expect(preview.locator("thead th").nth(1)).toHaveText("1");
  await expect(header).toBeFocused();
  await reportOf(page, 3);
  await header.selectOption({ index: 0 });
  await reportOf(page, 2);

  // Another delimiter cuts elsewhere.
  await page.getByTestId("read-delimiter").selectOption({ label: "“,”" });
  await expect(preview.locator("tbody tr").nth(1).locator("td").first()).toHaveText("Bakker");
  await page.keyboard.press("Control+z");
  await expect(preview.locator("tbody tr").nth(1).locator("td").first()).toHaveText("Bakker, Zn");

  // Another encoding gives other letters.
  await page.getByTestId("read-encoding").selectOption("windows-1252");
  await expect(preview.locator("tbody tr").first().locator("td").first()).toHaveText("CafÃ©");
  await page.getByTestId("read-encoding").selectOption({ index: 0 });
  await expect(preview.locator("tbody tr").first().locator("td").first()).toHaveText("Café");
});

test("a million customers scroll and sort without holding the page up @full", async ({ page, site }, testInfo) => {
  test.setTimeout(300_000);
  const rows = 1_000_000;
  const file = testInfo.outputPath("miljoen.csv");
  const lines = ["Klantnr;Naam;Plaats;Omzet;Laatste order"];
  for (let row = 1; row <= rows; row += 1) {
    lines.push(`${row};Bedrijf ${row};Plaats ${row % 97};${((row * 7919) % 250_000)},${String(row % 100).padStart(2, "0")};${String((row % 28) + 1).padStart(2, "0")}-0${(row % 9) + 1}-2025`);
  }
  await writeFile(file, lines.join("\n"));
  await openSealed(page, site.url);
  await page.getByTestId("file-input").setInputFiles(file);
  await expect(page.getByTestId("intake-report")).toHaveAttribute("data-rows", String(rows), { timeout: 200_000 });
  const table = grid(page).getByRole("grid");
  await expect(table).toHaveAttribute("aria-rowcount", String(rows + 1));
  const amounts = Float64Array.from({ length: rows }, (_, at) => (((at + 1) * 7919) % 250_000) * 100 + ((at + 1) % 100)).sort();
  const written = (cents: number) => (cents / 100).toLocaleString("nl-NL", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  await test.step("its columns in figures, beside the same computed here", async () => {
    await page.getByTestId("columns").locator("summary").click();
    const median = (amounts[rows / 2 - 1] + amounts[rows / 2]) / 2;
    const cells = (column: string) => page.locator(`[data-testid="table-columns"] tr[data-row="${column}"] td`);
    const distinct = new Set(amounts).size.toLocaleString("nl-NL");
    await expect(cells("revenue").nth(5)).toHaveText(written(amounts[rows - 1]), { timeout: 60_000 });
    const told = (await cells("revenue").allTextContents()).slice(0, 6).map((text) => text.replace(/[^\d.,]/g, ""));
    expect(told).toEqual(["1.000.000", "0", distinct, written(amounts[0]), written(median), written(amounts[rows - 1])]);
    await expect(cells("revenue").locator(".cell-bars rect")).not.toHaveCount(0);
    expect((await cells("place").allTextContents()).slice(0, 3)).toEqual(["1.000.000", "0", "97"]);
  });
  await page.evaluate(() => {
    const seen: number[] = [];
    (window as any).longTasks = seen;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(Math.round(entry.duration));
    }).observe({ type: "longtask" });
  });
  const scroller = grid(page).locator(".grid-scroll");
  await scroller.scrollIntoViewIfNeeded();
  const box = (await scroller.boundingBox())!;
  await page.mouse.move(box.x + 200, box.y + 200);
  for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 400);
  // 24,000 pixels are at most 666 rows, though a pixel of the bar stands for two and a half: a wheel never jumps.
  const drawn = () => grid(page).locator("tbody tr:not(.visually-hidden)").evaluateAll((rows) =>
    rows.map((row) => ({ index: Number(row.getAttribute("aria-rowindex")), name: row.querySelector("th")!.textContent })));
  await expect.poll(async () => (await drawn()).every((row) => row.index > 50 && row.index < 700 && row.name === `Bedrijf ${row.index - 1}`)).toBe(true);
  // To the middle by the bar, to the end by keys.
  await scroller.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
  await expect.poll(async () => Number(await grid(page).locator("tbody tr").last().getAttribute("aria-rowindex"))).toBeGreaterThan(499_000);
  await grid(page).locator('table [tabindex="0"]').focus();
  await page.keyboard.press("Control+End");
  await expect(rowAt(page, rows + 1).locator("th")).toHaveText("Bedrijf 1000000");
  await expect(rowAt(page, rows + 1)).toBeInViewport();
  await grid(page).getByRole("columnheader", { name: "Omzet" }).getByRole("button").click();
  await expect(rowAt(page, 2).locator("td.num").first()).toHaveText(written(amounts[rows - 1]), { timeout: 30_000 });
  expect(await page.evaluate(() => (window as any).longTasks)).toEqual([]);
});
